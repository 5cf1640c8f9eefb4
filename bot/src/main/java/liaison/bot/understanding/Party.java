package liaison.bot.understanding;

import java.util.stream.IntStream;
import liaison.bot.calendar.WordTable;
import liaison.bot.text.Span;

/** Somebody else whose telephone number follows, as in 隔壁邻居张三（电话…） and 对面小卖部老板手机…. */
public final class Party {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv");
    private static final String STOPS = "，,。；;！!？?、\n";
    private static final String OPENING = "（(【[";
    private static final String CLOSING = "）)】]";
    private static final String PARTY = "party";
    private static final String OTHERS = "others";
    private static final String SURNAME = "surname";
    private static final String ENDS = "了的吗呢吧啊着过";
    private static final int LOOKED_AT = 80;
    /** Of somebody, before the telephone: 身份证, and what else may be told. */
    private static final int MOST_NUMBERS = 2;
    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_MENTION = 8;

    private Party() {
    }

    /** Whether a number, with the words that lead to it from {@code at} on, is told of somebody who stands right before it. */
    static boolean isBefore(String text, int at, Span number) {
        int open = opening(text, number.start());
        if (open >= 0) {
            String inside = text.substring(open + 1, Math.max(open + 1, at));
            String before = clause(text, open);
            return !isOwn(inside) && !isOwn(before)
                    && (WORDS.isIn(inside, OTHERS) || WORDS.isIn(before, OTHERS) || isMentioned(before, false)
                            || isAccused(before, isTold(text, number.end())));
        }
        if (at == 0 || STOPS.indexOf(text.charAt(at - 1)) < 0) {
            return isMentioned(clause(text, at), false);
        }
        int end = at - 1;
        for (int numbers = 0; numbers < MOST_NUMBERS && areDigits(clause(text, end)); numbers++) {
            end = Math.max(0, from(text, end) - 1);
        }
        return isMentioned(clause(text, end), true);
    }

    /** Whether a clause ends in a party, or in who it is. */
    private static boolean isMentioned(String clause, boolean byName) {
        return !isOwn(clause) && IntStream.range(Math.max(0, clause.length() - LONGEST_MENTION), clause.length())
                .anyMatch(
                        from -> WORDS.at(clause, from, PARTY).filter(party -> isCalled(clause.substring(party.end()), byName)).isPresent());
    }

    /** What stands behind a party: who it is, or nothing where that is enough. */
    private static boolean isCalled(String rest, boolean byName) {
        int at = 0;
        for (var of = WORDS.at(rest, at, "of"); of.isPresent(); of = WORDS.at(rest, at, "of")) {
            at = of.get().end();
        }
        if (at == rest.length()) {
            return !byName;
        }
        return WORDS.at(rest, at, PARTY).filter(word -> isCalled(rest.substring(word.end()), byName)).isPresent()
                || (WORDS.at(rest, at, SURNAME).isPresent() && rest.length() - at <= LONGEST_NAME);
    }

    /** 身份证 and its number. */
    private static boolean areDigits(String clause) {
        return !clause.isEmpty() && 2 * clause.chars().filter(Character::isDigit).count() > clause.length();
    }

    /** 反映张三（…）养鸡: a name behind what is done to somebody, or alone where more is told of it. */
    private static boolean isAccused(String clause, boolean isTold) {
        return IntStream.rangeClosed(2, LONGEST_NAME).map(length -> clause.length() - length).filter(from -> from >= 0)
                .anyMatch(from -> WORDS.at(clause, from, SURNAME).isPresent() && ENDS.indexOf(clause.charAt(clause.length() - 1)) < 0
                        && (from == 0 ? isTold : WORDS.isIn(clause.substring(0, from), "against")));
    }

    /** Whether something is told of whoever stands before the bracket. */
    private static boolean isTold(String text, int end) {
        int close = IntStream.range(end, Math.min(text.length(), end + LOOKED_AT)).filter(i -> CLOSING.indexOf(text.charAt(i)) >= 0)
                .findFirst().orElse(text.length());
        return close + 1 < text.length() && STOPS.indexOf(text.charAt(close + 1)) < 0;
    }

    private static boolean isOwn(String text) {
        return WORDS.isIn(text, "named")
                || WORDS.before(text, text.length(), "own").isPresent();
    }

    /** The bracket that stands open at a place; -1 where none does. */
    private static int opening(String text, int at) {
        for (int i = at - 1; i >= Math.max(0, at - LOOKED_AT) && CLOSING.indexOf(text.charAt(i)) < 0; i--) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** What stands before a place, from the last stop on. */
    private static String clause(String text, int end) {
        return text.substring(from(text, end), end).strip();
    }

    private static int from(String text, int end) {
        int least = Math.max(0, end - LOOKED_AT);
        int from = end;
        while (from > least && STOPS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return from;
    }
}
