package liaison.bot.dialog;

import java.util.Optional;
import liaison.bot.people.Place;

/** Where a resident said that she lives: offered, and never taken, where a report names no place. */
final class Home {
    private Home() {
    }

    static void remember(Scene scene) {
        if (scene.place().exact() && scene.place().places().size() == 1) {
            scene.memory.put(Memory.HOME, scene.place().places().getFirst().code());
        }
    }

    private static Optional<Place> of(Scene scene) {
        return scene.directory().place(scene.remembered(Memory.HOME));
    }

    /** Whether it is asked where, and her home is what is offered. */
    static boolean isOffered(Scene scene) {
        return of(scene).isPresent() && !Landmarks.isAround(scene) && KnownPlace.was(scene, KnownPlace.WHERE).isEmpty();
    }

    static void ask(Scene scene) {
        of(scene).ifPresent(place -> {
            scene.values.put(KnownPlace.SAID, place.name());
            scene.say("ask-where-home");
            scene.choice(place.name(), place.name());
        });
    }

    /** It is there. */
    static void take(Scene scene) {
        var form = scene.book.form(scene.form);
        of(scene).ifPresent(place -> KnownPlace.take(scene, form, place.name()));
        form.next(scene);
    }
}
