package liaison.bot.dialog;

import java.util.List;
import java.util.Optional;
import liaison.bot.people.Deputy;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;

/** Who writes, beside being a resident. */
final class Roles {
    private Roles() {
    }

    static boolean is(Scene scene, Person.Kind kind) {
        return person(scene, kind).isPresent();
    }

    /** Codes of the stations of whoever writes: staff's, else the deputy's. */
    static List<String> stations(Scene scene) {
        return person(scene, Person.Kind.STAFF).flatMap(person -> scene.directory().staff(person.code())).map(Staff::stations)
                .or(() -> person(scene, Person.Kind.DEPUTY).flatMap(person -> scene.directory().deputy(person.code()))
                        .map(Deputy::stations))
                .orElse(List.of());
    }

    /** Whoever belongs to a station means that one, unless another is named. */
    static void remember(Scene scene) {
        stations(scene).stream().limit(1).forEach(code -> scene.memory.put(Memory.STATION, code));
    }

    static Optional<Person> person(Scene scene, Person.Kind kind) {
        return scene.facts.get(new Want.Bound()).stream().filter(person -> person.kind() == kind).findFirst();
    }
}
