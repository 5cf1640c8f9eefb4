package liaison.bot.dialog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import liaison.bot.calendar.DayPart;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.notice.NoticeMove;
import liaison.bot.notice.NoticeReader;
import liaison.bot.notice.NoticeTimes;
import liaison.bot.understanding.Clauses;

/** When a notice says that something is, in slots beside the words for it: a day and an hour may be said one after the other. */
final class NoticeTime {
    /** The instant at which it begins. */
    static final String STARTS = "starts-at";
    static final String DAY = "starts-on";
    static final String HOUR = "starts-hour";
    /** The hour at which it ends. */
    static final String TO = "ends-hour";
    /** The last of several days, with an hour where one was said for it alone. */
    static final String LAST = "ends-on";
    /** The part of the day that was said without an hour. */
    static final String PART = "starts-part";
    /** It was said that it is at that hour each of those days. */
    static final String DAILY = "daily";
    /** It is all day long, and its hour is none that was said. */
    static final String ALL_DAY = "all-day";
    /** The words of the text that said when, until they are corrected. */
    static final String SAID = "when-said";
    /** Nobody is to come at any time: it has none, or only says until when, or when what it calls off was to be. */
    private static final String UNTIMED = "untimed";
    /** Times of which one is to be chosen, a line each; none where they cannot be told. */
    private static final String SEVERAL = "when-several";
    private static final String COMMA = "\uff0c";
    private static final int LONGEST_PART = 8;
    /** What is all day long begins when offices open. */
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    /** An answer that is no more than a date. */
    private static final int LONGEST_DATE = 12;
    /** Letters of a date that stand before its hour. */
    private static final int DATE = 10;

    private NoticeTime() {
    }

    static boolean isUntimed(Scene scene) {
        return !scene.slot(UNTIMED).isEmpty();
    }

    /** It shall have no time. */
    static void leaveOut(Scene scene, String slot) {
        List.of(slot, STARTS, DAY, HOUR, TO, LAST, DAILY, ALL_DAY, SEVERAL).forEach(scene.slots::remove);
        scene.slots.put(UNTIMED, "yes");
    }

    /** It is all day long: no hour is asked for. */
    static void wholeDay(Scene scene, Slot slot) {
        scene.slots.put(ALL_DAY, "yes");
        scene.slots.put(HOUR, OPENING.toString());
        day(scene).map(day -> Shanghai.at(day, OPENING)).filter(at -> at.isAfter(scene.now)).ifPresent(at -> settle(scene, slot, at, ""));
    }

    /** An hour is known, and the day was not said, or not in a way that could be told. */
    static boolean wantsDay(Scene scene) {
        return scene.slot(STARTS).isEmpty() && scene.slot(DAY).isEmpty() && !scene.slot(HOUR).isEmpty();
    }

    /** A day is known, and the hour is not. */
    static boolean wantsHour(Scene scene) {
        return scene.slot(STARTS).isEmpty() && !scene.slot(DAY).isEmpty() && scene.slot(HOUR).isEmpty();
    }

    /** Takes what words say of it; false when that is nothing, or a time that has passed. No day is taken for granted. */
    static boolean put(Scene scene, Slot slot, String words, boolean isAnswer) {
        var times = new NoticeTimes(isAnswer ? dated(scene, words) : words, scene.now);
        var phrase = times.when();
        if (times.isAllDay() && !times.areSeveral()) {
            wholeDay(scene, slot);
        }
        boolean untimed = isAnswer
                ? phrase.filter(one -> one.isLimit() && one.day().isPresent()).isPresent()
                : NoticeReader.isUntimed(words, scene.now);
        if (untimed) {
            leaveOut(scene, slot.name());
            phrase.ifPresent(one -> one.day().ifPresent(day -> scene.slots.put(slot.name(), untimed(scene, one, day))));
            return true;
        }
        return times.areSeveral()
                ? noteSeveral(scene, slot, times, words)
                : phrase.isPresent() && put(scene, slot, phrase.get(), words, isAnswer);
    }

    /** Behind the question 12.9 is a day, as 12/9 is anywhere. */
    private static String dated(Scene scene, String words) {
        boolean isBare = words.length() <= LONGEST_DATE && new NoticeTimes(words, scene.now).when().isEmpty();
        return isBare
                ? NoticeRefused.date(words).map(date -> words.replace(date, date.replace('.', '/').replace('-', '/'))).orElse(words)
                : words;
    }

