package liaison.bot.dialog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liaison.bot.people.Deputy;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;

/** Who of an author's own stations a notice is for, from the words of its audience. */
final class NoticeAudiences {
    private static final int MOST_NAMED = 8;
    private static final String COMMA = "\u3001";

    private NoticeAudiences() {
    }

    static Optional<Staff> author(Scene scene) {
        return Roles.person(scene, Person.Kind.STAFF).flatMap(person -> scene.directory().staff(person.code()));
    }

    /** Everybody the author may write to, by name. */
    static Map<String, Person> people(Scene scene) {
        var people = new LinkedHashMap<String, Person>();
        for (String station : stations(scene)) {
            scene.directory().deputiesOf(station).forEach(deputy -> people.putIfAbsent(deputy.name(), of(deputy)));
            scene.directory().staffOf(station).forEach(staff -> people.putIfAbsent(staff.name(), of(staff)));
        }
        return people;
    }

    /** Everybody of the author's stations whom an audience takes in, each once; never the author. */
    static List<Person> of(Scene scene, String audience) {
        var tokens = Set.copyOf(Arrays.asList(audience.split(" ", -1)));
        Set<Person> people = new LinkedHashSet<>();
        for (String station : stations(scene)) {
            scene.directory().deputiesOf(station).stream()
                    .filter(deputy -> takes(tokens, "deputies", level(deputy), of(deputy).toString()))
                    .forEach(deputy -> people.add(of(deputy)));
            scene.directory().staffOf(station).stream().filter(staff -> takes(tokens, "staff", "", of(staff).toString()))
                    .forEach(staff -> people.add(of(staff)));
        }
        author(scene).ifPresent(staff -> people.remove(of(staff)));
        return List.copyOf(people);
    }

    private static boolean takes(Set<String> tokens, String... names) {
        boolean in = false;
        for (String name : names) {
            if (tokens.contains("-" + name)) {
                return false;
            }
            in |= tokens.contains(name);
        }
        return in;
    }

    /** The audience as a read-back says it. */
    static String words(Scene scene, String audience) {
        String author = author(scene).map(staff -> of(staff).toString()).orElse("");
        var in = Arrays.stream(audience.split(" ", -1)).filter(token -> !token.startsWith("-") && !token.equals(author))
                .map(token -> word(scene, token)).toList();
        var out = Arrays.stream(audience.split(" ", -1)).filter(token -> token.startsWith("-"))
                .map(token -> word(scene, token.substring(1))).toList();
        String all = String.join(COMMA, in);
        return out.isEmpty() ? all : all + scene.book.word("except") + String.join(COMMA, out);
    }

    /** The names of people who are so few that names tell more than their number; else empty. */
    static String names(Scene scene, List<Person> people) {
        return people.size() > MOST_NAMED ? "" : list(scene, people);
    }

    static String list(Scene scene, List<Person> people) {
        return String.join(COMMA, people.stream().map(person -> name(scene, person)).toList());
    }

    static String name(Scene scene, Person person) {
        return switch (person.kind()) {
            case DEPUTY -> scene.directory().deputy(person.code()).map(Deputy::name).orElse("");
            case STAFF -> scene.directory().staff(person.code()).map(Staff::name).orElse("");
        };
    }

    private static String word(Scene scene, String token) {
        return token.startsWith("deputy:") || token.startsWith("staff:") ? name(scene, Person.parse(token)) : scene.book.word(token);
    }

    private static List<String> stations(Scene scene) {
        return author(scene).map(Staff::stations).orElse(List.of());
    }

    private static String level(Deputy deputy) {
        return "deputies:" + deputy.level().code();
    }

    private static Person of(Deputy deputy) {
        return new Person(Person.Kind.DEPUTY, deputy.code());
    }

    private static Person of(Staff staff) {
        return new Person(Person.Kind.STAFF, staff.code());
    }
}
