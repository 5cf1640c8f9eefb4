package liaison.bot.dialog;

import liaison.bot.calendar.WordTable;
import liaison.bot.message.InboundMessage;

/** The words of a message; a number that stands for a choice of the last answer becomes what that choice sends. */
final class Spoken {
    private static final WordTable WORDS = WordTable.shipped("/dialog/answer-words.tsv");

    private Spoken() {
    }

    static String words(InboundMessage message, Dialog dialog) {
        return switch (message) {
            case InboundMessage.Text text -> chosen(text.text(), dialog);
            case InboundMessage.Voice voice -> voice.recognition();
            case InboundMessage.Location location -> location.label();
            case InboundMessage.Event event -> event.fields().getOrDefault("EventKey", "");
            case InboundMessage.Image image -> "";
            case InboundMessage.Other other -> "";
        };
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
