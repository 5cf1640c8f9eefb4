package liaison.bot.text;

import java.util.ArrayList;
import java.util.List;

/** Finds telephone, identity-card and bank-card numbers and number plates in what people write, in one pass. */
public final class PersonalNumbers {
    public static final String PHONE = "phone";
    public static final String ID_CARD = "id_card";
    public static final String BANK_CARD = "bank_card";
    public static final String PLATE = "plate";
    private static final int LONGEST = 30;

    private final String text;
    private final boolean phoneAsked;
    private final List<Span> found = new ArrayList<>();

    private PersonalNumbers(String text, boolean phoneAsked) {
        this.text = text;
        this.phoneAsked = phoneAsked;
    }

    /** Those of a text, in their order. */
    public static List<Span> in(String text) {
        return new PersonalNumbers(text, false).read();
    }

    /** Those of an answer to the question for a telephone number: one without an area code needs no word before it. */
    static List<Span> inAnswer(String text) {
        return new PersonalNumbers(text, true).read();
    }

    private List<Span> read() {
        int at = 0;
        while (at < text.length()) {
            byte sign = NumberWords.sign(text.charAt(at));
            if (sign == NumberWords.NOTHING) {
                at++;
            } else {
                at = sign == NumberWords.PROVINCE ? plate(at) : figures(at);
            }
        }
        return List.copyOf(found);
    }

    private int figures(int at) {
        if (!DigitRun.isLong(text, at)) {
            return at + 1;
        }
        var run = DigitRun.read(text, at);
        numbers(run);
        return run.end();
    }

    private int plate(int at) {
        int end = Plates.end(text, at);
        if (end > 0) {
            found.add(new Span(PLATE, Plates.start(text, at), end));
        }
        return Math.max(end, at + 1);
    }

    private void numbers(DigitRun run) {
        int group = 0;
        while (group < run.groups()) {
            int next = number(run, group);
            group = Math.max(next, group + 1);
        }
    }

    /** A label, or empty. */
    private String kind(DigitPiece piece) {
        if (piece.length() < DigitRun.SHORTEST) {
            return "";
        }
        if (CardNumbers.isId(piece)) {
            return ID_CARD;
        }
        if (piece.digit(piece.length() - 1) == DigitRun.TEN) {
            return "";
        }
        if (CardNumbers.isBank(piece)) {
            return BANK_CARD;
        }
        return PhoneNumbers.is(piece, phoneAsked || goesOn(piece.start())) ? PHONE : "";
    }

    /** Whether a place comes just behind a telephone number and a word such as or. */
    private boolean goesOn(int at) {
        return !found.isEmpty() && found.getLast().label().equals(PHONE) && found.getLast().end() == at - 1
                && NumberWords.OR.endAt(text, at);
    }

    /** Takes the longest number that begins with a group; which group follows it, or -1. */
    private int number(DigitRun run, int group) {
        int first = run.first(group);
        int next = -1;
        String label = "";
        for (int last = group; last < run.groups() && run.first(last + 1) - first <= LONGEST; last++) {
            String kind = kind(new DigitPiece(text, run, group, last));
            if (!kind.isEmpty()) {
                label = kind;
                next = last + 1;
            }
        }
        if (next > 0) {
            found.add(new Span(label, run.place(first), run.place(run.first(next) - 1) + 1));
        }
        return next;
    }
}
