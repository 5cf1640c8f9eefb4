package liaison.gateway.wechat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An Official Account that we call.
 *
 * @param secret empty when nothing can be called
 * @param templates by kind: request, reminder, notice
 */
public record ApiAccount(String name, String appid, String secret, URI apiBase, Map<String, Template> templates) {
    public ApiAccount {
        templates = Map.copyOf(templates);
    }

    /** The template for a kind of message: answers look like requests, visits like reminders. */
    Optional<Template> template(String kind) {
        return Optional.ofNullable(templates.get(switch (kind) {
            case "reply" -> "request";
            case "visit" -> "reminder";
            default -> kind;
        }));
    }

    @Override
    public String toString() {
        return "ApiAccount[" + name + "]";
    }

    /**
     * An approved template message.
     *
     * @param fields its fields, such as thing1, and what stands in each: number, what, where, when or note
     */
    public record Template(String id, Map<String, String> fields) {
        public Template {
            fields = Map.copyOf(fields);
        }
    }
}
