package liaison.bot.calendar;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;

/** Finds since when something has been so: how long, or from which day in the past on. */
final class SinceReader {
    private static final WordTable WORDS = WordTable.shipped("/calendar/numbers.tsv", "/calendar/time-words.tsv",
            "/calendar/since-words.tsv");
    private static final BitSet PHRASES = WORDS.firstOf(PhraseScanner.BEGINNINGS);
    private static final BitSet FIRST = WORDS.firstOf("lead", "from", "long", "past", "amount");

    static {
        FIRST.or(PHRASES);
    }

    /** How far behind a length of time it is said how often. */
    private static final int NEAR = 4;

    private final WordCursor cursor;
    private final LocalDate today;
    private final PhraseScanner phrases;
    private final int length;
    /** Where a house ended that was passed; what is said right behind it is how long somebody lives there. */
    private int house = -1;

    SinceReader(String text, LocalDate today) {
        cursor = new WordCursor(WORDS, text, 0);
        this.today = today;
        phrases = new PhraseScanner(cursor, PHRASES, today, true);
        length = text.length();
    }

    /** The first span that is sure, else the first that may be one. */
    Optional<Span> read() {
        return found().map(span -> new Span(earlier(span.start()), span.end()));
    }

    /** 上上个月 and 大前年 from their first letter on: whatever stands one further back; not 路上 and the like, which are where. */
    private int earlier(int start) {
        int at = start;
        while (at > 0 && cursor.seesAt("further", at - 1) && !cursor.isBehind("upon", at)) {
            at--;
        }
        return at;
    }

    private Optional<Span> found() {
        var unsure = Optional.<Span>empty();
        for (int at = 0; at < length; at = Math.max(at + 1, cursor.at())) {
            if (!cursor.mayBegin(at, FIRST) || cursor.isInNumber(at)) {
                cursor.moveTo(at);
                continue;
            }
            var found = at(at);
            if (found == Sureness.SURE) {
                return Optional.of(new Span(at, cursor.at()));
            }
            if (found == Sureness.UNSURE && unsure.isEmpty()) {
                unsure = Optional.of(new Span(at, cursor.at()));
            }
            if (found == Sureness.NONE) {
                cursor.moveTo(at);
            }
        }
        return unsure;
    }

    private enum Sureness {
        SURE, UNSURE, NONE
    }

    private Sureness at(int start) {
        if (isHouse(start)) {
            return Sureness.NONE;
        }
        cursor.moveTo(start);
        boolean led = cursor.skip("lead") || cursor.skip("from");
        int place = cursor.at();
        if (isLong() || isPast(place)) {
            return Sureness.SURE;
        }
        cursor.moveTo(place);
        return duration(led, start);
    }

    /** 幸福路18号 and 住18号 are no days, nor is 18号3单元. */
    private boolean isHouse(int start) {
        cursor.moveTo(start);
        if (cursor.number().isEmpty() || !cursor.skip("date")) {
            return false;
        }
        house = cursor.at();
        boolean at = cursor.isBehind("street", start) || cursor.isBehind("lives", start);
        boolean named = isNamed(start, house);
        boolean within = cursor.number().isPresent() && cursor.sees("within-house");
        if (!at && !within && !named) {
            house = -1;
        }
        return at || within || named;
    }

    /** 蓝湾一号的滑梯: right behind a name, and something of it follows that is no time. */
    private boolean isNamed(int start, int end) {
        boolean behindName = Character.isIdeographic(cursor.charAt(start - 1)) && !cursor.isBehind("lead", start)
                && !cursor.isBehind("from", start) && !cursor.isBehind("before-day", start);
        cursor.moveTo(end);
        boolean of = behindName && cursor.skip("of") && Character.isIdeographic(cursor.charAt(cursor.at())) && !cursor.sees("part")
                && !cursor.sees("part-short") && !cursor.sees("of-day");
        cursor.moveTo(end);
        return of;
    }

    private boolean isLong() {
        if (cursor.skip("long")) {
            cursor.skip("tail");
            return true;
        }
        return false;
    }

    /** A day that has been, a month or a time of the year, with the part of the day and the words for a beginning. */
    private boolean isPast(int place) {
        var phrase = phrases.phraseAt(place, place);
        boolean past = phrase.flatMap(TimePhrase::day).map(day -> !day.isAfter(today)).orElse(false);
        if (!past) {
            cursor.moveTo(place);
            past = isMonth(place) || (cursor.skip("past") && !isAge()) || isSeason(place);
            cursor.skip("season");
            cursor.skip("part");
        }
        if (past) {
            cursor.skip("of");
            cursor.skip("start");
            cursor.skip("till");
        }
        return past;
    }

    /** 打春天起: a season by itself is any year's, unless it is a beginning. */
    private boolean isSeason(int place) {
        cursor.moveTo(place);
        return cursor.isBehind("began", place) && cursor.skip("of-year");
    }

    /** 今年七十六了 is how old somebody is. */
    private boolean isAge() {
        int here = cursor.at();
        boolean age = cursor.number().stream().anyMatch(number -> number >= 10 && number <= 120) && cursor.sees("age");
        cursor.moveTo(here);
        return age;
    }

    /** 3月份, 去年5月, 2024年. */
    private boolean isMonth(int place) {
        cursor.moveTo(place);
        cursor.skip("year-of");
        var number = cursor.number();
        if (number.isPresent() && number.getAsInt() >= 1990 && number.getAsInt() <= today.getYear() && cursor.skip("year")) {
            return true;
        }
        if (number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= 12 && cursor.skip("month-named")) {
            return true;
        }
        cursor.moveTo(place);
        return false;
    }

    private Sureness duration(boolean led, int start) {
        int place = cursor.at();
        if (start == house || cursor.isBehind("recurring", start) || !amount()) {
            cursor.moveTo(place);
            return Sureness.NONE;
        }
        cursor.skip("about");
        cursor.skip("piece");
        cursor.skip("about");
        cursor.skip("half");
        var unit = cursor.take("unit");
        if (unit.isEmpty() || cursor.sees("unit-no")) {
            cursor.moveTo(place);
            return Sureness.NONE;
        }
        cursor.skip("half");
        boolean tailed = cursor.skip("tail");
        cursor.skip("start");
        if (cursor.isBehind("lives", start)) {
            return Sureness.UNSURE;
        }
        if (led || tailed) {
            return Sureness.SURE;
        }
        if (isHowOften()) {
            cursor.moveTo(place);
            return Sureness.NONE;
        }
        return unit.get().value().equals("long") ? Sureness.UNSURE : Sureness.NONE;
    }

    /** 一天坏三回: a number of times follows in the next few letters. */
    private boolean isHowOften() {
        int end = cursor.at();
        boolean often = false;
        for (int at = end; at <= end + NEAR && !often; at++) {
            cursor.moveTo(at);
            often = (cursor.skip("amount") || cursor.number().isPresent()) && cursor.sees("times");
        }
        cursor.moveTo(end);
        return often;
    }

    private boolean amount() {
        if (cursor.skip("amount")) {
            return true;
        }
        boolean counted = cursor.number().isPresent();
        return counted && (!cursor.skip("range") || cursor.number().isPresent());
    }
}
