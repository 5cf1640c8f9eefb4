package liaison.bot.dialog;

import java.util.Optional;
import liaison.bot.people.Person;

/** Who writes, beside being a resident. */
final class Roles {
    private Roles() {
    }

    static boolean is(Scene scene, Person.Kind kind) {
        return person(scene, kind).isPresent();
    }

    static Optional<Person> person(Scene scene, Person.Kind kind) {
        return scene.facts.get(new Want.Bound()).stream().filter(person -> person.kind() == kind).findFirst();
    }
}
