package liaison.bot.understanding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import liaison.bot.calendar.Feast;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;
import liaison.bot.calendar.WorkingDays;

/** A week, a month or a time around a feast in which a visit is wanted, as 下下周, 二月那次 or 元旦过后; where a day is named, it is none. */
public record MeantSpan(LocalDate from, LocalDate to, String words) {
    private static final WordTable WORDS = WordTable.shipped("/visit/span-words.tsv");
    private static final String SIGN = "/";
    private static final int PARTS = 3;
    /** So many months behind a feast are after it. */
    private static final int AFTERWARDS = 3;

    /** The first one in a text. */
    public static Optional<MeantSpan> in(String text, LocalDate today, WorkingDays days) {
        for (int at = 0; at < text.length(); at++) {
            var feast = WORDS.at(text, at, "feast");
            if (feast.isPresent()) {
                return around(text, feast.get(), today, days);
            }
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

    /** 元旦过后, 过了元旦 and 春节前; a feast alone may be what the visit is about. */
    private static Optional<MeantSpan> around(String text, Word feast, LocalDate today, WorkingDays days) {
        var lead = WORDS.before(text, feast.start(), "past");
        var behind = WORDS.at(text, feast.end(), "behind");
        String which = lead.isPresent() ? lead.get().value() : behind.map(Word::value).orElse("");
        if (which.isEmpty()) {
            return Optional.empty();
        }
        String words = text.substring(lead.map(Word::start).orElse(feast.start()), behind.map(Word::end).orElse(feast.end()));
        return Feast.next(feast.value(), today, days).map(coming -> switch (which) {
            case "after" -> new MeantSpan(coming.last().plusDays(1), coming.last().plusMonths(AFTERWARDS), words);
            case "before" -> new MeantSpan(today, coming.first().minusDays(1), words);
            default -> new MeantSpan(coming.first(), coming.last(), words);
        });
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

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** As a slot keeps it. */
    public String kept() {
        return String.join(SIGN, from.toString(), to.toString(), words);
    }

    /** What {@link #kept()} wrote; empty for anything else. */
    public static Optional<MeantSpan> of(String kept) {
        String[] parts = kept.split(SIGN, PARTS);
        return parts.length == PARTS
                ? Optional.of(new MeantSpan(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]), parts[2]))
                : Optional.empty();
    }
}
