package liaison.gateway.wechat;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import liaison.bot.message.OutboundMessage;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a message into the forms that the platform takes. */
final class Letterhead {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Words WORDS = new Words();
    private static final int MAX_TALK_BYTES = 2048;
    private static final int MAX_TITLE_BYTES = 128;
    private static final int MAX_DESCRIPTION_BYTES = 512;
    private static final String NOTHING = "-";

    private Letterhead() {
    }

    /** What a message says, and below it what can be answered; empty without words. */
    static Optional<Talk> words(OutboundMessage message) {
        if (message.text().isBlank()) {
            return Optional.empty();
        }
        String text = message.text().strip();
        return Optional.of(new Talk.Words(message.choices().isEmpty() ? text : text + '\n' + WORDS.below(message.choices())));
    }

    /** A customer-service message. */
    static ObjectNode talk(String openid, Talk talk) {
        var body = NODES.objectNode().put("touser", openid);
        switch (talk) {
            case Talk.Words(var words) -> typed(body, "text").put("content", clean(words, MAX_TALK_BYTES));
            case Talk.Picture(var mediaId) -> typed(body, "image").put("media_id", mediaId);
            case Talk.Voice(var mediaId) -> typed(body, "voice").put("media_id", mediaId);
            case Talk.Article(var title, var description, var url, var picture) -> typed(body, "news").putArray("articles").addObject()
                    .put("title", clean(title, MAX_TITLE_BYTES)).put("description", clean(description, MAX_DESCRIPTION_BYTES))
                    .put("url", url).put("picurl", picture);
        }
        return body;
    }

    private static ObjectNode typed(ObjectNode body, String type) {
        return body.put("msgtype", type).putObject(type);
    }

    private static String clean(String words, int bytes) {
        return XmlText.cut(XmlText.clean(words), bytes);
    }

    static ObjectNode typing(String openid, boolean on) {
        return NODES.objectNode().put("touser", openid).put("command", on ? "Typing" : "CancelTyping");
    }

    /** The same words to many; the key drops a repeat within a day. */
    static ObjectNode mass(Collection<String> openids, String words, String key) {
        var body = NODES.objectNode();
        openids.forEach(body.putArray("touser")::add);
        typed(body, "text").put("content", clean(words, MAX_TALK_BYTES));
        return body.put("clientmsgid", key);
    }

    /** A code that lives for the time given, or for ever where that is zero. */
    static ObjectNode code(String scene, Duration lives) {
        var body = NODES.objectNode().put("action_name", lives.isZero() ? "QR_LIMIT_STR_SCENE" : "QR_STR_SCENE");
        if (!lives.isZero()) {
            body.put("expire_seconds", lives.toSeconds());
        }
        body.putObject("action_info").putObject("scene").put("scene_str", scene);
        return body;
    }

    static ObjectNode template(OutboundMessage message, ApiAccount.Template template) {
        return subscribed(message, template).put("client_msg_id", message.key());
    }

    /** A message that the person granted; a repeat is shown again, since it has no key. */
    static ObjectNode subscribed(OutboundMessage message, ApiAccount.Template template) {
        var body = NODES.objectNode().put("touser", message.to().id()).put("template_id", template.id());
        var data = body.putObject("data");
        template.fields().forEach((field, what) -> data.putObject(field).put("value", fitting(field, value(message, field, what))));
        return body;
    }

    /** Why a template would be refused, or show nothing; empty where it is fit. */
    static Optional<String> unfit(OutboundMessage message, ApiAccount.Template template) {
        if (template.fields().entrySet().stream().allMatch(entry -> value(message, entry.getKey(), entry.getValue()).isBlank())) {
            return Optional.of("no-fields");
        }
        boolean timeless = template.fields().entrySet().stream()
                .anyMatch(entry -> isTime(entry.getKey()) && value(message, entry.getKey(), entry.getValue()).isBlank());
        return timeless ? Optional.of("no-time") : Optional.empty();
    }

    private static String value(OutboundMessage message, String field, String what) {
        return message.fields().getOrDefault(what.equals("when") && isTime(field) ? OutboundMessage.AT : what, "");
    }

    /** Fields that take a day or a moment in full and nothing else. */
    private static boolean isTime(String field) {
        return field.startsWith("time") || field.startsWith("date");
    }

    /** An empty or a too long value gets the whole message refused. */
    private static String fitting(String field, String value) {
        String clean = value.strip().replaceAll("\\p{Cntrl}+", " ");
        int most = most(field.replaceAll("[0-9.A-Z]+$", ""));
        if (clean.isEmpty()) {
            return NOTHING;
        }
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static int most(String kind) {
        return switch (kind) {
            case "thing", "const" -> 20;
            case "phrase" -> 5;
            case "name" -> 10;
            default -> 32;
        };
    }
}
