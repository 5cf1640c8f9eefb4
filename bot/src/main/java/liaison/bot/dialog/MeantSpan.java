package liaison.bot.dialog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import liaison.bot.calendar.WordTable;

/** A week or a month in which a visit is wanted, as 下下周 or 二月那次; where a day is named, it is none. */
record MeantSpan(LocalDate from, LocalDate to, String words) {
    private static final WordTable WORDS = WordTable.shipped("/visit/span-words.tsv");
    private static final String SIGN = "/";
    private static final int PARTS = 3;

    /** The first one in a text. */
    static Optional<MeantSpan> in(String text, LocalDate today) {
        for (int at = 0; at < text.length(); at++) {
            for (String kind : new String[]{"week", "month", "named"}) {
                var word = WORDS.at(text, at, kind);
                if (word.isPresent()) {
                    int end = word.get().end();
                    return WORDS.at(text, end, "date").isPresent()
                            ? Optional.empty()
                            : Optional.of(of(kind, word.get().number(), text.substring(at, end), today));
                }
            }
        }
        return Optional.empty();
    }

    private static MeantSpan of(String kind, int number, String words, LocalDate today) {
        if (kind.equals("week")) {
            var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(number);
            return new MeantSpan(monday, monday.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)), words);
        }
        var month = kind.equals("month")
                ? YearMonth.from(today).plusMonths(number)
                : YearMonth.of(today.getYear() + (number < today.getMonthValue() ? 1 : 0), number);
        return new MeantSpan(month.atDay(1), month.atEndOfMonth(), words);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** As a slot keeps it. */
    String kept() {
        return String.join(SIGN, from.toString(), to.toString(), words);
    }

    /** What {@link #kept()} wrote; empty for anything else. */
    static Optional<MeantSpan> of(String kept) {
        String[] parts = kept.split(SIGN, PARTS);
        return parts.length == PARTS
                ? Optional.of(new MeantSpan(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]), parts[2]))
                : Optional.empty();
    }
}
