package liaison.gateway.wechat;

import java.util.Map;

/** The fields of one delivery, as they were signed or decrypted. */
public record Received(Map<String, String> fields) {
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
