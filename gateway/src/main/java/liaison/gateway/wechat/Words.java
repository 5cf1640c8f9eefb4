package liaison.gateway.wechat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import liaison.bot.dialog.Answer;
import liaison.bot.message.OutboundMessage.Choice;

/** Words for one passive reply, as they fit into it. */
final class Words {
    private static final int MAX_BYTES = 2048;

    private final String notFiled;
    private final String choose;
    private final String one;
    private final String reply;
    private final String or;
    private final String meaning;

    Words() {
        ResourceBundle bundle = ResourceBundle.getBundle("liaison.gateway.wechat.words");
        notFiled = bundle.getString("not-filed");
        choose = bundle.getString("choose");
        one = bundle.getString("one");
        reply = bundle.getString("reply");
        or = bundle.getString("or");
        meaning = bundle.getString("meaning");
    }

    /** The fixed notice: this message was not taken, send it again. */
    String notFiled() {
        return notFiled;
    }

    /** The text and below it what can be answered, a numbered line each, since there are no buttons; empty when there are no words. */
    String of(Answer answer) {
        String text = XmlText.clean(answer.text()).strip();
        if (answer.choices().isEmpty()) {
            return XmlText.cut(text, MAX_BYTES);
        }
        String choices = XmlText.cut(XmlText.clean(list(answer.choices())), MAX_BYTES / 2);
        int left = MAX_BYTES - 1 - choices.getBytes(StandardCharsets.UTF_8).length;
        return text.isEmpty() ? choices : XmlText.cut(text, left) + '\n' + choices;
    }

    /**
     * What can be answered to words that came of their own accord, and behind it what that is for, where the words alone do not tell:
     * a number would be taken for an answer to what was asked before.
     */
    String below(List<Choice> choices) {
        return reply + choices.stream().map(choice -> choice.send().contains(choice.label())
                ? choice.send()
                : meaning.formatted(choice.send(), choice.label())).collect(Collectors.joining(or));
    }

    private String list(List<Choice> choices) {
        return choose + IntStream.range(0, choices.size()).mapToObj(i -> '\n' + one.formatted(i + 1, choices.get(i).label()))
                .collect(Collectors.joining());
    }
}
