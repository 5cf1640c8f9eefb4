package liaison.bot.visit;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liaison.bot.calendar.WordCursor;
import liaison.bot.calendar.WordTable;
import liaison.bot.visit.ReceptionPattern.Months;
import liaison.bot.visit.ReceptionPattern.Recurrence;

/** Reads the pattern of reception days by the words of {@code visit/pattern-words.tsv}. */
final class PatternReader {
    private static final WordTable WORDS = WordTable.shipped("/calendar/numbers.tsv", "/visit/pattern-words.tsv");
    private static final int LAST_DATE = 31;
    private static final int MOST_WEEKS = 5;

    private final String text;
    private final WordCursor cursor;
    private final List<Recurrence> found = new ArrayList<>();

    PatternReader(String text) {
        this.text = text;
        cursor = new WordCursor(WORDS, text, 0);
    }

    ReceptionPattern read() {
        do {
            if (cursor.skip("every-week")) {
                weekdays();
            } else {
                months();
            }
        } while (cursor.skip("and"));
        if (!cursor.isAtEnd()) {
            throw fault();
        }
        return new ReceptionPattern(text, found);
    }

    private void weekdays() {
        do {
            cursor.skip("week");
            found.add(new Recurrence.Weekly(weekday()));
        } while (another());
    }

    private void months() {
        var months = cursor.take("months").map(word -> Months.valueOf(word.value().toUpperCase(Locale.ROOT))).orElseThrow(this::fault);
        cursor.skip("of");
        do {
            found.add(cursor.sees("nth") ? nth(months) : date(months));
        } while (another());
    }

    private Recurrence nth(Months months) {
        int n = cursor.take("nth").orElseThrow(this::fault).number();
        if (n == 0) {
            n = cursor.number().orElseThrow(this::fault);
            if (n < 1 || n > MOST_WEEKS || !cursor.skip("count")) {
                throw fault();
            }
        }
        if (!cursor.skip("week")) {
            throw fault();
        }
        return new Recurrence.Nth(months, n, weekday());
    }

    private Recurrence date(Months months) {
        int date = cursor.number().orElseThrow(this::fault);
        if (date < 1 || date > LAST_DATE || !(cursor.skip("date") || cursor.sees("and"))) {
            throw fault();
        }
        return new Recurrence.Monthly(months, date);
    }

    private DayOfWeek weekday() {
        return DayOfWeek.of(cursor.take("weekday").orElseThrow(this::fault).number());
    }

    /** Whether one more of the same kind follows; a pattern of another kind begins anew. */
    private boolean another() {
        int place = cursor.at();
        if (cursor.skip("and") && !cursor.sees("every-week") && !cursor.sees("months")) {
            return true;
        }
        cursor.moveTo(place);
        return false;
    }

    private IllegalArgumentException fault() {
        return new IllegalArgumentException("'" + text + "' is no pattern of reception days such as 每周二, 每月10日 or 单月15日");
    }
}
