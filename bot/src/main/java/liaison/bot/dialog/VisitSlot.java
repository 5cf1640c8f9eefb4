package liaison.bot.dialog;

import java.util.List;
import liaison.bot.calendar.TimeReader;
import liaison.bot.people.Station;
import liaison.bot.visit.Booking;

/** Which of the resident's own coming visits is meant. */
record VisitSlot() implements SlotKind {
    @Override
    public void take(Scene scene, Slot slot) {
        var days = TimeReader.phrases(PeopleSteps.withoutDeputy(scene), scene.now).stream().flatMap(phrase -> phrase.day().stream())
                .toList();
        var meant = coming(scene).stream().filter(visit -> days.contains(visit.day())).toList();
        // two on one day are told apart by their stations; at one station they are as good as each other
        var there = meant.stream().filter(visit -> scene.heard.text().contains(station(scene, visit))).toList();
        if (coming(scene).size() > 1 && (meant.size() == 1 || !there.isEmpty())) {
            put(scene, slot, there.isEmpty() ? meant.getFirst() : there.getFirst());
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        take(scene, slot);
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        var coming = coming(scene);
        if (scene.slot(slot.name()).isEmpty() && coming.size() == 1) {
            put(scene, slot, coming.getFirst());
        }
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        var coming = coming(scene);
        if (coming.isEmpty()) {
            scene.close();
            scene.say("no-visits");
            return;
        }
        scene.say(slot.question());
        coming.forEach(visit -> {
            String label = scene.dates().dayOfWeek(visit.day()) + " " + station(scene, visit);
            scene.choice(label, label);
        });
    }

    private static String station(Scene scene, Booking visit) {
        return scene.directory().station(visit.station()).map(Station::name).orElse(visit.station());
    }

    static List<Booking> coming(Scene scene) {
        return scene.facts.get(new Want.Visits(scene.today())).stream().filter(visit -> visit.from().isAfter(scene.now)).toList();
    }

    static Booking of(Scene scene, String id) {
        return coming(scene).stream().filter(visit -> visit.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalStateException("a visit of the talk is not among those of its address"));
    }

    private static void put(Scene scene, Slot slot, Booking visit) {
        scene.slots.put(slot.name(), visit.id());
        scene.slots.put(StationSlot.STATION, visit.station());
    }
}
