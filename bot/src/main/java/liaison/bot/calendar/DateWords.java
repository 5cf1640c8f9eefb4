package liaison.bot.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Days and moments in the words people read; the patterns are those of {@code calendar/words.properties}. */
public final class DateWords {
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfWeek;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter otherYear;
    private final DateTimeFormatter time;
    private final DateTimeFormatter formalDay;
    private final DateTimeFormatter formalMoment;

    /** Patterns by the keys day, day-of-week, moment, other-year, time, formal-day and formal-moment. */
    public DateWords(Properties patterns) {
        day = pattern(patterns, "day");
        dayOfWeek = pattern(patterns, "day-of-week");
        moment = pattern(patterns, "moment");
        otherYear = pattern(patterns, "other-year");
        time = pattern(patterns, "time");
        formalDay = pattern(patterns, "formal-day");
        formalMoment = pattern(patterns, "formal-moment");
    }

    public static DateWords shipped() {
        var patterns = new Properties();
        var stream = Objects.requireNonNull(DateWords.class.getResourceAsStream("/calendar/words.properties"));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            patterns.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DateWords(patterns);
    }

    /** Such as 12月4日. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** Such as 12月4日（周五）. */
    public String dayOfWeek(LocalDate date) {
        return dayOfWeek.format(date);
    }

    /** Such as 12月4日（周五）, with the year where it is not this one. */
    public String dayOfWeek(LocalDate date, LocalDate today) {
        return (date.getYear() == today.getYear() ? dayOfWeek : otherYear).format(date);
    }

    /** Such as 12月4日（周五）14:00. */
    public String moment(Instant instant) {
        return moment.format(instant.atZone(Shanghai.ZONE));
    }

    /** Such as 14:00. */
    public String time(Instant instant) {
        return time.format(instant.atZone(Shanghai.ZONE));
    }

    /** Such as 2026年12月4日, which forms of others take for a date. */
    public String formal(LocalDate date) {
        return formalDay.format(date);
    }

    /** Such as 2026年12月4日 14:00, which forms of others take for a time. */
    public String formal(Instant instant) {
        return formalMoment.format(instant.atZone(Shanghai.ZONE));
    }

    private static DateTimeFormatter pattern(Properties patterns, String key) {
        var pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("the pattern '" + key + "' is missing");
        }
        return DateTimeFormatter.ofPattern(pattern, Locale.CHINA);
    }
}
