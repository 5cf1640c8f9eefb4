package liaison.bot.dialog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import liaison.bot.people.Deputy;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;

/** Greets those whom the account knows by name, and remembers that it did. */
final class Welcome {
    private static final String COMMA = "\u3001";

    private Welcome() {
    }

    static void greet(Scene scene, String text) {
        var bound = scene.facts.get(new Want.Bound());
        PeopleSteps.values(scene);
        scene.values.put("person", bound.stream().map(person -> person(scene, person)).collect(Collectors.joining(COMMA)));
        String stations = bound.stream().flatMap(person -> stations(scene, person).stream()).distinct()
                .flatMap(code -> scene.directory().station(code).stream()).map(Station::name).collect(Collectors.joining(COMMA));
        if (!stations.isEmpty()) {
            scene.values.put("station-name", stations);
        }
        scene.memory.put(Memory.GREETED, scene.today().toString());
        scene.say(text);
    }

    /** A name, and as whom. */
    static String person(Scene scene, Person person) {
        return NoticeAudiences.name(scene, person) + scene.book.word("as-" + person.kind().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> stations(Scene scene, Person person) {
        return switch (person.kind()) {
            case DEPUTY -> scene.directory().deputy(person.code()).map(Deputy::stations).orElse(List.of());
            case STAFF -> scene.directory().staff(person.code()).map(Staff::stations).orElse(List.of());
        };
    }
}
