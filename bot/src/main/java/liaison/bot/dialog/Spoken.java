package liaison.bot.dialog;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import liaison.bot.calendar.WordTable;
import liaison.bot.message.InboundMessage;

/** The words of a message; a number that stands for a choice of the last answer becomes what that choice sends. */
final class Spoken {
    private static final WordTable WORDS = WordTable.shipped("/dialog/answer-words.tsv");

    private static final Set<String> SILENT = Set.of("subscribe", "scan", "view");

    private Spoken() {
    }

    /** @param menu the words that a menu's key stands for; empty for a key it does not have */
    static String words(InboundMessage message, Dialog dialog, UnaryOperator<String> menu) {
        return switch (message) {
            case InboundMessage.Text text -> chosen(text.text(), dialog);
            case InboundMessage.Voice voice -> voice.recognition();
            case InboundMessage.Location location -> location.label();
            case InboundMessage.Event event -> pressed(event, menu);
            case InboundMessage.Image image -> "";
            case InboundMessage.Video video -> "";
            case InboundMessage.File file -> "";
            case InboundMessage.Link link -> "";
            case InboundMessage.Other other -> "";
        };
    }

    /** What a scanned code or a page's address says is nobody's words. */
    private static String pressed(InboundMessage.Event event, UnaryOperator<String> menu) {
        if (SILENT.contains(event.name().toLowerCase(Locale.ROOT))) {
            return "";
        }
        String key = event.fields().getOrDefault("EventKey", "");
        String words = menu.apply(key);
        return words.isEmpty() ? key : words;
    }

    private static String chosen(String text, Dialog dialog) {
        String choices = dialog.memory().getOrDefault(Memory.CHOICES, "");
        int number = number(text.strip());
        if (choices.isEmpty() || number < 0) {
            return text;
        }
        String[] sends = choices.split("\n", -1);
        return number < sends.length ? sends[number] : text;
    }

    /** 0 for 1, 1., a full-width 1 or 第一个 … else -1. */
    private static int number(String text) {
        var ordinal = WORDS.at(text, 0, "ordinal").filter(word -> word.end() == text.length());
        if (ordinal.isPresent()) {
            return ordinal.get().number() - 1;
        }
        if (text.isEmpty() || text.length() > 2 || (text.length() == 2 && Character.isLetterOrDigit(text.charAt(1)))) {
            return -1;
        }
        char digit = Plain.narrow(text.charAt(0));
        return digit >= '1' && digit <= '9' ? digit - '1' : -1;
    }
}
