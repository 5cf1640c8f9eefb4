package liaison.bot.dialog;

import java.util.HashMap;
import java.util.Optional;

/** Which slot of the open form a resident wants to say anew. */
final class Corrections {
    private Corrections() {
    }

    /** The slot whose label the message names. */
    static Optional<Slot> of(Scene scene) {
        if (scene.before.form().isEmpty()) {
            return Optional.empty();
        }
        String plain = scene.heard.plain();
        return scene.book.form(scene.before.form()).slots().stream()
                .filter(slot -> !slot.label().isEmpty() && plain.contains(slot.label())).findFirst();
    }

    /** Takes whatever a message says about place, time or telephone in the place of what was said before. */
    static void amend(Scene scene, Form form) {
        boolean changed = false;
        for (var slot : form.slots()) {
            if (slot.kind() instanceof PlaceSlot || slot.kind() instanceof SinceSlot || slot.kind() instanceof PhoneSlot) {
                var before = new HashMap<>(scene.slots);
                slot.kind().forget(scene, slot);
                slot.kind().take(scene, slot);
                if (scene.slot(slot.name()).isEmpty()) {
                    scene.slots.clear();
                    scene.slots.putAll(before);
                } else {
                    changed = true;
                }
            }
        }
        if (!changed) {
            scene.say(scene.miss() < RuleBook.MOST_MISSES ? "amended-nothing" : "form-stuck");
        }
        scene.asking = "";
        form.next(scene);
    }
}
