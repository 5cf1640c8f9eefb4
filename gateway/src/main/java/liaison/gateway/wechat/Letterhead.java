package liaison.gateway.wechat;

import java.util.Optional;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a message into the forms that the platform takes. */
final class Letterhead {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_TALK_BYTES = 2048;
    private static final String NOTHING = "-";

    private Letterhead() {
    }

    /** A customer-service message; empty without words. */
    static Optional<ObjectNode> talk(OutboundMessage message) {
        var words = new StringBuilder(message.text().strip());
        for (Choice choice : message.choices()) {
            words.append('\n').append(choice.send());
            if (!choice.send().contains(choice.label())) {
                words.append(' ').append(choice.label());
            }
        }
        if (message.text().isBlank()) {
            return Optional.empty();
        }
        var body = NODES.objectNode().put("touser", message.to().id()).put("msgtype", "text");
        body.putObject("text").put("content", XmlText.cut(XmlText.clean(words.toString()), MAX_TALK_BYTES));
        return Optional.of(body);
    }

    static ObjectNode template(OutboundMessage message, ApiAccount.Template template) {
        var body = NODES.objectNode().put("touser", message.to().id()).put("template_id", template.id())
                .put("client_msg_id", message.key());
        var data = body.putObject("data");
        template.fields()
                .forEach((field, what) -> data.putObject(field).put("value", fitting(field, message.fields().getOrDefault(what, ""))));
        return body;
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
