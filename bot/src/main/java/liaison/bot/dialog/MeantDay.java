package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.calendar.TimeReader;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.MeantSpan;
import liaison.bot.visit.Booking;

/** Which of the days that words name is meant for a visit: not one on which she cannot come, as in 1号去不了，8号可以, nor one that she has a visit on. */
final class MeantDay {
    private MeantDay() {
    }

    /** The day meant; empty where none is named on which she can come. */
    static Optional<LocalDate> of(Scene scene) {
        var possible = possible(scene);
        // whether she has visits is asked only where it may decide
        return possible.size() < 2 ? possible.stream().findFirst() : other(scene).or(() -> possible.stream().findFirst());
    }

    /** A day on which she can come and has no visit yet. */
    static Optional<LocalDate> other(Scene scene) {
        var possible = possible(scene);
        var own = possible.isEmpty() ? List.of() : own(scene).toList();
        return possible.stream().filter(day -> !own.contains(day)).findFirst();
    }

    /** Whether a day of one of her visits is named. */
    static boolean isOwn(Scene scene) {
        var named = named(scene).stream().flatMap(phrase -> phrase.day().stream()).toList();
        return !named.isEmpty() && own(scene).anyMatch(named::contains);
    }

    private static Stream<LocalDate> own(Scene scene) {
        return VisitSlot.coming(scene).stream().map(Booking::day);
    }

    /** A week, a month or a time around a feast in which the visit is wanted. */
    static Optional<MeantSpan> span(Scene scene) {
        return MeantSpan.in(VisitMatterSlot.outside(scene.heard.text(), scene.now), scene.today(), scene.book.times().workingDays());
    }

    /** Those that are named outside of what the visit is about, as in 谈谈12月1日停水的事. */
    private static List<TimePhrase> named(Scene scene) {
        var phrases = TimeReader.phrases(PeopleSteps.withoutDeputy(scene), scene.now).stream().filter(phrase -> phrase.day().isPresent())
                .toList();
        if (phrases.isEmpty()) {
            return phrases;
        }
        String outside = VisitMatterSlot.outside(scene.heard.text(), scene.now);
        return phrases.stream().filter(phrase -> !Character.isWhitespace(outside.charAt(phrase.span().start()))).toList();
    }

    /** Whether a day is named on which she cannot come. */
    static boolean isOff(Scene scene) {
        var named = named(scene);
        return IntStream.range(0, named.size()).anyMatch(which -> isOff(scene, named, which));
    }

    private static List<LocalDate> possible(Scene scene) {
        var named = named(scene);
        return IntStream.range(0, named.size()).filter(which -> !isOff(scene, named, which))
                .mapToObj(which -> named.get(which).day().orElseThrow()).toList();
    }

    private static boolean isOff(Scene scene, List<TimePhrase> named, int which) {
        return scene.book.heard(behind(scene, named, which), scene.facts.readings()).hears(scene.book.signal("cannot_come"));
    }

    /** What is said of a day: the words up to the next one; of the last one its clause, since she may go on about what she comes for. */
    private static String behind(Scene scene, List<TimePhrase> named, int which) {
        String text = scene.heard.text();
        int from = named.get(which).span().end();
        return which + 1 < named.size() ? text.substring(from, named.get(which + 1).span().start()) : Clauses.first(text.substring(from));
    }
}
