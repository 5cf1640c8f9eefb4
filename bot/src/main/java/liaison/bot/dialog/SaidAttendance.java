package liaison.bot.dialog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import liaison.bot.understanding.Heard;
import liaison.bot.understanding.SaidVerbs;
import liaison.bot.understanding.SaidVerbs.Manner;
import liaison.bot.understanding.SaidVerbs.Verb;

/** What some words answer to a notice: that their sender comes, or stays away; 不会请假 is no leave, and 苏二请假 is another's. */
enum SaidAttendance {
    /** Nothing is answered. */
    NONE, ATTEND, LEAVE,
    /** It depends, or both are said. */
    OPEN, ASKED,
    /** Somebody else comes, or does not. */
    OTHERS;

    private static final String KIND = "attendance";
    private static final String SENDS_OTHER = "sends_other";
    /** 让林一替我参加 is a leave as well. */
    private static final List<String> AWAY = List.of("leave", SENDS_OTHER, "answers_away");
    private static final List<String> THERE = List.of("attend", "answers_there");

    static SaidAttendance of(Scene scene, String words) {
        var heard = scene.book.vocabulary().hear(words);
        if (hears(scene, heard, List.of("comes_after_all"))) {
            return ATTEND;
        }
        var verbs = SaidVerbs.in(PeopleSteps.withoutOthers(scene, words), KIND).stream().filter(verb -> !verb.meaning().isEmpty()
                || verb.manner() == Manner.ASKED).toList();
        if (!verbs.isEmpty() && !hears(scene, heard, List.of(SENDS_OTHER))) {
            return of(verbs);
        }
        // 参加不了 holds 参加, so that staying away counts first
        return hears(scene, heard, AWAY) ? LEAVE : hears(scene, heard, THERE) ? ATTEND : NONE;
    }

    /** As it is stored and in the names of texts. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean hears(Scene scene, Heard heard, List<String> signals) {
        return signals.stream().anyMatch(signal -> heard.hears(scene.book.signal(signal)));
    }

    private static SaidAttendance of(List<Verb> verbs) {
        if (verbs.stream().anyMatch(verb -> verb.manner() == Manner.ASKED)) {
            return ASKED;
        }
        var answers = verbs.stream().flatMap(verb -> answer(verb).stream()).distinct().toList();
        return answers.isEmpty() ? OTHERS : answers.size() == 1 ? answers.getFirst() : OPEN;
    }

    /** Who does not stay away comes. */
    private static Optional<SaidAttendance> answer(Verb verb) {
        boolean comes = verb.meaning().equals(ATTEND.code());
        return switch (verb.manner()) {
            case PLAIN -> Optional.of(comes ? ATTEND : LEAVE);
            case DENIED -> Optional.of(comes ? LEAVE : ATTEND);
            case OPEN, PAST, ASKED -> Optional.of(OPEN);
            case OTHERS -> Optional.empty();
        };
    }
}
