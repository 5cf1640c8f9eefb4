package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.calendar.TimeReader;
import liaison.bot.people.Person;
import liaison.bot.people.Station;

/** Tells a station's clerk that a deputy said what nothing here records; the words are read in the talk and stand in no letter. */
final class PassedOn {
    private static final String SEMICOLON = "\uff1b";

    private PassedOn() {
    }

    static Step step(String what) {
        return switch (what) {
            case "words" -> PassedOn::words;
            case "absence" -> PassedOn::absence;
            default -> throw new IllegalArgumentException("nothing is passed on by '" + what + "'");
        };
    }

    private static void words(Scene scene) {
        stations(scene).stream().findFirst().ifPresent(station -> tell(scene, "alert-deputy", station));
        scene.values.put("matters", NoticeAnswers.awaited(scene).stream().map(NoticeAnswers::title).collect(Collectors.joining(SEMICOLON)));
        scene.say("words-passed");
    }

    /** A deputy cannot receive: whoever is there is told who comes to her on that day. */
    private static void absence(Scene scene) {
        var day = TimeReader.day(scene.heard.text(), scene.now);
        var stations = stations(scene);
        var there = day.flatMap(one -> stations.stream().filter(station -> Receptions.are(scene, station.code(), one)).findFirst());
        scene.values.put("wanted-day", day.map(scene.dates()::dayOfWeek).orElse(""));
        there.or(() -> stations.stream().findFirst()).ifPresent(station -> {
            day.ifPresent(one -> scene.values.put("count", coming(scene, station, one)));
            tell(scene, "alert-absence", station);
        });
        scene.say("absence-passed");
        if (day.isPresent() && there.isEmpty() && !stations.isEmpty()) {
            scene.say("absence-elsewhen");
        }
    }

    /** How many come to her; empty for nobody. */
    private static String coming(Scene scene, Station station, LocalDate day) {
        String deputy = Roles.person(scene, Person.Kind.DEPUTY).map(Person::code).orElse("");
        long coming = scene.facts.get(new Want.Taken(station.code(), day, day)).getOrDefault(day, Map.of()).values().stream()
                .filter(deputy::equals).count();
        return coming == 0 ? "" : Long.toString(coming);
    }

    private static List<Station> stations(Scene scene) {
        return Roles.stations(scene).stream().map(scene.directory()::station).flatMap(Optional::stream).toList();
    }

    static void tell(Scene scene, String text, Station station) {
        PeopleSteps.named(scene, station);
        scene.values.put("person", Roles.person(scene, Person.Kind.DEPUTY).map(one -> NoticeAudiences.name(scene, one)).orElse(""));
        Alerts.send(scene, text, station);
    }
}