    /** Which of several it is has to be asked; words that only one of them can replace are kept for it. */
    private static boolean noteSeveral(Scene scene, Slot slot, NoticeTimes times, String words) {
        var moments = times.moments().stream().filter(scene.now::isBefore).toList();
        List.of(STARTS, DAY, HOUR, TO, LAST, DAILY, slot.name()).forEach(scene.slots::remove);
        scene.slots.put(SEVERAL, String.join("\n", moments.stream().map(scene.dates()::moment).toList()));
        common(moments, at -> Shanghai.day(at).toString()).ifPresent(day -> scene.slots.put(DAY, day));
        common(moments, at -> at.atZone(Shanghai.ZONE).toLocalTime().toString()).ifPresent(hour -> scene.slots.put(HOUR, hour));
        if (times.areAlternatives() && scene.slot(SAID).isEmpty()) {
            scene.slots.put(SAID, NoticeSlot.line(times.span().orElseThrow().of(words)));
        }
        return true;
    }

    /** What all moments have in common need not be said again. */
    private static Optional<String> common(List<Instant> moments, Function<Instant, String> part) {
        return moments.stream().map(part).distinct().count() == 1 ? moments.stream().map(part).findFirst() : Optional.empty();
    }

    /** Asks which of several times it is, as far as they can be told. */
    static void askWhich(Scene scene) {
        scene.say("ask-notice-which-time");
        scene.slot(SEVERAL).lines().forEach(moment -> scene.choice(moment, moment));
    }

    static boolean areSeveral(Scene scene) {
        return scene.slots.containsKey(SEVERAL);
    }

    /** Such as 12月5日（周六）前. */
    private static String untimed(Scene scene, TimePhrase phrase, LocalDate day) {
        String words = phrase.at().map(scene.dates()::moment).orElseGet(() -> scene.dates().dayOfWeek(day, scene.today()));
        return phrase.isLimit() ? words + scene.book.word("before") : words;
    }

    private static boolean put(Scene scene, Slot slot, TimePhrase phrase, String words, boolean isAnswer) {
        var day = phrase.isImpossible() ? Optional.<LocalDate>empty() : NoticeMoves.day(scene, phrase, words);
        if (isOfOtherPart(scene, phrase, words)) {
            List.of(STARTS, HOUR, TO, slot.name()).forEach(scene.slots::remove);
            notePart(scene, words);
        }
        var hour = phrase.from().map(said -> NoticeMoves.meant(scene, said, words)).or(() -> hour(scene));
        var starts = day.flatMap(date -> hour.map(time -> Shanghai.at(date, time)));
        NoticeRefused.note(scene, phrase, words, starts);
        boolean passed = starts.map(at -> !at.isAfter(scene.now)).orElse(day.filter(scene.today()::isAfter).isPresent());
        if (passed || (day.isEmpty() && phrase.from().isEmpty())) {
            return false;
        }
        scene.slots.remove(SEVERAL);
        note(scene, slot, phrase, hour);
        day.ifPresent(date -> scene.slots.put(DAY, date.toString()));
        hour.ifPresent(time -> scene.slots.put(HOUR, time.toString()));
        String said = scene.slot(SAID);
        if (!isAnswer && said.isEmpty() && (starts.isPresent() || phrase.from().isPresent())) {
            scene.slots.put(SAID, NoticeSlot.line(words.substring(begin(phrase, words), phrase.span().end())));
        }
        starts.ifPresent(at -> settle(scene, slot, at, said));
        return true;
    }

    /** Where the words of a time begin, with a day before it that was not understood. */
    private static int begin(TimePhrase phrase, String words) {
        int start = phrase.span().start();
        String before = words.substring(0, start).stripTrailing();
        return phrase.day().isPresent()
                ? start
                : NoticeRefused.date(words).filter(before::endsWith).map(date -> before.length() - date.length()).orElse(start);
    }

    /** 周二下午 says no hour, and the one that is known is of another part of the day. */
    private static boolean isOfOtherPart(Scene scene, TimePhrase phrase, String words) {
        if (phrase.from().isPresent() || phrase.day().isEmpty()) {
            return false;
        }
        var part = DayPart.in(Clauses.first(words.substring(phrase.span().start())));
        return part.isPresent() && hour(scene).filter(part.get()::holds).isEmpty();
    }

    /** It begins then; words of the text that said when say so, too. */
    static void settle(Scene scene, Slot slot, Instant starts, String said) {
        List.of(UNTIMED, PART).forEach(scene.slots::remove);
        scene.slots.put(STARTS, starts.toString());
        scene.slots.put(slot.name(), words(scene, starts));
        if (!said.isEmpty()) {
            NoticeSlot.replace(scene, said, scene.slot(slot.name()));
            scene.slots.put(SAID, scene.slot(slot.name()));
        }
    }

