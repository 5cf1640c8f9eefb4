package liaison.bot.understanding;

import java.util.stream.Collectors;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;
import liaison.bot.text.PersonalNumbers;
import liaison.bot.text.PhoneNumbers;

/** A telephone number cut out of words, together with what leads to it: 路灯坏了，联系电话138… is 路灯坏了. */
public final class PhoneMention {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv");
    private static final String STOPS = "，,。；;！!？?、\n ";
    private static final String OPENS = "（(";
    private static final String CLOSES = "）)";

    private PhoneMention() {
    }

    /** The words as they are where the number is not in them, or nothing else is. */
    public static String without(String text, String number) {
        String rest = text;
        for (var span : PersonalNumbers.in(text).reversed()) {
            boolean isIt = span.label().equals(PersonalNumbers.PHONE)
                    && PhoneNumbers.in(text.substring(span.start(), span.end())).contains(number);
            if (isIt) {
                int start = start(text, span.start());
                boolean opened = text.substring(start, span.start()).chars().anyMatch(c -> OPENS.indexOf(c) >= 0);
                rest = joined(rest.substring(0, start), rest.substring(end(text, span.end(), opened)));
            }
        }
        return rest.isBlank() ? text : rest;
    }

    /** The words without any number, and without a clause that is about one; as they are where they hold none. */
    public static String withoutAny(String text) {
        var numbers = PhoneNumbers.in(text);
        String rest = text;
        for (String number : numbers) {
            rest = without(rest, number);
        }
        String without = rest;
        return numbers.isEmpty()
                ? text
                : Clauses.of(rest).stream().map(clause -> clause.of(without)).filter(clause -> PhoneNumbers.in(clause).isEmpty())
                        .collect(Collectors.joining("\uff0c"));
    }

    private static int start(String text, int number) {
        int at = number;
        boolean named = false;
        for (int next = before(text, at, named); next < at; next = before(text, at, named)) {
            named |= WORDS.before(text, at, "phone").isPresent();
            at = next;
        }
        return at;
    }

    /** Where the word before a place begins, if it is said of a number: hers, too, behind which a telephone is named. */
    private static int before(String text, int at, boolean named) {
        int lead = OwnPhone.back(text, at);
        if (lead < at) {
            return lead;
        }
        var whose = WORDS.before(text, at, "own").or(() -> WORDS.before(text, at, "kin"));
        return whose.map(Word::start).filter(start -> named || isOpen(text, start)).orElse(at);
    }

    /** Whether nothing but what leads to a number stands before a place. */
    private static boolean isOpen(String text, int at) {
        return at == 0 || STOPS.indexOf(text.charAt(at - 1)) >= 0 || OwnPhone.back(text, at) < at;
    }

    /** Behind the number, its bracket, and whose it is where no more is said. */
    private static int end(String text, int number, boolean opened) {
        int start = opened && number < text.length() && CLOSES.indexOf(text.charAt(number)) >= 0 ? number + 1 : number;
        int at = start;
        for (int next = behind(text, at); next > at; next = behind(text, at)) {
            at = next;
        }
        return at == text.length() || STOPS.indexOf(text.charAt(at)) >= 0 ? at : start;
    }

    private static int behind(String text, int at) {
        return WORDS.at(text, at, "polite").or(() -> WORDS.at(text, at, "own")).or(() -> WORDS.at(text, at, "phone"))
                .or(() -> WORDS.at(text, at, "is")).or(() -> WORDS.at(text, at, "kin")).map(Word::end).orElse(at);
    }

    private static String joined(String before, String after) {
        int end = before.length();
        boolean stopped = after.isEmpty() || STOPS.indexOf(after.charAt(0)) >= 0;
        while (stopped && end > 0 && STOPS.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (end == 0 && start < after.length() && STOPS.indexOf(after.charAt(start)) >= 0) {
            start++;
        }
        return before.substring(0, end) + after.substring(start);
    }
}
