package liaison.gateway.wecom;

import java.util.List;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.gateway.wechat.XmlText;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a message into the forms that the platform takes. */
final class WecomLetterhead {
    private static final int MAX_TEXT_BYTES = 2048;
    /** As much as a card shows in full. */
    private static final int MAX_CARD_CHARACTERS = 112;
    private static final int MAX_TITLE_CHARACTERS = 26;
    private static final int DUPLICATES_SECONDS = 1800;

    private WecomLetterhead() {
    }

    /** A card with a button for each choice, or words where there are none or the card would cut them off. */
    static ObjectNode message(OutboundMessage message, int agentId) {
        String words = XmlText.clean(message.text()).strip();
        var body = JsonNodeFactory.instance.objectNode().put("touser", message.to().id()).put("agentid", agentId);
        if (message.choices().isEmpty() || words.codePointCount(0, words.length()) > MAX_CARD_CHARACTERS) {
            body.put("msgtype", "text").putObject("text").put("content", XmlText.cut(listed(words, message.choices()), MAX_TEXT_BYTES));
        } else {
            card(body.put("msgtype", "template_card").putObject("template_card"), words, message);
        }
        return body.put("enable_duplicate_check", 1).put("duplicate_check_interval", DUPLICATES_SECONDS);
    }

    private static String listed(String words, List<Choice> choices) {
        var all = new StringBuilder(words);
        for (Choice choice : choices) {
            all.append('\n').append(choice.send());
            if (!choice.send().contains(choice.label())) {
                all.append(' ').append(choice.label());
            }
        }
        return all.toString();
    }

    /** What a button sends comes back as the event's key. */
    private static void card(ObjectNode card, String words, OutboundMessage message) {
        card.put("card_type", "button_interaction").put("task_id", message.key());
        String note = message.fields().getOrDefault("note", "").strip();
        if (!note.isEmpty() && note.length() <= MAX_TITLE_CHARACTERS) {
            card.putObject("main_title").put("title", note);
        }
        card.put("sub_title_text", words);
        var buttons = card.putArray("button_list");
        int style = 1;
        for (Choice choice : message.choices()) {
            buttons.addObject().put("text", choice.label()).put("style", Math.min(style++, 2)).put("key", choice.send());
        }
    }

    /** Puts the text in place of a card's buttons, once. */
    static ObjectNode update(OutboundMessage message, String code, int agentId) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("userids").add(message.to().id());
        body.put("agentid", agentId).put("response_code", code).putObject("button").put("replace_name", message.text());
        return body;
    }
}
