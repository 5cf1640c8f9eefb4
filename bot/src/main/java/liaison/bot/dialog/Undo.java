package liaison.bot.dialog;

import java.util.List;
import java.util.Map;

/** What slots held before they were asked for anew, until the read-back comes again: whoever changes her mind gets it back. */
final class Undo {
    /** Before the name of a slot, what it held. */
    static final String KEPT = "kept.";
    private static final String SURE = "sure";
    private static final String EITHER = "either";
    private static final List<String> OF_PLACE = List.of(KnownPlace.WHERE, KnownPlace.PLACE, StationSlot.STATION);

    private Undo() {
    }

    /** Keeps what a slot's forgetting took away. */
    static void keep(Scene scene, Map<String, String> before) {
        before.forEach((name, value) -> {
            if (!name.startsWith(KEPT) && scene.slot(name).isEmpty()) {
                scene.slots.putIfAbsent(KEPT + name, value);
            }
        });
    }

    /** It is asked what is to be put right; nothing need be. Or which of two things is meant, to which a mere yes is no answer. */
    static Step hold(String what) {
        return switch (what) {
            case "" -> scene -> scene.slots.put(KEPT + SURE, SURE);
            case EITHER -> scene -> scene.slots.put(KEPT + EITHER, EITHER);
            default -> throw new IllegalArgumentException("nothing is held by '" + what + "'");
        };
    }

    static boolean isEitherAsked(Scene scene) {
        return !kept(scene, EITHER).isEmpty();
    }

    /** Whether something is asked that was known. */
    static boolean isPossible(Scene scene) {
        return scene.slots.keySet().stream().anyMatch(name -> name.startsWith(KEPT) && isAsked(scene, name.substring(KEPT.length())));
    }

    /** Gives back what is asked, or was not said anew. */
    static void restore(Scene scene, Form form) {
        if (!kept(scene, KnownPlace.WHERE).isEmpty()) {
            form.slot(KnownPlace.WHERE).filter(slot -> isAsked(scene, slot.name())).ifPresent(slot -> slot.kind().forget(scene, slot));
        }
        for (String name : List.copyOf(scene.slots.keySet())) {
            if (name.startsWith(KEPT) && !name.equals(KEPT + SURE) && !name.equals(KEPT + EITHER)) {
                giveBack(scene, name.substring(KEPT.length()));
            }
        }
        drop(scene);
        scene.asking = "";
        form.next(scene);
    }

    /** Gives back what a slot held, if it holds nothing now. */
    static void giveBack(Scene scene, String slot) {
        String before = kept(scene, slot);
        if (scene.slot(slot).isEmpty() && !before.isEmpty()) {
            scene.slots.put(slot, before);
        }
    }

    static String kept(Scene scene, String slot) {
        return scene.slot(KEPT + slot);
    }

    static void drop(Scene scene) {
        scene.slots.keySet().removeIf(name -> name.startsWith(KEPT));
        KnownPlace.settle(scene);
    }

    private static boolean isAsked(Scene scene, String slot) {
        String asking = scene.before.asking();
        return slot.equals(asking) || (OF_PLACE.contains(slot) && OF_PLACE.contains(asking));
    }
}
