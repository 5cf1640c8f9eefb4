package liaison.gateway.chat;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page may say over its connection. */
sealed interface ClientFrame {
    /**
     * The first frame.
     *
     * @param token the page's secret
     * @param last the highest number that the page holds
     */
    record Hello(String token, long last) implements ClientFrame {
    }

    /** Words under the page's own id, which stays the same when they are sent again. */
    record Say(String id, String text) implements ClientFrame {
    }

    /** Asks for what stands before a number. */
    record Older(long before) implements ClientFrame {
    }

    /** Asks whether anybody is there. */
    record Beat() implements ClientFrame {
    }

    /** Bytes that are none of these. */
    record Malformed() implements ClientFrame {
    }

    /** 128 bits need 22 characters of Base64url. */
    Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    JsonMapper JSON = JsonMapper.builder().build();

    static ClientFrame parse(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return switch (json.path("t").asString("")) {
                case "hello" -> hello(json);
                case "say" -> say(json);
                case "older" -> json.path("before").isIntegralNumber() ? new Older(json.path("before").asLong(0)) : new Malformed();
                case "beat" -> new Beat();
                default -> new Malformed();
            };
        } catch (JacksonException unreadable) {
            return new Malformed();
        }
    }

    private static ClientFrame hello(JsonNode json) {
        String token = json.path("token").asString("");
        long last = json.path("last").asLong(0);
        return TOKEN.matcher(token).matches() && last >= 0 ? new Hello(token, last) : new Malformed();
    }

    private static ClientFrame say(JsonNode json) {
        String id = json.path("id").asString("");
        JsonNode text = json.path("text");
        return ID.matcher(id).matches() && text.isString() ? new Say(id, text.asString()) : new Malformed();
    }
}
