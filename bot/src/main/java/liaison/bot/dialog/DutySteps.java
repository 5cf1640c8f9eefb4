package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liaison.bot.calendar.Deadline;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import liaison.bot.request.ServiceRequest;
import liaison.bot.visit.ReceptionDay;

/** Answers what staff asks of its stations, and a deputy of what is hers; never a resident's words. */
final class DutySteps {
    private static final int DAYS_SHOWN = 3;
    private static final String COMMA = "\u3001";

    private DutySteps() {
    }

    /** Each request is offered to be looked at. */
    static void show(Scene scene) {
        var duties = duties(scene);
        boolean ofStation = Roles.is(scene, Person.Kind.STAFF);
        scene.say(duties.first().isEmpty() ? "no-duties" : "duties");
        duties.first().forEach(request -> scene.choice(request.number(), line(scene, request, ofStation)));
    }

    /** Says what cannot be counted here, and counts what can. */
    static void tally(Scene scene) {
        duties(scene);
        scene.say("staff-report");
    }

    /** Who is at the stations, when they receive, and how many come to whom. */
    static void roster(Scene scene, String text) {
        var told = new ArrayList<String>();
        for (String code : Roles.stations(scene)) {
            scene.directory().station(code).ifPresent(station -> told.add(roster(scene, station)));
        }
        scene.values.put("matters", String.join("\n", told));
        scene.say(text);
    }

    private static Duties duties(Scene scene) {
        String holder = Roles.is(scene, Person.Kind.STAFF) ? "" : Roles.person(scene, Person.Kind.DEPUTY).map(Person::toString).orElse("");
        var duties = scene.facts.get(new Want.Open(Roles.stations(scene), holder, scene.now));
        scene.values.put("count", Integer.toString(duties.open()));
        scene.values.put("late", Integer.toString(duties.late()));
        scene.values.put("fresh", Integer.toString(duties.fresh()));
        return duties;
    }

    private static String line(Scene scene, ServiceRequest request, boolean withHolder) {
        scene.values.put("due", scene.dates().day(Deadline.dayOf(request.due())));
        scene.values.put("number", request.number());
        scene.values.put("topic", request.topic());
        scene.values.put("when", scene.book.text(request.due().isAfter(scene.now) ? "duty-due" : "duty-late").with(scene.values));
        scene.values.put("person", request.holder().isEmpty() ? "" : NoticeAudiences.name(scene, Person.parse(request.holder())));
        return scene.book.text(withHolder ? "duty" : "duty-own").with(scene.values);
    }

    private static String roster(Scene scene, Station station) {
        var patterns = scene.directory().receptionsOf(station.code());
        List<ReceptionDay> days = patterns.isEmpty()
                ? List.of()
                : ReceptionDay.next(DAYS_SHOWN, patterns, scene.now, scene.book.times().workingDays());
        var taken = days.isEmpty()
                ? Map.<java.time.LocalDate, Map<Integer, String>>of()
                : scene.facts.get(new Want.Taken(station.code(), days.getFirst().day(), days.getLast().day()));
        scene.values.put("station-name", station.name());
        scene.values.put("names", scene.directory().staffOf(station.code()).stream().map(Staff::name).collect(Collectors.joining(COMMA)));
        scene.values.put("receptions", days.stream().map(day -> line(scene, day, taken.getOrDefault(day.day(), Map.of())))
                .collect(Collectors.joining("\n")));
        return scene.book.text("roster-station").with(scene.values);
    }

    private static String line(Scene scene, ReceptionDay day, Map<Integer, String> taken) {
        VisitSteps.describe(scene, day);
        scene.values.put("count", Integer.toString(taken.size()));
        scene.values.put("all", Integer.toString(day.capacity()));
        String hosts = taken.values().stream().filter(code -> !code.isEmpty()).distinct()
                .map(code -> NoticeAudiences.name(scene, new Person(Person.Kind.DEPUTY, code))).collect(Collectors.joining(COMMA));
        scene.values.put("person", hosts);
        return scene.book.text(hosts.isEmpty() ? "roster-day" : "roster-day-hosted").with(scene.values);
    }
}
