package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.calendar.Deadline;
import liaison.bot.calendar.WordTable;
import liaison.bot.people.Deputy;
import liaison.bot.people.Person;
import liaison.bot.people.Place;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import liaison.bot.request.ServiceRequest;
import liaison.bot.visit.ReceptionDay;

/** Answers what staff asks of its stations, and a deputy of what is hers; never a resident's words. */
final class DutySteps {
    private static final int DAYS_SHOWN = 3;
    private static final int MOST_PLACES = 20;
    private static final WordTable NUMBERS = WordTable.shipped("/calendar/numbers.tsv");
    private static final char NTH = '第';
    private static final String COUNTED = "个件条单";
    private static final String COMMA = "\u3001";
    private static final String COLON = "\uff1a";

    private DutySteps() {
    }

    /** Those behind the ones that were shown last, else the first again. */
    static void more(Scene scene) {
        String[] next = scene.remembered(Memory.DUTIES).split(" ", 2);
        page(scene, next[0].isEmpty() ? 0 : Integer.parseInt(next[0]), next.length > 1 ? next[1] : "");
    }

    private static void page(Scene scene, int from, String of) {
        boolean ofStation = Roles.is(scene, Person.Kind.STAFF);
        var duties = duties(scene, of, from);
        if (duties.first().isEmpty() && from > 0) {
            page(scene, 0, of);
            return;
        }
        scene.values.put("first", Integer.toString(from + 1));
        scene.say(duties.first().isEmpty() ? "no-duties" : "duties-more");
        duties.first().forEach(request -> scene.choice(request.number(), line(scene, request, ofStation)));
    }

    /** The one that is counted, as the sixth in 第六件. */
    static void nth(Scene scene) {
        String text = scene.heard.text();
        int start = text.indexOf(NTH) + 1;
        int end = start;
        while (end < text.length() && COUNTED.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String nth = NUMBERS.number(text.substring(start, end));
        var duties = duties(scene, "", nth.isEmpty() ? 0 : Integer.parseInt(nth) - 1);
        if (nth.isEmpty() || duties.first().isEmpty()) {
            show(scene);
        } else {
            Cases.show(scene, duties.first().getFirst().number());
        }
    }

    /** Each request is offered to be looked at. */
    static void show(Scene scene) {
        boolean ofStation = Roles.is(scene, Person.Kind.STAFF);
        var named = ofStation ? PeopleSteps.named(scene) : Optional.<Deputy>empty();
        var duties = duties(scene, named.map(deputy -> new Person(Person.Kind.DEPUTY, deputy.code()).toString()).orElse(""), 0);
        boolean isUntaken = ofStation && scene.hears(scene.book.signal("not_taken"));
        boolean isDeclined = ofStation && !isUntaken && scene.hears(scene.book.signal("asks_declined"));
        var shown = duties.first().stream().filter(request -> !isUntaken || Decisions.isUndecided(scene, request))
                .filter(request -> !isDeclined || Decisions.isDeclined(scene, request)).toList();
        if (isUntaken || isDeclined) {
            scene.values.put("count", Integer.toString(shown.size()));
            scene.values.remove("left");
        }
        named.ifPresent(deputy -> scene.values.put("person", deputy.name()));
        String all = named.isPresent() ? "duties-of" : shown.isEmpty() ? "no-duties" : "duties";
        scene.say(isUntaken ? "duties-untaken" : isDeclined ? "duties-declined" : all);
        if (scene.before.form().isEmpty()) {
            shown.forEach(request -> scene.choice(request.number(), line(scene, request, ofStation)));
        } else if (!shown.isEmpty()) {
            // what is asked anew has choices of its own
            scene.values.put("matters", shown.stream().map(request -> line(scene, request, ofStation)).collect(Collectors.joining("\n")));
            scene.say("duties-listed");
        }
    }

    /** For which places whoever asks is there. */
    static void area(Scene scene) {
        var told = new ArrayList<String>();
        Roles.person(scene, Person.Kind.DEPUTY).flatMap(person -> scene.directory().deputy(person.code()))
                .flatMap(deputy -> scene.directory().electoralUnit(deputy.electoralUnit()))
                .ifPresent(unit -> told.add(places(scene, unit.name(), unit.areas())));
        Roles.stations(scene).stream().flatMap(code -> scene.directory().station(code).stream())
                .forEach(station -> told.add(places(scene, station.name(), station.areas())));
        scene.values.put("matters", String.join("\n", told));
        scene.say("own-area");
    }

    private static String places(Scene scene, String name, List<String> areas) {
        return name + areas.stream().flatMap(code -> scene.directory().place(code).stream()).map(Place::name).limit(MOST_PLACES)
                .collect(Collectors.joining(COMMA, COLON, ""));
    }

    /** Says what cannot be counted here, and counts what can. */
    static void tally(Scene scene) {
        duties(scene, "", 0);
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

    /**
     * So many as are shown at once.
     *
     * @param of whose a clerk wants to see; empty for everybody's
     */
    private static Duties duties(Scene scene, String of, int from) {
        String holder = Roles.is(scene, Person.Kind.STAFF) ? of : Roles.person(scene, Person.Kind.DEPUTY).map(Person::toString).orElse("");
        var duties = scene.facts.get(new Want.Open(Roles.stations(scene), holder, scene.now, "", from));
        int behind = from + duties.first().size();
        scene.memory.remove(Memory.DUTIES);
        scene.values.remove("left");
        if (behind < duties.open()) {
            scene.memory.put(Memory.DUTIES, (behind + " " + of).strip());
            scene.values.put("left", Integer.toString(duties.open() - behind));
        }
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
        scene.values.put("step", withHolder ? Decisions.step(scene, request) : "");
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
        var own = Roles.is(scene, Person.Kind.STAFF) ? Optional.<Person>empty() : Roles.person(scene, Person.Kind.DEPUTY);
        own.ifPresent(deputy -> scene.values.put("own", Long.toString(taken.values().stream().filter(deputy.code()::equals).count())));
        return scene.book.text(own.isPresent() ? "roster-day-own" : hosts.isEmpty() ? "roster-day" : "roster-day-hosted")
                .with(scene.values);
    }
}
