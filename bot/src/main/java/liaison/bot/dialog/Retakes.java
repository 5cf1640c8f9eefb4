package liaison.bot.dialog;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.understanding.PlaceWords;

/** Takes what a message says of place, time or telephone in the place of what was said of it before. */
final class Retakes {
    private static final List<String> OF_REMARKS = List.of(KnownPlace.WHERE, "since");

    private Retakes() {
    }

    /** Takes whatever a message says about place, time or telephone in the place of what was said before; not what it only speaks of. */
    static void amend(Scene scene, Form form) {
        boolean changed = false;
        for (var slot : form.slots()) {
            String told = isRetaken(slot) ? told(scene, slot.name(), scene.heard.text()) : "";
            String described = slot.name().equals(KnownPlace.WHERE) ? Remarks.described(scene, told) : "";
            if (!described.isEmpty()) {
                KnownPlace.describe(scene, form, described);
            }
            changed |= !described.isEmpty() || (!told.isEmpty() && scene.hearing(told, () -> retake(scene, slot)));
        }
        var denied = changed ? Optional.<Slot>empty() : Remarks.denied(scene).flatMap(form::slot);
        if (denied.isPresent()) {
            form.correct(scene, denied.get());
            return;
        }
        if (!changed) {
            scene.say(scene.missed("amended-nothing"));
        }
        scene.asking = "";
        form.next(scene);
    }

    private static String told(Scene scene, String slot, String whole) {
        return SaidValue.orAll(OF_REMARKS.contains(slot) ? Remarks.told(scene, slot) : whole);
    }

    /** Takes what a message says of one slot, if it says anything. */
    static void retake(Scene scene, Form form, String slot) {
        String told = told(scene, slot, SaidValue.undenied(scene.heard.text()));
        if (!told.isEmpty()) {
            form.slot(slot).ifPresent(named -> scene.hearing(told, () -> {
                retake(scene, named);
            }));
        }
        scene.asking = slot;
        form.next(scene);
    }

    static boolean retake(Scene scene, Form form, Set<String> except) {
        boolean changed = false;
        for (var slot : form.slots()) {
            changed |= isRetaken(slot) && !except.contains(slot.name()) && retake(scene, slot);
        }
        return changed;
    }

    private static boolean isRetaken(Slot slot) {
        return slot.kind() instanceof PlaceSlot || slot.kind() instanceof SinceSlot || slot.kind() instanceof PhoneSlot;
    }

    private static boolean retake(Scene scene, Slot slot) {
        var before = new HashMap<>(scene.slots);
        slot.kind().forget(scene, slot);
        slot.kind().take(scene, slot);
        boolean taken = !scene.slot(slot.name()).isEmpty();
        if (!taken) {
            scene.slots.clear();
            scene.slots.putAll(before);
        }
        return taken;
    }

    /** Takes since when and the telephone that come with what was asked for anew; each was known, and may be another one now. */
    static void beside(Scene scene, Form form, Slot asked) {
        boolean anew = scene.before.slots().containsKey(Undo.KEPT + asked.name());
        if (anew && asked.kind() instanceof PlaceSlot) {
            retake(scene, form, Set.of(KnownPlace.WHERE));
        }
    }

    /** Takes a place that is said while something else is asked, as another one or as more of the same. */
    static void place(Scene scene, Form form) {
        String before = scene.slot(KnownPlace.WHERE);
        boolean lies = !scene.slot(StationSlot.GUESSED).isEmpty() && scene.book.placeWords().pointsAt(before) && SaidPlace.isAlone(scene);
        if (lies) {
            PlaceParts.within(scene, form);
        } else if (scene.place().exact() || SaidPlace.areHouseParts(scene)) {
            form.slot(KnownPlace.WHERE).ifPresent(slot -> {
                slot.kind().forget(scene, slot);
                slot.kind().take(scene, slot);
            });
        } else if (PlaceParts.isTown(scene)) {
            PlaceParts.within(scene, form);
        } else {
            scene.slots.put(KnownPlace.WHERE, before + "，" + WordsSlot.kept(PlaceWords.withoutLead(scene.heard.text())));
        }
        scene.say("place-noted");
        form.next(scene);
    }
}
