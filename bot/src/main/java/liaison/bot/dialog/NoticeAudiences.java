package liaison.bot.dialog;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import liaison.bot.notice.AudienceChange;
import liaison.bot.notice.NoticeStations;
import liaison.bot.people.Deputy;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;

/** Who of an author's own stations a notice is for, from the words of its audience. */
final class NoticeAudiences {
    private static final int MOST_NAMED = 8;
    private static final int MOST_STATIONS = 1_000;
    private static final List<String> UNREACHED = List.of("residents", "wide");
    private static final String TITLE = "\u4ee3\u8868";
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

    /** What words say of stations before people; whoever is of another one is none of the author's. */
    static NoticeStations stations(Scene scene, String words) {
        var own = stations(scene).stream().flatMap(code -> scene.directory().station(code).stream()).map(Station::name)
                .map(NoticeStations::stem).toList();
        var all = scene.directory().stations(MOST_STATIONS).stream().map(Station::name).map(NoticeStations::stem).toList();
        return NoticeStations.read(words, own, all);
    }

    /** Says whom the author cannot write to, since they are of other stations. */
    static void sayOthers(Scene scene, List<String> others) {
        scene.values.put("strangers", String.join(COMMA, others));
        scene.say("notice-other-station");
    }

    /** Everybody of the author's stations whom an audience takes in, each once; never the author. */
    static List<Person> of(Scene scene, String audience) {
        var tokens = Set.copyOf(Arrays.asList(audience.split(" ", -1)));
        Set<Person> people = new LinkedHashSet<>();
        for (String station : stations(scene)) {
            scene.directory().deputiesOf(station).stream()
                    .filter(deputy -> takes(tokens, "deputies", level(deputy), of(deputy).toString()))
                    .forEach(deputy -> people.add(of(deputy)));
            scene.directory().staffOf(station).stream().filter(staff -> takes(tokens, "staff", of(staff).toString()))
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

    /** Takes an audience, or says why nobody can be written to by it. */
    static void put(Scene scene, String audience) {
        var self = Set.of(audience.split(" ", -1)).contains(author(scene).map(staff -> of(staff).toString()).orElse("-"));
        if (self) {
            scene.say("notice-self");
        }
        switch (audience) {
            case "residents" -> scene.say("notice-no-residents");
            case "wide" -> scene.say("notice-own-station");
            default -> {
                if (of(scene, audience).isEmpty() && self) {
                    return;
                }
                if (of(scene, audience).isEmpty()) {
                    scene.values.put("audience-name", words(scene, audience));
                    scene.say("notice-nobody");
                } else {
                    scene.slots.put(NoticeSlot.AUDIENCE, audience);
                }
            }
        }
    }

    /** Says whose names are nobody's, or which of several 林代表 may be. */
    static void sayUnknown(Scene scene, Collection<String> names) {
        for (String name : names) {
            var fitting = people(scene).keySet().stream().filter(known -> name.length() > 2 && name.startsWith(known.substring(0, 1))
                    && name.startsWith(TITLE, 1)).toList();
            if (fitting.size() > 1) {
                scene.values.put("strangers", name);
                scene.values.put("roll", String.join(COMMA, fitting));
                scene.say("notice-which-person");
                return;
            }
        }
        scene.values.put("strangers", String.join(COMMA, names));
        scene.say("notice-strangers");
    }

    /** Takes people out of the audience, or into it; false where nobody is left or was named. */
    static boolean change(Scene scene, AudienceChange change) {
        var named = Stream.of(change.only(), change.in()).flatMap(Set::stream).toList();
        var unreached = UNREACHED.stream().filter(named::contains).findFirst();
        if (!change.strangers().isEmpty()) {
            sayUnknown(scene, change.strangers());
            return true;
        }
        if (unreached.isPresent()) {
            put(scene, unreached.get());
            return true;
        }
        var tokens = new TreeSet<>(change.only().isEmpty() ? List.of(scene.slot(NoticeSlot.AUDIENCE).split(" ", -1)) : change.only());
        tokens.remove("");
        change.out().forEach(token -> takeOut(scene, tokens, token));
        change.in().forEach(token -> takeIn(scene, tokens, token));
        if (change.in().contains(author(scene).map(staff -> of(staff).toString()).orElse(""))) {
            scene.say("notice-self");
        }
        String audience = String.join(" ", tokens);
        if (of(scene, audience).isEmpty() && named.isEmpty()) {
            scene.slots.remove(NoticeSlot.AUDIENCE);
            scene.say("notice-none-left");
            return false;
        }
        put(scene, audience);
        return true;
    }

    private static void takeOut(Scene scene, Set<String> tokens, String token) {
        tokens.remove(token);
        tokens.removeIf(other -> isWithin(other, token));
        var out = of(scene, token);
        if (of(scene, String.join(" ", tokens)).stream().anyMatch(out::contains)) {
            tokens.add("-" + token);
        }
    }

    private static void takeIn(Scene scene, Set<String> tokens, String token) {
        tokens.remove("-" + token);
        tokens.removeIf(other -> isWithin(other, token));
        if (!of(scene, String.join(" ", tokens)).containsAll(of(scene, token))) {
            tokens.add(token);
        }
    }

    /** Whether a person or a level is of a group that is named as a whole. */
    private static boolean isWithin(String token, String group) {
        return (group.equals("deputies") && (token.startsWith("deputies:") || token.startsWith("deputy:")))
                || (group.equals("staff") && token.startsWith("staff:"));
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
