package liaison.bot.dialog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.HouseParts;
import liaison.bot.understanding.Plain;

/** What somebody says that something should not become, as in 不要改成听雨轩. */
final class Refusals {
    private static final List<String> SLOTS = List.of(KnownPlace.WHERE, "since", "contact");
    private static final String INTO = "into";
    private static final String NOTICE = "notice";

    private Refusals() {
    }

    /** Takes what else the message says; asks anew for what it refuses where that stands there already; else leaves everything as it is. */
    static void keep(Scene scene, Form form) {
        String text = scene.heard.text();
        int refuses = scene.book.signal("not_into");
        var clauses = Clauses.of(text);
        var refused = clauses.stream().filter(clause -> scene.book.heard(clause.of(text), scene.facts.readings()).hears(refuses)).toList();
        String rest = clauses.stream().filter(clause -> !refused.contains(clause)).map(clause -> clause.of(text))
                .collect(Collectors.joining("\uff0c"));
        var held = refused.stream().flatMap(clause -> held(scene, clause.of(text)).stream()).findFirst().flatMap(form::slot);
        if (Plain.of(rest).length() > 1 && !scene.book.heard(rest, scene.facts.readings()).hears(scene.book.signal("unchanged"))) {
            scene.hearing(rest, () -> amend(scene, form));
        } else if (Undo.isPossible(scene)) {
            Undo.restore(scene, form);
        } else {
            held.ifPresentOrElse(slot -> form.correct(scene, slot), () -> form.next(scene));
        }
    }

    private static void amend(Scene scene, Form form) {
        if (form.name().equals(NOTICE)) {
            NoticeAmends.amend(scene);
        } else {
            Retakes.amend(scene, form);
        }
    }

    /** The slot that holds what a clause refuses. */
    private static Optional<String> held(Scene scene, String clause) {
        int into = Clauses.find(clause, 0, INTO);
        String refused = into < 0 ? "" : HouseParts.bare(clause.substring(Clauses.end(clause, into, INTO))).strip();
        return refused.isEmpty() ? Optional.empty() : SLOTS.stream().filter(slot -> scene.slot(slot).contains(refused)).findFirst();
    }
}
