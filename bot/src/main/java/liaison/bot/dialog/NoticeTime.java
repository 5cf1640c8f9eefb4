package liaison.bot.dialog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.notice.NoticeReader;

/** When a notice says that something is, in slots beside the words for it: a day and an hour may be said one after the other. */
final class NoticeTime {
    /** The instant at which it begins. */
    static final String STARTS = "starts-at";
    private static final String DAY = "starts-on";
    private static final String HOUR = "starts-hour";
    /** The hour at which it ends. */
    private static final String TO = "ends-hour";
    /** The last of several days, with an hour where one was said for it alone. */
    private static final String LAST = "ends-on";
    /** It was said that it is at that hour each of those days. */
    private static final String DAILY = "daily";
    /** The words of the text that said when, until they are corrected. */
    private static final String SAID = "when-said";
    /** Nobody is to come at any time: it has none, or only says until when, or when what it calls off was to be. */
    private static final String UNTIMED = "untimed";
    private static final String COMMA = "\uff0c";

    private NoticeTime() {
    }

    static boolean isUntimed(Scene scene) {
        return !scene.slot(UNTIMED).isEmpty();
    }

    /** It shall have no time. */
    static void leaveOut(Scene scene, String slot) {
        List.of(slot, STARTS, DAY, HOUR, TO, LAST, DAILY).forEach(scene.slots::remove);
        scene.slots.put(UNTIMED, "yes");
    }

    /** An hour is known, and the day was not said, or not in a way that could be told. */
    static boolean wantsDay(Scene scene) {
        return scene.slot(STARTS).isEmpty() && scene.slot(DAY).isEmpty() && !scene.slot(HOUR).isEmpty();
    }

    /** Takes what words say of it; false when that is nothing, or a time that has passed. No day is taken for granted. */
    static boolean put(Scene scene, Slot slot, String words, boolean isAnswer) {
        var phrase = NoticeReader.when(words, scene.now);
        boolean untimed = isAnswer
                ? phrase.filter(one -> one.isLimit() && one.day().isPresent()).isPresent()
                : NoticeReader.isUntimed(words, scene.now);
        if (untimed) {
            leaveOut(scene, slot.name());
            phrase.ifPresent(one -> one.day().ifPresent(day -> scene.slots.put(slot.name(), untimed(scene, one, day))));
            return true;
        }
        return phrase.isPresent() && put(scene, slot, phrase.get(), words, isAnswer);
    }

    /** Such as 12月5日（周六）前. */
    private static String untimed(Scene scene, TimePhrase phrase, LocalDate day) {
        String words = phrase.at().map(scene.dates()::moment).orElseGet(() -> scene.dates().dayOfWeek(day, scene.today()));
        return phrase.isLimit() ? words + scene.book.word("before") : words;
    }

    private static boolean put(Scene scene, Slot slot, TimePhrase phrase, String words, boolean isAnswer) {
        var day = phrase.isImpossible() ? Optional.<LocalDate>empty() : phrase.day().or(() -> day(scene));
        var hour = phrase.from().or(() -> hour(scene));
        var starts = day.flatMap(date -> hour.map(time -> Shanghai.at(date, time)));
        boolean passed = starts.map(at -> !at.isAfter(scene.now)).orElse(day.filter(scene.today()::isAfter).isPresent());
        if (passed || (day.isEmpty() && phrase.from().isEmpty())) {
            return false;
        }
        note(scene, slot, phrase);
        day.ifPresent(date -> scene.slots.put(DAY, date.toString()));
        hour.ifPresent(time -> scene.slots.put(HOUR, time.toString()));
        String said = scene.slot(SAID);
        if (!isAnswer && said.isEmpty() && (starts.isPresent() || phrase.from().isPresent())) {
            scene.slots.put(SAID, NoticeSlot.line(phrase.span().of(words)));
        }
        starts.ifPresent(at -> {
            scene.slots.remove(UNTIMED);
            scene.slots.put(STARTS, at.toString());
            scene.slots.put(slot.name(), words(scene, at));
            if (!said.isEmpty()) {
                NoticeSlot.replace(scene, said, scene.slot(slot.name()));
                scene.slots.put(SAID, scene.slot(slot.name()));
            }
        });
        return true;
    }

    /** What is said anew takes the place of what was said before: the end of another hour, the last of other days, a day that is not told. */
    private static void note(Scene scene, Slot slot, TimePhrase phrase) {
        if (phrase.from().isPresent()) {
            set(scene, TO, phrase.to().map(LocalTime::toString).orElse(""));
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

    private static void set(Scene scene, String slot, String value) {
        if (value.isEmpty()) {
            scene.slots.remove(slot);
        } else {
            scene.slots.put(slot, value);
        }
    }

    private static Optional<LocalDate> day(Scene scene) {
        return Optional.of(scene.slot(DAY)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    }

    private static Optional<LocalTime> hour(Scene scene) {
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
