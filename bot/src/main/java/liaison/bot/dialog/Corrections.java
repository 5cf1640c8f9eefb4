package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import liaison.bot.understanding.Fix;

/** Puts right the slots of the open form that a message names by their labels, as in 地点不是甲是乙 or 改时间，三天. */
final class Corrections {
    private static final String WHAT = "what";

    private Corrections() {
    }

    /** The slot whose label begins a part of the message; not the one that is asked for. */
    static Optional<Slot> of(Scene scene) {
        return parts(scene).stream().filter(part -> part.isMeant(scene)).flatMap(part -> part.slot().stream()).findFirst();
    }

    /** Whether a message puts right what is being asked for by its label, as 我要改一下地点，是5号楼. */
    static boolean isOfAsked(Scene scene) {
        return asked(scene).filter(slot -> Labelled.in(scene.heard.text(), List.of(slot)).stream().anyMatch(part -> part.isMeant(scene)))
                .isPresent();
    }

    /** Takes what such a message says, and not how it says it; asks again where it says nothing. */
    static void correctAsked(Scene scene, Form form) {
        String value = asked(scene).map(slot -> SaidValue.of(scene.heard.text(), slot)).orElse("");
        if (value.isEmpty()) {
            form.next(scene);
        } else {
            scene.hearing(value, () -> form.fill(scene));
        }
    }

    private static Optional<Slot> asked(Scene scene) {
        return scene.before.form().isEmpty() ? Optional.empty() : scene.book.form(scene.before.form()).slot(scene.before.asking());
    }

    private static List<Labelled> parts(Scene scene) {
        if (scene.before.form().isEmpty()) {
            return List.of();
        }
        var slots = scene.book.form(scene.before.form()).slots().stream()
                .filter(slot -> !slot.name().equals(scene.before.asking())).toList();
        return Labelled.in(scene.heard.text(), slots);
    }

    /** Takes what each part of the message says instead; asks for the first that it only names. */
    static void correct(Scene scene, Form form) {
        var parts = parts(scene);
        var meant = parts.stream().filter(part -> part.isMeant(scene)).toList();
        var named = meant.stream().flatMap(part -> part.slot().stream()).map(Slot::name).collect(Collectors.toSet());
        var unsaid = new ArrayList<Slot>();
        for (var part : parts) {
            if (!meant.contains(part)) {
                aside(scene, form, part.text(), named);
            } else if (!put(scene, form, part.slot().get(), part, named)) {
                unsaid.add(part.slot().get());
            }
        }
        scene.asking = "";
        unsaid.reversed().forEach(slot -> form.forget(scene, slot));
        unsaid.stream().findFirst().ifPresentOrElse(slot -> form.correct(scene, slot), () -> form.next(scene));
    }

    /** Takes what one part of a message says; false where it only says that something is wrong. */
    private static boolean put(Scene scene, Form form, Slot slot, Labelled part, Set<String> named) {
        if (Additions.add(scene, slot, part)) {
            return true;
        }
        var fix = Fix.of(part.text());
        boolean isExchange = slot.name().equals(WHAT)
                ? !Replacements.isMatter(scene, fix.right())
                : slot.name().equals(KnownPlace.WHERE)
                        && scene.hearing(fix.right(), () -> scene.place().places().isEmpty() && !SaidPlace.areHouseParts(scene));
        if (isExchange && !fix.right().isEmpty() && fix.isOf(KnownPlace.was(scene, slot.name()))) {
            Replacements.exchange(scene, form, fix);
            return true;
        }
        String first = part.first();
        String value = slot.name().equals(WHAT)
                ? SaidValue.wholeOf(part.text(), slot)
                : first.isEmpty() ? SaidValue.of(part.text(), slot) : first;
        value = slot.kind().completed(scene, value, part.text());
        if (value.isEmpty()) {
            return false;
        }
        var before = new HashMap<>(scene.slots);
        slot.kind().forget(scene, slot);
        if (!Boolean.TRUE.equals(scene.hearing(value, () -> slot.kind().answer(scene, slot)))) {
            scene.slots.clear();
            scene.slots.putAll(before);
            return false;
        }
        if (!slot.name().equals(WHAT) && !first.isEmpty()) {
            aside(scene, form, part.beside(), named);
        }
        return true;
    }

    /** Takes what is said beside the parts that name a slot, as 听雨轩的 in 听雨轩的，电话13800001234. */
    private static void aside(Scene scene, Form form, String words, Set<String> named) {
        if (words.isBlank()) {
            return;
        }
        scene.hearing(words, () -> {
            var fix = Fix.of(words);
            if (!fix.right().isEmpty() && Replacements.isOne(scene) && named.stream().noneMatch(slot -> fix.isOf(scene.slot(slot)))) {
                Replacements.exchange(scene, form, fix);
            } else {
                Retakes.retake(scene, form, named);
            }
        });
    }
}
