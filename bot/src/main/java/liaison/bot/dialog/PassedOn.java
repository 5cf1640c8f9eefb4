package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.calendar.TimeReader;
import liaison.bot.people.Person;
import liaison.bot.people.Station;
import liaison.bot.request.ServiceRequest;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.RequestNumber;

/** Tells a station's clerk that a deputy said what nothing here records; the words are read in the talk and stand in no letter. */
final class PassedOn {
    /** So many letters say no more than that it is handed back, or takes longer. */
    private static final int BARE = 5;
    /** So many beside several requests, in a clause without a number. */
    private static final int SHORTEST = 3;
    private static final String COMMA = "\u3001";
    private static final String SEMICOLON = "\uff1b";

    private PassedOn() {
    }

    static Step step(String what) {
        return switch (what) {
            case "words" -> PassedOn::words;
            case "substitute" -> PassedOn::substitute;
            case "pause" -> scene -> {
                stations(scene).stream().findFirst().ifPresent(station -> tell(scene, "alert-deputy", station));
                scene.say("pause-passed");
            };
            case "absence" -> PassedOn::absence;
            case "case" -> scene -> ofCases(scene, Cases.all(scene), "case-words-passed");
            case "days" -> scene -> ofCases(scene, scene.facts.get(new Want.Case(scene.before.memory().getOrDefault(Memory.EXTENSION, "")))
                    .stream().toList(), "reason-passed");
            case "reason" -> scene -> {
                if (isReason(scene.heard.text())) {
                    ofCases(scene, Cases.all(scene), "reason-passed");
                }
            };
            default -> throw new IllegalArgumentException("nothing is passed on by '" + what + "'");
        };
    }

    private static void words(Scene scene) {
        stations(scene).stream().findFirst().ifPresent(station -> tell(scene, "alert-deputy", station));
        scene.values.put("matters", NoticeAnswers.awaited(scene).stream().map(NoticeAnswers::title).collect(Collectors.joining(SEMICOLON)));
        scene.say("words-passed");
    }

    /** Whoever is to come in her stead was not asked by anybody: a clerk sees to it. */
    private static void substitute(Scene scene) {
        stations(scene).stream().findFirst().ifPresent(station -> tell(scene, "alert-deputy", station));
        scene.say("substitute-passed");
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

    /** What is said of some requests, to those of the first one's station. */
    private static void ofCases(Scene scene, List<ServiceRequest> all, String text) {
        all.stream().limit(1).forEach(request -> {
            RequestValues.describe(scene, request);
            scene.values.put("number", all.stream().map(ServiceRequest::number).collect(Collectors.joining(COMMA)));
            scene.directory().station(request.station()).ifPresent(station -> tell(scene, "alert-case", station));
            scene.say(text);
        });
    }

    /** Whether more is said than what becomes of a request: in a second clause, or in many words. */
    private static boolean isReason(String text) {
        boolean areSeveral = RequestNumber.allIn(text).size() > 1;
        var clauses = Clauses.of(text).stream().map(clause -> clause.of(text)).filter(clause -> letters(clause) > 0).toList();
        var told = clauses.stream().filter(clause -> !areSeveral || clause.chars().noneMatch(Character::isDigit)).map(PassedOn::letters)
                .toList();
        return told.size() > 1 || told.stream().anyMatch(letters -> letters > (areSeveral ? SHORTEST : BARE));
    }

    private static long letters(String words) {
        return words.codePoints().filter(Character::isIdeographic).count();
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
