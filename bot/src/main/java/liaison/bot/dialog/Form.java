package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import liaison.bot.understanding.HouseParts;
import liaison.bot.understanding.SecondThoughts;

/**
 * The questions of one errand in their order.
 *
 * @param title what residents call the errand
 * @param done what happens when nothing is left to ask
 */
record Form(String name, String title, List<Slot> slots, List<Step> done) {
    Form {
        slots = List.copyOf(slots);
        done = List.copyOf(done);
    }

    Optional<Slot> slot(String slotName) {
        for (var slot : slots) {
            if (slot.name().equals(slotName)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    /** Begins the errand with what the message already says. */
    void start(Scene scene, boolean withMessage) {
        scene.close();
        scene.form = name;
        if (withMessage) {
            read(scene, "");
        }
        next(scene);
    }

    /** Begins the errand with what is known, and with what else the message says. */
    void start(Scene scene, Map<String, String> known) {
        open(scene, known);
        read(scene, "");
        next(scene);
    }

    void open(Scene scene, Map<String, String> known) {
        scene.close();
        scene.form = name;
        scene.slots.putAll(known);
    }

    /** Takes the message as the answer to what was asked, and as whatever else it may say. */
    void fill(Scene scene) {
        var asked = slot(scene.asking);
        int known = scene.slots.size();
        var before = Map.copyOf(scene.slots);
        boolean answered = asked.isPresent() && (isAnsweredAtLast(scene, asked.get()) || isAnswered(scene, asked.get()));
        if (answered) {
            Retakes.beside(scene, this, asked.get());
        }
        read(scene, scene.asking);
        if (answered) {
            ToldBeside.keep(scene, asked.get(), before);
        }
        if (!answered) {
            scene.say(scene.slots.size() > known ? "noted" : scene.missed("form-again"));
        }
        next(scene);
    }

    private static boolean isAnswered(Scene scene, Slot asked) {
        return !asked.refuses().holds(scene) && asked.kind().answer(scene, asked);
    }

    /** By what is said behind 哦不 and the like. */
    private static boolean isAnsweredAtLast(Scene scene, Slot asked) {
        String meant = asked.kind() instanceof WordsSlot ? "" : SecondThoughts.in(scene.heard.text());
        return !meant.isEmpty() && !HouseParts.areAll(meant) && Boolean.TRUE.equals(scene.hearing(meant, () -> isAnswered(scene, asked)));
    }

    /** Asks for one thing anew. */
    void correct(Scene scene, Slot slot) {
        forget(scene, slot);
        scene.asking = slot.name();
        slot.kind().ask(scene, slot);
        progress(scene);
    }

    /** What a slot holds is to be asked for anew. */
    void forget(Scene scene, Slot slot) {
        var before = Map.copyOf(scene.slots);
        slot.kind().forget(scene, slot);
        Undo.keep(scene, before);
    }

    /** Asks for the first thing that is missing, or ends. */
    void next(Scene scene) {
        for (var slot : slots) {
            boolean wished = !slot.optional() || scene.asking.equals(slot.name());
            if (wished && !slot.kind().isSettled(scene, slot)) {
                scene.asking = slot.name();
                slot.kind().ask(scene, slot);
                progress(scene);
                return;
            }
        }
        scene.asking = "";
        done.forEach(step -> step.run(scene));
    }

    /** Takes what a message says of whatever is not known yet. */
    void read(Scene scene, String but) {
        for (var slot : slots) {
            if (!slot.name().equals(but) && scene.slot(slot.name()).isEmpty()) {
                slot.kind().take(scene, slot);
            }
        }
    }

    private void progress(Scene scene) {
        var counted = slots.stream().filter(Slot::counted).toList();
        long left = counted.stream().filter(
                slot -> scene.slot(slot.name()).isEmpty() && !(slot.kind() instanceof NoticeSlot && slot.kind().isSettled(scene, slot)))
                .count();
        if (scene.form.equals(name) && left > 0) {
            scene.values.put("left", Long.toString(left));
            scene.values.put("all", Integer.toString(counted.size()));
            scene.progress(scene.book.text("progress").with(scene.values));
        }
    }
}
