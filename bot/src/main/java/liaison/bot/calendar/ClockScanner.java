package liaison.bot.calendar;

import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the hours that are named at a cursor, and moves behind them. */
final class ClockScanner {
    private static final int NOON = 12;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    /** Nobody meets at night: 两点 without a part of the day is in the afternoon, from 1 up to here. */
    private static final int LAST_OF_AFTERNOON = 6;

    private final WordCursor cursor;

    ClockScanner(WordCursor cursor) {
        this.cursor = cursor;
    }

    /** From when, and until when where that is said; a part of the day alone has no hours. */
    record Hours(@Nullable LocalTime from, @Nullable LocalTime to) {
        static final Hours NONE = new Hours(null, null);
    }

    /** Hours with or without the part of the day; behind a day the part alone is enough, and 一点 is an hour. */
    Optional<Hours> hours(boolean afterDay) {
        int start = cursor.at();
        String part = part(afterDay);
        var from = time(part, afterDay || !part.isEmpty());
        if (from.isEmpty()) {
            if (afterDay && !part.isEmpty()) {
                return Optional.of(Hours.NONE);
            }
            cursor.moveTo(start);
            return Optional.empty();
        }
        return Optional.of(new Hours(from.get(), until(from.get(), part)));
    }

    private @Nullable LocalTime until(LocalTime from, String part) {
        int start = cursor.at();
        if (cursor.skip("range")) {
            String own = part(false);
            var to = time(own.isEmpty() ? part : own, true);
            if (to.isPresent()) {
                var later = to.get().isAfter(from) || to.get().getHour() >= NOON ? to.get() : to.get().plusHours(NOON);
                if (later.isAfter(from)) {
                    return later;
                }
            }
        }
        cursor.moveTo(start);
        return null;
    }

    private String part(boolean afterDay) {
        boolean isShort = afterDay || cursor.at() == 0 || !Character.isLetter(cursor.charAt(cursor.at() - 1));
        return cursor.take("part").or(() -> isShort ? cursor.take("part-short") : Optional.empty()).map(WordTable.Word::value).orElse("");
    }

    private Optional<LocalTime> time(String part, boolean sure) {
        int start = cursor.at();
        var hour = cursor.number();
        if (hour.isPresent() && hour.getAsInt() <= LAST_HOUR) {
            boolean padded = cursor.charAt(start) == '0';
            int place = cursor.at();
            int minute = cursor.skip("colon") ? minuteAfterColon() : cursor.skip("hour") ? minuteAfterWord(start, sure) : -1;
            if (minute >= 0 && cursor.at() > place) {
                return Optional.of(LocalTime.of(hourOfDay(hour.getAsInt(), part, padded), minute));
            }
        }
        cursor.moveTo(start);
        return Optional.empty();
    }

    private int minuteAfterColon() {
        int place = cursor.at();
        var minute = cursor.number();
        return minute.isPresent() && cursor.at() == place + 2 && minute.getAsInt() <= LAST_MINUTE ? minute.getAsInt() : -1;
    }

    /** Without anything that makes sure, 一点 and 有两点 count things. */
    private int minuteAfterWord(int start, boolean sure) {
        int place = cursor.at();
        int minute = minutes();
        cursor.skip("sharp");
        boolean more = cursor.at() > place;
        if (!sure && !more) {
            boolean counts = cursor.sees("hour-no") || cursor.isBehind("more-before", start) || isOne(start, place);
            return counts ? -1 : 0;
        }
        return minute;
    }

    private boolean isOne(int start, int place) {
        return place - start == 2 && (cursor.isBehind("one", start + 1) || cursor.charAt(start) == '1');
    }

    private int minutes() {
        if (cursor.skip("half")) {
            return 30;
        }
        var quarter = cursor.take("quarter");
        if (quarter.isPresent()) {
            return quarter.get().number();
        }
        int place = cursor.at();
        var minute = cursor.number();
        boolean marked = minute.isPresent() && cursor.skip("minute");
        if (minute.isPresent() && minute.getAsInt() <= LAST_MINUTE
                && (marked || (cursor.at() - place >= 2 && !cursor.sees("minute-no")))) {
            return minute.getAsInt();
        }
        cursor.moveTo(place);
        return 0;
    }

    private static int hourOfDay(int hour, String part, boolean padded) {
        return switch (part) {
            case "dawn" -> hour == NOON ? 0 : hour;
            case "morning" -> hour;
            case "noon" -> hour < NOON - 2 ? hour + NOON : hour;
            case "afternoon", "evening" -> hour < NOON ? hour + NOON : hour;
            default -> hour >= 1 && hour <= LAST_OF_AFTERNOON && !padded ? hour + NOON : hour;
        };
    }
}
