package liaison.bot.dialog;

import java.util.List;
import liaison.bot.people.Deputy;
import liaison.bot.people.Station;

/** Steps that show who and what a station is; only what is public. */
final class PeopleSteps {
    private static final int MOST_SHOWN = 10;

    private PeopleSteps() {
    }

    static Step step(String what) {
        return switch (what) {
            case "deputies" -> PeopleSteps::deputies;
            case "station" -> PeopleSteps::station;
            case "case" -> Cases::show;
            case "calls" -> Calls::show;
            case "more-calls" -> Calls::more;
            case "misses" -> Misses::show;
            case "more-misses" -> Misses::more;
            case "duties" -> DutySteps::show;
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

    private static void named(Scene scene, Station station) {
        scene.values.put("station-name", station.name());
        scene.values.put("station-phone", station.phone());
        scene.values.put("station-address", station.address());
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
            scene.values.put("receptions", String.join("\n", scene.directory().receptionsOf(one.code()).stream()
                    .map(reception -> reception.pattern() + " " + reception.from() + "-" + reception.to()).toList()));
        });
        scene.close();
        scene.say(station.isPresent() ? "station" : "no-station");
    }

    private static String line(Scene scene, Deputy deputy) {
        scene.values.put("deputy-name", deputy.name());
        scene.values.put("deputy-level", scene.book.word(deputy.level().code()));
        scene.values.put("electoral-unit", scene.directory().electoralUnit(deputy.electoralUnit()).map(unit -> unit.name()).orElse(""));
        return scene.book.text("deputy-line").with(scene.values);
    }
}
