package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import liaison.bot.people.Place;
import liaison.bot.people.Station;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Plain;

/**
 * The station: by the place, else the one the resident had to do with, else the only one there is; else it is asked.
 *
 * @param mayGuess a place that nobody knows goes to the first station, which the read-back says and lets change
 */
record StationSlot(boolean mayGuess) implements SlotKind {
    static final String STATION = "station";
    static final String GUESSED = "station-guessed";
    private static final int SHOWN = 4;
    /** Letters of a name that are told from any word. */
    private static final int SHORTEST = 2;
    /** Letters of an area's name that are no other word. */
    private static final int SHORTEST_AREA = 3;
    private static final int LOOKED_AT = 500;
    /** 望溪的站 is 望溪联络站. */
    private static final String OF = "\u7684";

    @Override
    public void take(Scene scene, Slot slot) {
        // a report's follows from its place: whoever tells of a station there need not mean ours
        var said = mayGuess ? List.<Station>of() : called(scene.heard.text(), scene.directory().stations(LOOKED_AT));
        if (said.size() == 1) {
            scene.slots.put(slot.name(), said.getFirst().code());
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        var named = named(scene);
        if (named.size() != 1) {
            return false;
        }
        scene.slots.put(slot.name(), named.getFirst().code());
        scene.slots.remove(GUESSED);
        return true;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        if (scene.slot(slot.name()).isEmpty()) {
            var stations = candidates(scene);
            boolean guess = mayGuess && stations.size() > 1 && scene.slot(KnownPlace.PLACE).isEmpty();
            if (stations.size() == 1 || guess) {
                scene.slots.put(slot.name(), stations.getFirst().code());
            }
            if (guess) {
                scene.slots.put(GUESSED, stations.getFirst().name());
            }
            if (scene.directory().stations(1).isEmpty()) {
                return true;
            }
        }
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        scene.say(slot.question());
        offered(scene).forEach(station -> scene.choice(station.name(), station.name()));
    }

    private static List<Station> offered(Scene scene) {
        var fitting = candidates(scene);
        // whoever wants another one than the place says may have any
        return (fitting.size() == 1 ? scene.directory().stations(SHOWN) : fitting).stream().limit(SHOWN).toList();
    }

    /** Takes another one of those that were offered, or one that is named; asks again where a message only says that it is the wrong one. */
    static void retake(Scene scene, Form form) {
        var slot = form.slot(STATION).orElseThrow();
        var offered = offered(scene);
        String said = Clauses.of(scene.heard.text()).getLast().of(scene.heard.text());
        int which = Spoken.counted(said, offered.size());
        if (which >= 0 && which < offered.size()) {
            scene.slots.put(STATION, offered.get(which).code());
            scene.slots.remove(GUESSED);
        } else if (!Boolean.TRUE.equals(scene.hearing(said, () -> slot.kind().answer(scene, slot)))) {
            form.correct(scene, slot);
            return;
        }
        scene.asking = "";
        form.next(scene);
    }

    private static List<Station> candidates(Scene scene) {
        var places = new ArrayList<Place>();
        for (String code : scene.slot(KnownPlace.PLACE).split("\\|", -1)) {
            scene.directory().place(code).ifPresent(places::add);
        }
        var serving = Routing.stations(places, scene.directory());
        var known = scene.directory().station(scene.home());
        if (!serving.isEmpty()) {
            return known.filter(serving::contains).map(List::of).orElse(serving);
        }
        if (known.isPresent() && places.isEmpty()) {
            return List.of(known.get());
        }
        return scene.ours().isEmpty() ? scene.directory().stations(SHOWN + 1) : scene.ours();
    }

    /** Those that a text calls by their names, else by names without the middle. */
    private static List<Station> called(String text, List<Station> all) {
        var whole = all.stream().filter(station -> text.contains(station.name())).toList();
        var half = whole.isEmpty() ? all.stream().filter(station -> isShort(text, station.name())).toList() : whole;
        return half.isEmpty() ? ofAreas(text, all) : half;
    }

    /** Those whose area a text names: what stands in their names before the end that all of them share. */
    private static List<Station> ofAreas(String text, List<Station> all) {
        String first = all.isEmpty() ? "" : all.getFirst().name();
        String kind = IntStream.rangeClosed(0, first.length()).mapToObj(first::substring)
                .filter(end -> all.stream().allMatch(station -> station.name().endsWith(end))).findFirst().orElse("");
        return all.stream().filter(station -> {
            String area = station.name().substring(0, station.name().length() - kind.length());
            return all.size() > 1 && area.length() >= SHORTEST_AREA && text.contains(area);
        }).toList();
    }

    /** Whether the beginning of a name stands in a text with its end right behind, as people leave out what lies between. */
    private static boolean isShort(String text, String name) {
        if (name.length() <= SHORTEST) {
            return false;
        }
        String start = name.substring(0, SHORTEST);
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            int same = SHORTEST;
            while (at + same < text.length() && same < name.length() && text.charAt(at + same) == name.charAt(same)) {
                same++;
            }
            int behind = text.startsWith(OF, at + same) ? at + same + OF.length() : at + same;
            for (int rest = same; rest < name.length(); rest++) {
                if (text.startsWith(name.substring(rest), behind)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the message names one station, or a place that one serves, which is not the form's, nor that of a visit where no form is open. */
    static boolean isAnother(Scene scene) {
        String meant = meant(scene.heard.text());
        var named = meant.equals(scene.heard.text()) ? named(scene) : scene.hearing(meant, () -> named(scene));
        if (named.size() != 1) {
            return false;
        }
        String code = named.getFirst().code();
        return scene.before.form().isEmpty()
                ? VisitSlot.coming(scene).stream().noneMatch(visit -> visit.station().equals(code))
                : !scene.slot(STATION).equals(code);
    }

    /** Without the clauses that say where she is not: 我不住锦绣苑，我住听雨轩. */
    static String meant(String text) {
        var clauses = Clauses.of(text);
        var left = clauses.stream().map(clause -> clause.of(text)).filter(clause -> Clauses.find(clause, 0, "elsewhere") < 0).toList();
        return left.isEmpty() || left.size() == clauses.size() ? text : String.join("\n", left);
    }

    /** By its name or code, by how its name alone begins, by a place in its area, or, of those that were offered, by its first letters. */
    private static List<Station> named(Scene scene) {
        String text = scene.heard.text();
        var all = scene.directory().stations(LOOKED_AT);
        var byName = all.stream().filter(station -> text.equalsIgnoreCase(station.code())).findFirst().map(List::of)
                .orElseGet(() -> called(text, all));
        if (!byName.isEmpty()) {
            return byName;
        }
        String plain = Plain.of(Spoken.meant(text));
        var byStart = all.stream().filter(station -> plain.length() >= SHORTEST && Plain.of(station.name()).startsWith(plain)).toList();
        if (byStart.size() == 1) {
            return byStart;
        }
        var byPlace = Routing.stations(scene.place().places(), scene.directory());
        var begun = all.stream().filter(station -> Spoken.isChoice(scene, station.name()) && begins(text, station.name())).toList();
        return byPlace.isEmpty() ? begun : byPlace;
    }

    /** Whether the first letters of a name stand in a text. */
    private static boolean begins(String text, String name) {
        return name.length() > SHORTEST && text.contains(name.substring(0, SHORTEST));
    }
}
