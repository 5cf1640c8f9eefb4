package liaison.bot.understanding;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.calendar.WordTable;
import liaison.bot.text.PersonalNumbers;
import liaison.bot.text.PhoneNumbers;
import liaison.bot.text.Span;

/** The telephone number of a text that is its author's own, by the words around it: 物业电话 and 他的手机 are somebody else's. */
public final class OwnPhone {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv");
    private static final String OWN = "own";
    private static final String OTHERS = "others";
    static final String STOPS = "，,。；;！!？?、\n";
    private static final String BLANKS = " \u3000\t：:（(";
    private static final int NEAR = 10;

    private OwnPhone() {
    }

    /** Its digits, of several that of which she thought better last; empty where none is said to be her own. */
    public static String in(String text) {
        return Stream.concat(SecondThoughts.all(text).stream(), Stream.of(text)).map(OwnPhone::first).filter(number -> !number.isEmpty())
                .findFirst().orElse("");
    }

    private static String first(String text) {
        return PersonalNumbers.in(text).stream().filter(number -> number.label().equals(PersonalNumbers.PHONE) && isOwn(text, number))
                .flatMap(number -> PhoneNumbers.in(text.substring(number.start(), number.end())).stream()).findFirst().orElse("");
    }

    private static boolean isOwn(String text, Span number) {
        if (GivenPhone.isRefused(text, number)) {
            return false;
        }
        if (GivenPhone.is(text, number)) {
            return true;
        }
        int end = stop(text, number.end());
        String after = text.substring(number.end(), end);
        if (WORDS.isIn(after, OTHERS) || (WORDS.at(after, 0, "is").isPresent() && !WORDS.isIn(after, OWN))) {
            return false;
        }
        int at = number.start();
        boolean named = false;
        for (int next = back(text, at); next < at; next = back(text, at)) {
            named |= WORDS.before(text, at, "phone").isPresent();
            at = next;
        }
        if (WORDS.before(text, at, OWN).isPresent() || isIntroduced(text, at)) {
            return true;
        }
        if (Party.isBefore(text, at, number)) {
            return false;
        }
        boolean apart = at == 0 || STOPS.indexOf(text.charAt(at - 1)) >= 0 || BLANKS.indexOf(text.charAt(at - 1)) >= 0;
        boolean begins = apart || WORDS.before(text, at, "stop").isPresent() || WORDS.before(text, at, "adds").isPresent();
        boolean mobile = PhoneNumbers.in(text.substring(number.start(), number.end())).stream().anyMatch(PhoneNumbers::isMobile);
        if (!mobile) {
            // a landline that is only mentioned is more often somebody's office
            boolean given = at == number.start() || WORDS.at(text, at, "phone").isPresent();
            return apart && given && isExtension(after) && !WORDS.isIn(text, OTHERS);
        }
        return (begins || !named) && !isOthers(text, at);
    }

    /** 物业电话…, 找物业，电话…; what others do or leave undone in a clause before, 物业一直拖，电话…, does not tell whose it is. */
    private static boolean isOthers(String text, int at) {
        String before = text.substring(Math.max(0, at - NEAR), at);
        boolean begins = at > 0 && STOPS.indexOf(text.charAt(at - 1)) >= 0;
        return WORDS.isIn(before, OTHERS) && !(begins && WORDS.isIn(before, "does"));
    }

    /** 转 3, or nothing at all. */
    private static boolean isExtension(String after) {
        String said = after.strip();
        int at = WORDS.at(said, 0, "extension").map(WordTable.Word::end).orElse(0);
        return IntStream.range(at, said.length()).allMatch(i -> (at > 0 && (Character.isDigit(said.charAt(i)) || isBlank(said, i)))
                || WORDS.before(said, said.length(), "extension").filter(word -> word.start() <= i && word.start() > at).isPresent());
    }

    private static boolean isBlank(String text, int at) {
        return BLANKS.indexOf(text.charAt(at)) >= 0;
    }

    /** 我叫李红梅电话…: behind her own name. */
    private static boolean isIntroduced(String text, int at) {
        String before = text.substring(Math.max(0, at - NEAR), at);
        int stop = IntStream.range(0, before.length()).filter(i -> STOPS.indexOf(before.charAt(i)) >= 0).max().orElse(-1);
        String clause = before.substring(stop + 1);
        return WORDS.isIn(clause, "named") && !WORDS.isIn(clause, OTHERS);
    }

    /** Where a word before a place begins that only leads to a number. */
    static int back(String text, int at) {
        return WORDS.before(text, at, "phone").or(() -> WORDS.before(text, at, "lead")).map(WordTable.Word::start)
                .orElse(at > 0 && BLANKS.indexOf(text.charAt(at - 1)) >= 0 ? at - 1 : at);
    }

    /** Where the clause ends in which a place stands. */
    static int stop(String text, int from) {
        return IntStream.range(from, text.length()).filter(at -> STOPS.indexOf(text.charAt(at)) >= 0).findFirst().orElse(text.length());
    }
}
