package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.TimeReader;

/** A reception day of the form's station that still has a place; only real ones are offered. */
record ReceptionDaySlot() implements SlotKind {
    private static final int OFFERED = 3;
    private static final String NEXT = "next";

    @Override
    public void take(Scene scene, Slot slot) {
        wanted(scene).ifPresent(day -> scene.slots.put(slot.name(), day));
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        take(scene, slot);
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        String wanted = scene.slot(slot.name());
        if (wanted.isEmpty()) {
            return false;
        }
        var free = Receptions.of(scene, scene.slot(StationSlot.STATION)).stream()
                .filter(one -> wanted.equals(NEXT) || one.day().day().toString().equals(wanted)).findFirst();
        free.ifPresentOrElse(one -> {
            scene.slots.put(slot.name(), one.day().day().toString());
            VisitSteps.describe(scene, one.day());
        }, () -> {
            scene.slots.remove(slot.name());
            if (!wanted.equals(NEXT)) {
                scene.values.put("wanted-day", scene.dates().dayOfWeek(LocalDate.parse(wanted)));
            }
        });
        return free.isPresent();
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        List<Receptions.Free> free = Receptions.of(scene, scene.slot(StationSlot.STATION));
        ReadBack.values(scene);
        if (free.isEmpty()) {
            scene.close();
            scene.say("no-reception");
            return;
        }
        if (scene.values.containsKey("wanted-day")) {
            scene.say("no-reception-then");
        }
        scene.say(slot.question());
        free.stream().limit(OFFERED).forEach(one -> {
            String day = scene.dates().dayOfWeek(one.day().day());
            scene.choice(day, day + " " + scene.dates().time(one.day().from()));
        });
    }

    private static Optional<String> wanted(Scene scene) {
        var day = TimeReader.day(scene.heard.text(), scene.now).map(LocalDate::toString);
        return day.isPresent() || !scene.hears(scene.book.signal("next_visit")) ? day : Optional.of(NEXT);
    }
}
