package liaison.bot.dialog;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.notice.NoticeMove;
import liaison.bot.notice.NoticeMove.Kind;
import liaison.bot.notice.NoticeTimes;

/** Moves the time of a notice that has one: by so much, to another beginning or end, or where one hour is exchanged for another. */
final class NoticeMoves {
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int HALF_A_DAY = 12;

    private NoticeMoves() {
    }

    /** False where there is nothing to move; a time that would have passed is said, and stays as it was. */
    static boolean move(Scene scene, Slot slot, NoticeMove move, String words) {
        var day = NoticeTime.day(scene);
        var from = NoticeTime.hour(scene);
        if (scene.slot(NoticeTime.STARTS).isEmpty() || day.isEmpty() || from.isEmpty()) {
            return false;
        }
        var to = to(scene);
        return switch (move.kind()) {
            case ALL -> move.isOfDays()
                    ? days(scene, slot, move.by().toDays())
                    : set(scene, slot, day.get().atTime(from.get()).plus(move.by()), to.flatMap(end -> later(end, move.by())));
            case BEGIN, HOUR_OF_BEGIN -> {
                var begin = move.hour().map(hour -> meant(scene, hour, words)).orElseGet(() -> from.get().plus(move.by()));
                yield set(scene, slot, day.get().atTime(begin), to.filter(begin::isBefore).or(() -> end(scene, Optional.of(begin))));
            }
            case END, HOUR_OF_END -> end(scene, slot, from.get(), move);
        };
    }

    private static boolean end(Scene scene, Slot slot, LocalTime from, NoticeMove move) {
        var to = move.kind() == Kind.END ? to(scene).flatMap(end -> later(end, move.by())) : move.hour();
        var later = to.map(end -> end.isAfter(from) || end.getHour() >= HALF_A_DAY ? end : end.plusHours(HALF_A_DAY))
                .filter(from::isBefore);
        return later.isPresent() && set(scene, slot, NoticeTime.day(scene).orElseThrow().atTime(from), later);
    }

    private static boolean days(Scene scene, Slot slot, long days) {
        var last = scene.slot(NoticeTime.LAST);
        if (!last.isEmpty()) {
            scene.slots.put(NoticeTime.LAST, last.indexOf('T') < 0
                    ? LocalDate.parse(last).plusDays(days).toString()
                    : LocalDateTime.parse(last).plusDays(days).toString());
        }
        var at = NoticeTime.day(scene).orElseThrow().plusDays(days).atTime(NoticeTime.hour(scene).orElseThrow());
        return set(scene, slot, at, to(scene));
    }

    private static boolean set(Scene scene, Slot slot, LocalDateTime begin, Optional<LocalTime> end) {
        Instant starts = Shanghai.at(begin.toLocalDate(), begin.toLocalTime());
        if (!starts.isAfter(scene.now)) {
            scene.say("notice-would-pass");
            return true;
        }
        scene.slots.put(NoticeTime.DAY, begin.toLocalDate().toString());
        scene.slots.put(NoticeTime.HOUR, begin.toLocalTime().toString());
        NoticeTime.set(scene, NoticeTime.TO, end.map(LocalTime::toString).orElse(""));
        NoticeTime.settle(scene, slot, starts, scene.slot(NoticeTime.SAID));
        return true;
    }

    /** 三点改成四点 moves the beginning or the end that is at three, 周五改周六 the day; false where nothing is then. */
    static boolean exchange(Scene scene, Slot slot, String was, String words) {
        var old = new NoticeTimes(was, scene.now).when();
        var said = new NoticeTimes(words, scene.now).when();
        if (old.isEmpty() || said.isEmpty() || scene.slot(NoticeTime.STARTS).isEmpty()) {
            return false;
        }
        var hour = said.get().from();
        boolean isHour = hour.isPresent() && said.get().day().isEmpty() && said.get().to().isEmpty() && old.get().to().isEmpty();
        if (isHour && isSame(old.get().from(), to(scene)) && !isSame(old.get().from(), NoticeTime.hour(scene))) {
            return move(scene, slot, new NoticeMove(Kind.HOUR_OF_END, Duration.ZERO, hour), words);
        }
        boolean isThen = day(scene, old.get(), was).filter(day -> NoticeTime.day(scene).filter(day::equals).isPresent()).isPresent()
                && old.get().from().map(from -> isSame(Optional.of(from), NoticeTime.hour(scene))).orElse(true);
        if (!isThen) {
            return false;
        }
        boolean isOfHours = isHour && old.get().from().isPresent();
        return isOfHours
                ? move(scene, slot, new NoticeMove(Kind.HOUR_OF_BEGIN, Duration.ZERO, hour), words)
                : NoticeTime.put(scene, slot, words, false);
    }

    /** The day that words name, or that is known; 周六 of a notice that has a day is that of its week. */
    static Optional<LocalDate> day(Scene scene, TimePhrase phrase, String words) {
        var known = NoticeTime.day(scene);
        var said = phrase.day();
        return said.isEmpty()
                ? known
                : said.map(day -> known.filter(one -> NoticeMove.namesWeekday(phrase, words))
                        .map(one -> one.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plusDays(day.getDayOfWeek().getValue() - 1L))
                        .filter(one -> one.isAfter(scene.today())).orElse(day));
    }

    /** 七点 is at 19:00, too. */
    private static boolean isSame(Optional<LocalTime> said, Optional<LocalTime> known) {
        return said.isPresent() && known.isPresent()
                && (said.equals(known) || said.get().plusHours(HALF_A_DAY).equals(known.get()));
    }

    /** Of what is in the evening, 八点 is in the evening; behind 改到晚上 it is, too. */
    static LocalTime meant(Scene scene, LocalTime said, String words) {
        String part = scene.slot(NoticeTime.PART);
        boolean evening = part.isEmpty() && NoticeTime.hour(scene).filter(hour -> !hour.isBefore(EVENING)).isPresent()
                && said.getHour() >= HALF_A_DAY / 2;
        boolean isLater = (evening || part.equals("afternoon")) && said.getHour() < HALF_A_DAY && NoticeMove.partOfDay(words).isEmpty();
        return isLater ? said.plusHours(HALF_A_DAY) : said;
    }

    /** When it ends that begins at another hour and goes on as long; empty where that is unknown, or on the next day. */
    static Optional<LocalTime> end(Scene scene, Optional<LocalTime> begin) {
        var from = NoticeTime.hour(scene);
        return begin.flatMap(hour -> to(scene).flatMap(end -> from.map(old -> Duration.between(old, end))).map(hour::plus)
                .filter(hour::isBefore));
    }

    private static Optional<LocalTime> later(LocalTime time, Duration by) {
        var moved = time.plus(by);
        return Optional.of(moved).filter(end -> by.isNegative() == end.isBefore(time));
    }

    private static Optional<LocalTime> to(Scene scene) {
        return Optional.of(scene.slot(NoticeTime.TO)).filter(hour -> !hour.isEmpty()).map(LocalTime::parse);
    }
}
