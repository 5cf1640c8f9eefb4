package liaison.bot.dialog;

import java.time.Duration;
import java.util.Optional;
import liaison.bot.notice.Broadcast;
import liaison.bot.people.Person;

/** Who writes, beside being a resident. */
final class Roles {
    /** A notice is answered at most so long after it was sent. */
    private static final Duration ANSWERABLE = Duration.ofDays(30);

    private Roles() {
    }

    static boolean is(Scene scene, Person.Kind kind) {
        return person(scene, kind).isPresent();
    }

    static Optional<Person> person(Scene scene, Person.Kind kind) {
        return scene.facts.get(new Want.Bound()).stream().filter(person -> person.kind() == kind).findFirst();
    }

    /** The newest notice to whoever is bound here. */
    static Optional<Broadcast> received(Scene scene) {
        return scene.facts.get(new Want.Bound()).stream()
                .flatMap(person -> scene.facts.get(new Want.Received(person)).stream())
                .filter(broadcast -> broadcast.createdAt().plus(ANSWERABLE).isAfter(scene.now)).findFirst();
    }
}
