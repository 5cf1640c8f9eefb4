package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liaison.bot.calendar.WordCursor;
import liaison.bot.calendar.WordTable;

/** The clauses of a message that puts something right, and the words by which it does so. */
public final class Clauses {
    private static final WordTable WORDS = WordTable.shipped("/understanding/answer-words.tsv");
    private static final String STOPS = "，,。；;！!、\n ";

    private static final String COLONS = "：:";
    private static final List<String> LEADS = List.of("is", "into", "instead", "adds");

    private Clauses() {
    }

    /** From its first character to the one behind its last. */
    public record Clause(int start, int end) {
        public String of(String text) {
            return text.substring(start, end);
        }
    }

    public static List<Clause> of(String text) {
        var clauses = new ArrayList<Clause>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (STOPS.indexOf(text.charAt(i)) >= 0 && !isWithinNumber(text, i))) {
                if (i > start) {
                    clauses.add(new Clause(start, i));
                }
                start = i + 1;
            }
        }
        return clauses;
    }

    /** Whether words end behind a clause, with the mark that ends it. */
    static boolean isStopped(String words) {
        return !words.isEmpty() && STOPS.indexOf(words.charAt(words.length() - 1)) >= 0 && !of(words).isEmpty();
    }

    public static String first(String text) {
        return of(text).stream().findFirst().map(clause -> clause.of(text)).orElse("").strip();
    }

    /** From the first clause to the last, without the marks around them. */
    public static String withoutStops(String text) {
        var clauses = of(text);
        return clauses.isEmpty() ? "" : text.substring(clauses.getFirst().start(), clauses.getLast().end()).strip();
    }

    /** 138 0000 1234 is one number. */
    private static boolean isWithinNumber(String text, int at) {
        return text.charAt(at) == ' ' && at > 0 && at + 1 < text.length() && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    /** What a clause says from the label of a slot on; empty where none of them begins it. */
    public static Optional<String> labelled(List<String> labels, String clause) {
        String rest = withoutLead(clause);
        return Stream.of(rest, withoutMine(clause), rest.substring(end(rest, 0, "but"))).filter(said -> label(labels, said) > 0)
                .findFirst();
    }

    /** How many characters of the text's beginning are one of a slot's labels. */
    public static int label(List<String> labels, String text) {
        return labels.stream().filter(label -> !label.isEmpty() && text.startsWith(label)).mapToInt(String::length).max().orElse(0);
    }

    public static String withoutLead(String text) {
        var cursor = new WordCursor(WORDS, text, 0);
        while (!cursor.sees("is") && cursor.skip("led")) {
            // the next one
        }
        return text.substring(cursor.at());
    }

    /** As {@link #withoutLead}, without 我的 and the like. */
    private static String withoutMine(String text) {
        var cursor = new WordCursor(WORDS, withoutLead(text), 0);
        while (cursor.skip("mine")) {
            // the next one
        }
        return withoutLead(text).substring(cursor.at());
    }

    /** What stands behind 我刚才 and the like: what was said wrong, and not who said it. */
    static String withoutSpeaker(String text) {
        var cursor = new WordCursor(WORDS, text, 0);
        while (cursor.skip("speaker")) {
            // the next one
        }
        return text.substring(cursor.at());
    }

    public static Optional<WordTable.Word> at(String text, int at, String kind) {
        return WORDS.at(text, at, kind);
    }

    /** The word of a kind that a text ends in. */
    public static Optional<WordTable.Word> before(String text, String kind) {
        return WORDS.before(text, text.length(), kind);
    }

    public static int find(String text, int from, String kind) {
        for (int at = from; at < text.length(); at++) {
            if (WORDS.at(text, at, kind).isPresent()) {
                return at;
            }
        }
        return -1;
    }

    /** Behind a word of a kind, and behind the colon that follows what says that something is meant. */
    public static int end(String text, int at, String kind) {
        int end = WORDS.at(text, at, kind).map(WordTable.Word::end).orElse(at);
        boolean colon = end > at && LEADS.contains(kind) && end < text.length() && COLONS.indexOf(text.charAt(end)) >= 0;
        return colon ? end + 1 : end;
    }
}
