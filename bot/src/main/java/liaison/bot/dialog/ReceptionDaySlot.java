package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.understanding.MeantSpan;
import liaison.bot.visit.Booking;

/** A reception day of the form's station that still has a place; only real ones are offered. */
record ReceptionDaySlot() implements SlotKind {
    private static final int OFFERED = 3;
    private static final int ISO_DATE = 10;
    private static final String NEXT = "next";
    private static final String COMMA = "\u3001";
    /** Under which the text is kept that says why a day cannot be had. */
    private static final String WHY = "why";

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
        var after = wanted.equals(NEXT) ? after(scene) : LocalDate.MIN;
        var span = MeantSpan.of(wanted);
        var free = free(scene).stream().filter(one -> wanted.equals(NEXT)
                ? one.day().day().isAfter(after)
                : span.map(meant -> meant.holds(one.day().day())).orElse(one.day().day().toString().equals(wanted))).findFirst();
        free.ifPresentOrElse(one -> {
            scene.slots.put(slot.name(), one.day().day().toString());
            VisitSteps.describe(scene, one.day());
            scene.values.put("visits", own(scene).stream().map(visit -> scene.dates().dayOfWeek(visit.day())).distinct()
                    .collect(Collectors.joining(COMMA)));
        }, () -> {
            scene.slots.remove(slot.name());
            // the day by which the visit to be moved was named is not where it is to go
            boolean namesVisit = !scene.slot("visit").isEmpty() && !scene.asking.equals(slot.name())
                    && VisitSlot.coming(scene).stream().anyMatch(visit -> visit.day().toString().equals(wanted));
            if (wanted.equals(NEXT) || span.isPresent()) {
                scene.values.put("wanted-day", span.map(MeantSpan::words).orElse(after.equals(LocalDate.MIN)
                        ? ""
                        : scene.dates().dayOfWeek(after)));
                scene.values.put(WHY, span.isPresent() ? "no-reception-within" : after.equals(LocalDate.MIN) ? "" : "no-reception-after");
            } else if (!namesVisit) {
                notOn(scene, LocalDate.parse(wanted));
            }
        });
        return free.isPresent();
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        List<Receptions.Free> free = free(scene);
        ReadBack.values(scene);
        if (free.isEmpty()) {
            scene.close();
            scene.say(own(scene).isEmpty() ? "no-reception" : "no-other-reception");
            return;
        }
        if (!scene.values.getOrDefault(WHY, "").isEmpty()) {
            scene.say(scene.values.getOrDefault(WHY, ""));
        }
        scene.say(slot.question());
        free.stream().limit(OFFERED).forEach(one -> {
            String day = scene.dates().dayOfWeek(one.day().day());
            scene.values.put("left", Integer.toString(one.left()));
            scene.choice(day, day + " " + scene.dates().time(one.day().from()) + scene.book.text("places-left").with(scene.values));
        });
    }

    /** Keeps why a day cannot be had, to be said when another one is asked for. */
    static void notOn(Scene scene, LocalDate day) {
        scene.values.put("wanted-day", scene.dates().dayOfWeek(day));
        boolean isOwn = own(scene).stream().anyMatch(visit -> visit.day().equals(day));
        scene.values.put(WHY, isOwn
                ? "visit-already"
                : Receptions.are(scene, scene.slot(StationSlot.STATION), day)
                        ? "reception-full"
                        : "no-reception-then");
    }

    /** Nobody needs two places on one day. */
    private static List<Receptions.Free> free(Scene scene) {
        var own = own(scene).stream().map(Booking::day).toList();
        return Receptions.of(scene, scene.slot(StationSlot.STATION)).stream().filter(one -> !own.contains(one.day().day())).toList();
    }

    private static List<Booking> own(Scene scene) {
        return VisitSlot.coming(scene).stream().filter(visit -> visit.station().equals(scene.slot(StationSlot.STATION))).toList();
    }

    /** The day behind which 下一次 is: the one that was chosen, else that of the visit which is to be moved. */
    private static LocalDate after(Scene scene) {
        if (!scene.hears(scene.book.signal("following_visit"))) {
            return LocalDate.MIN;
        }
        String chosen = scene.before.form().equals(scene.form) ? scene.before.slots().getOrDefault("day", "") : "";
        String visit = scene.slot("visit");
        return chosen.length() == ISO_DATE
                ? LocalDate.parse(chosen)
                : visit.isEmpty() ? LocalDate.MIN : VisitSlot.of(scene, visit).day();
    }

    /** Whether a week, a month or the next time is named in which a visit may be wanted. */
    static boolean namesSpan(Scene scene) {
        return scene.hears(scene.book.signal("next_visit")) || scene.hears(scene.book.signal("following_visit"))
                || MeantDay.span(scene).isPresent();
    }

    private static Optional<String> wanted(Scene scene) {
        var day = MeantDay.of(scene).map(LocalDate::toString)
                .or(() -> MeantDay.span(scene).map(MeantSpan::kept));
        boolean isNext = scene.hears(scene.book.signal("next_visit")) || scene.hears(scene.book.signal("following_visit"))
                || (scene.before.asking().equals("day") && scene.hears(scene.book.signal("yes")));
        return day.isPresent() || !isNext ? day : Optional.of(NEXT);
    }
}
