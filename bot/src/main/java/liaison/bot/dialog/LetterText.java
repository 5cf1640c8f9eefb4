package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.OutboxEntry;

/** Writes a letter in the words of a text of the book. */
final class LetterText {
    private LetterText() {
    }

    static Letter written(RuleBook book, String text, List<Address> to, Map<String, String> values, Map<String, String> fields) {
        var from = book.text(text);
        List<Choice> choices = from.choices().stream().map(choice -> new Choice(filled(choice.send(), values), choice.label())).toList();
        return new Letter(to, from.with(values), fields, choices);
    }

    static String filled(String words, Map<String, String> values) {
        return Wording.parse(words).with(values);
    }

    /** Which of the texts of its kind an entry is told in: what stands before a colon; what stands behind it only tells two of a kind apart. */
    static String occurrence(OutboxEntry entry) {
        int colon = entry.occurrence().indexOf(':');
        return colon < 0 ? entry.occurrence() : entry.occurrence().substring(0, colon);
    }
}
