package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;
import liaison.bot.request.ServiceRequest;

/** Whether those who hold a request can be told of it, and who of their station can in their stead. */
final class Reach {
    private Reach() {
    }

    /** Whether the holder is known at any address; true where nobody holds it. */
    static boolean isReached(Scene scene, ServiceRequest request) {
        return request.holder().isEmpty() || reached(scene, request).contains(request.holder());
    }

    /** Of the station's people, clerks first, one who is known at an address, where the holder is not. */
    static Optional<String> instead(Scene scene, ServiceRequest request) {
        var reached = request.holder().isEmpty() ? List.<String>of() : reached(scene, request);
        return reached.contains(request.holder()) ? Optional.empty() : reached.stream().findFirst();
    }

    /** Everybody of a station's staff, clerks first, who is known at an address. */
    static List<String> staff(Scene scene, String station) {
        var people = people(scene, station);
        var bound = people.isEmpty() ? Set.<Person>of() : scene.facts.get(new Want.Reached(people));
        return people.stream().filter(one -> bound.contains(one) || isListed(one, scene.directory())).map(Person::toString).toList();
    }

    private static List<Person> people(Scene scene, String station) {
        return scene.directory().staffOf(station).stream().sorted(Comparator.comparing(Staff::role))
                .map(staff -> new Person(Person.Kind.STAFF, staff.code())).toList();
    }

    /** Asked several times for one filing. */
    private static List<String> reached(Scene scene, ServiceRequest request) {
        return scene.facts.readings().of(scene.book, Reached.class, request.station() + ' ' + request.holder(),
                words -> new Reached(find(scene, request))).people;
    }

    private record Reached(List<String> people) {
    }

    private static List<String> find(Scene scene, ServiceRequest request) {
        var people = new ArrayList<Person>();
        people.add(Person.parse(request.holder()));
        people(scene, request.station()).stream().filter(one -> !people.contains(one)).forEach(people::add);
        if (isListed(people.getFirst(), scene.directory())) {
            return List.of(request.holder());
        }
        var bound = scene.facts.get(new Want.Reached(List.copyOf(people)));
        return people.stream().filter(one -> bound.contains(one) || isListed(one, scene.directory())).map(Person::toString).toList();
    }

    /** Whether the directory says where they are. */
    private static boolean isListed(Person person, Directory directory) {
        return switch (person.kind()) {
            case DEPUTY -> directory.deputy(person.code()).stream().anyMatch(one -> !one.addresses().isEmpty());
            case STAFF -> directory.staff(person.code()).stream().anyMatch(one -> !one.addresses().isEmpty());
        };
    }
}
