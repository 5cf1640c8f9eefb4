package liaison.bot.dialog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liaison.bot.understanding.SaidVerbs;
import liaison.bot.understanding.SaidVerbs.Manner;
import liaison.bot.understanding.SaidVerbs.Verb;

/** What some words answer to a notice: that their sender comes, or stays away; 不会请假 is no leave, and 苏二请假 is another's. */
final class SaidAttendance {
    static final String ATTEND = "attend";
    static final String LEAVE = "leave";
    /** It depends, or both are said. */
    static final String OPEN = "open";
    static final String ASKED = "asked";
    /** Somebody else comes, or does not. */
    static final String OTHERS = "others";

    private static final String KIND = "attendance";
    private static final List<String> AFTER_ALL = List.of("comes_after_all");
    /** 让林一替我参加 is a leave as well. */
    private static final List<String> AWAY = List.of(LEAVE, "sends_other", "answers_away");
    private static final List<String> THERE = List.of(ATTEND, "answers_there");

    private SaidAttendance() {
    }

    /** One of the names above; empty where the words answer nothing. */
    static String of(Scene scene, String words) {
        var heard = scene.book.vocabulary().hear(words);
        if (AFTER_ALL.stream().anyMatch(signal -> heard.hears(scene.book.signal(signal)))) {
            return ATTEND;
        }
        var verbs = SaidVerbs.in(PeopleSteps.withoutOthers(scene, words), KIND).stream().filter(verb -> !verb.meaning().isEmpty()
                || verb.manner() == Manner.ASKED).toList();
        boolean isReplaced = heard.hears(scene.book.signal("sends_other"));
        if (!verbs.isEmpty() && !isReplaced) {
            return of(verbs);
        }
        // 参加不了 holds 参加, so that staying away counts first
        return Stream.of(AWAY, THERE).filter(signals -> signals.stream().anyMatch(signal -> heard.hears(scene.book.signal(signal))))
                .findFirst().map(signals -> signals.equals(AWAY) ? LEAVE : ATTEND).orElse("");
    }

    private static String of(List<Verb> verbs) {
        if (verbs.stream().anyMatch(verb -> verb.manner() == Manner.ASKED)) {
            return ASKED;
        }
        var answers = verbs.stream().flatMap(verb -> answer(verb).stream()).distinct().toList();
        return answers.isEmpty() ? OTHERS : answers.size() == 1 ? answers.getFirst() : OPEN;
    }

    /** Who does not stay away comes. */
    private static Optional<String> answer(Verb verb) {
        boolean comes = verb.meaning().equals(ATTEND);
        return switch (verb.manner()) {
            case PLAIN -> Optional.of(verb.meaning());
            case DENIED -> Optional.of(comes ? LEAVE : ATTEND);
            case OPEN, PAST, ASKED -> Optional.of(OPEN);
            case OTHERS -> Optional.empty();
        };
    }
}
