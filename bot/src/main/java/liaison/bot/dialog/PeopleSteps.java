package liaison.bot.dialog;

import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.TimeReader;
import liaison.bot.people.Deputy;
import liaison.bot.people.Person;
import liaison.bot.people.Station;

/** Steps that show who and what a station is; only what is public. */
final class PeopleSteps {
    private static final int MOST_SHOWN = 10;
    /** Letters of a name that are told from any word, and of a text that asks for somebody by it. */
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;
    private static final int LOOKED_AT = 500;

    private PeopleSteps() {
    }

    static Step step(String what) {
        return switch (what) {
            case "deputies" -> PeopleSteps::deputies;
            case "station" -> PeopleSteps::station;
            case "deputy" -> scene -> named(scene).ifPresent(deputy -> deputy(scene, deputy));
            case "deputy-again" -> scene -> scene.directory().deputy(scene.remembered(Memory.DEPUTY))
                    .ifPresentOrElse(deputy -> deputy(scene, deputy), () -> scene.book.form("deputies").start(scene, true));
            case "case" -> Cases::show;
            case "case-again" -> Cases::again;
            case "area" -> DutySteps::area;
            case "calls" -> Calls::show;
            case "more-calls" -> Calls::more;
            case "misses" -> Misses::show;
            case "more-misses" -> Misses::more;
            case "duties" -> DutySteps::show;
            case "more-duties" -> DutySteps::more;
            case "nth-duty" -> DutySteps::nth;
            case "tally" -> DutySteps::tally;
            case "roster", "bookings" -> scene -> DutySteps.roster(scene, what);
            default -> throw new IllegalArgumentException("there is no '" + what + "' to show");
        };
    }

    /** The station a text may name: the form's, the message's place's, the remembered one, or the only one. */
    static void values(Scene scene) {
        stations(scene).stream().limit(1).forEach(station -> named(scene, station));
        if (!scene.before.form().isEmpty()) {
            scene.values.put("errand", scene.book.form(scene.before.form()).title());
        }
    }

    static void named(Scene scene, Station station) {
        scene.values.put("station-name", station.name());
        scene.values.put("station-phone", station.phone());
        scene.values.put("station-address", station.address());
        receptions(scene, station);
    }

    static List<Station> stations(Scene scene) {
        var named = Routing.stations(scene.place().places(), scene.directory());
        if (!named.isEmpty()) {
            return named;
        }
        String code = scene.slot(StationSlot.STATION).isEmpty() ? scene.home() : scene.slot(StationSlot.STATION);
        var known = scene.directory().station(code);
        var all = scene.directory().stations(2);
        return known.map(List::of).orElse(all.size() == 1 ? all : List.of());
    }

    private static void deputies(Scene scene) {
        var station = scene.directory().station(scene.slot(StationSlot.STATION));
        station.ifPresent(one -> {
            named(scene, one);
            scene.memory.put(Memory.STATION, one.code());
            scene.values.put("deputies", String.join("\n", scene.directory().deputiesOf(one.code()).stream().limit(MOST_SHOWN)
                    .map(deputy -> line(scene, deputy)).toList()));
        });
        scene.close();
        scene.say(station.isPresent() ? "deputies" : "no-station");
    }

    private static void station(Scene scene) {
        var station = scene.directory().station(scene.slot(StationSlot.STATION));
        station.ifPresent(one -> {
            named(scene, one);
            scene.memory.put(Memory.STATION, one.code());
            scene.values.put("deputy-names", String.join("、", scene.directory().deputiesOf(one.code()).stream().limit(MOST_SHOWN)
                    .map(Deputy::name).toList()));
        });
        scene.close();
        scene.say(station.isPresent() ? "station" : "no-station");
    }

    private static void receptions(Scene scene, Station station) {
        scene.values.put("receptions", String.join("\n", scene.directory().receptionsOf(station.code()).stream()
                .map(reception -> reception.pattern() + " " + reception.from() + "-" + reception.to()).toList()));
    }

    /** The one deputy whom a text names; none where two bear the name. Of a directory that is too large for a look, only the account's own. */
    static Optional<Deputy> named(Scene scene) {
        var found = named(scene, scene.heard.text());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<Deputy> named(Scene scene, String text) {
        var all = scene.directory().stations(LOOKED_AT + 1);
        return text.length() > LONGEST
                ? List.of()
                : (all.size() > LOOKED_AT ? scene.ours() : all).stream()
                        .flatMap(station -> scene.directory().deputiesOf(station.code()).stream())
                        .filter(deputy -> deputy.name().length() >= SHORTEST && text.contains(deputy.name())).distinct().toList();
    }

    /** Words with somebody else in the stead of other deputies than the sender: 由林一接办 is nothing of hers. One called 周三 is a day. */
    static String withoutOthers(Scene scene, String words) {
        String own = Roles.person(scene, Person.Kind.DEPUTY).map(Person::code).orElse("");
        String title = scene.book.word("as-deputy");
        String said = words;
        for (var deputy : named(scene, words)) {
            boolean isDay = TimeReader.day(deputy.name(), scene.now).isPresent();
            String name = isDay ? deputy.name() + title : deputy.name();
            said = deputy.code().equals(own) ? said : said.replace(name, scene.book.word("somebody-else"));
        }
        return said;
    }

    /** The message with blanks for a deputy's name before her title: one called 周三 is no day. */
    static String withoutDeputy(Scene scene) {
        String text = scene.heard.text();
        String title = scene.book.word("as-deputy");
        return text.contains(title)
                ? named(scene).map(Deputy::name)
                        .map(name -> text.replace(name + title, " ".repeat(name.length()) + title)).orElse(text)
                : text;
    }

    private static void deputy(Scene scene, Deputy deputy) {
        deputy.stations().stream().flatMap(code -> scene.directory().station(code).stream()).findFirst().ifPresent(station -> {
            named(scene, station);
            scene.memory.put(Memory.STATION, station.code());
        });
        scene.memory.put(Memory.DEPUTY, deputy.code());
        scene.values.put("deputies", line(scene, deputy));
        scene.close();
        scene.say("deputy");
    }

    private static String line(Scene scene, Deputy deputy) {
        scene.values.put("deputy-name", deputy.name());
        scene.values.put("deputy-level", scene.book.word(deputy.level().code()));
        scene.values.put("electoral-unit", scene.directory().electoralUnit(deputy.electoralUnit()).map(unit -> unit.name()).orElse(""));
        return scene.book.text("deputy-line").with(scene.values);
    }
}