    /** 每天下午 gives no hour: that is to be asked, and will be one of that part of the day. */
    static boolean isPartOfDay(Scene scene, String words) {
        var part = words.length() > LONGEST_PART || scene.slot(STARTS).isEmpty() || new NoticeTimes(words, scene.now).when().isPresent()
                ? Optional.<String>empty()
                : NoticeMove.partOfDay(words);
        part.ifPresent(name -> scene.slots.put(PART, name));
        if (part.isPresent() && NoticeMove.isDaily(words) && !scene.slot(LAST).isEmpty()) {
            scene.slots.put(DAILY, "yes");
        }
        return part.isPresent();
    }

    /** An hour that is asked for will be one of the part of the day that words name. */
    static void notePart(Scene scene, String words) {
        NoticeMove.partOfDay(words).ifPresent(part -> scene.slots.put(PART, part));
    }

    /**
     * What is said anew takes the place of what was said before: the last of other days, a day that is not told. What ends on the same day
     * goes on as long as it would have.
     */
    private static void note(Scene scene, Slot slot, TimePhrase phrase, Optional<LocalTime> hour) {
        if (phrase.from().isPresent()) {
            scene.slots.remove(ALL_DAY);
            boolean isOneDay = scene.slot(LAST).isEmpty() && scene.slot(DAILY).isEmpty();
            set(scene, TO, phrase.to().or(() -> isOneDay ? NoticeMoves.end(scene, hour) : Optional.empty()).map(LocalTime::toString)
                    .orElse(""));
            if (phrase.isDaily()) {
                scene.slots.put(DAILY, "yes");
            }
        }
        if (phrase.day().isPresent() || phrase.isImpossible()) {
            set(scene, LAST, phrase.last().map(date -> phrase.until().map(time -> date.atTime(time).toString()).orElse(date.toString()))
                    .orElse(""));
            set(scene, DAILY, phrase.isDaily() ? "yes" : "");
        }
        if (phrase.isImpossible()) {
            List.of(STARTS, DAY, slot.name()).forEach(scene.slots::remove);
        }
    }

    static void set(Scene scene, String slot, String value) {
        if (value.isEmpty()) {
            scene.slots.remove(slot);
        } else {
            scene.slots.put(slot, value);
        }
    }

    static Optional<LocalDate> day(Scene scene) {
        return Optional.of(scene.slot(DAY)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    }

    static Optional<LocalTime> hour(Scene scene) {
        return Optional.of(scene.slot(HOUR)).filter(hour -> !hour.isEmpty()).map(LocalTime::parse);
    }

    /** Such as 12月3日（周四）09:00至11:00，至12月5日（周六）, or 12月3日（周四）至12月5日（周六），每天09:00至11:00. */
    private static String words(Scene scene, Instant starts) {
        var dates = scene.dates();
        if (!scene.slot(DAILY).isEmpty() && !scene.slot(LAST).isEmpty() && scene.slot(LAST).indexOf('T') < 0) {
            String hours = dates.time(starts) + (scene.slot(TO).isEmpty() ? "" : scene.book.word("until") + scene.slot(TO));
            return dates.dayOfWeek(Shanghai.day(starts), scene.today()) + scene.book.word("until")
                    + dates.dayOfWeek(LocalDate.parse(scene.slot(LAST)), scene.today()) + COMMA + scene.book.word("daily") + hours;
        }
        String until = scene.book.word("until");
        if (!scene.slot(ALL_DAY).isEmpty()) {
            String last = scene.slot(LAST);
            return dates.dayOfWeek(Shanghai.day(starts), scene.today())
                    + (last.isEmpty() ? "" : until + dates.dayOfWeek(LocalDate.parse(last.substring(0, DATE)), scene.today())) + COMMA
                    + scene.book.word(ALL_DAY);
        }
        String words = dates.moment(starts);
        String to = scene.slot(TO);
        if (!to.isEmpty()) {
            words += until + to;
        }
        String last = scene.slot(LAST);
        if (!last.isEmpty()) {
            words += (to.isEmpty() ? "" : COMMA) + until + (last.indexOf('T') < 0
                    ? dates.dayOfWeek(LocalDate.parse(last), scene.today())
                    : dates.moment(Shanghai.at(LocalDateTime.parse(last).toLocalDate(), LocalDateTime.parse(last).toLocalTime())));
        }
        return words;
    }
}
