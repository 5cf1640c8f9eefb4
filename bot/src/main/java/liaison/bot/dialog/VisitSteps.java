package liaison.bot.dialog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.calendar.QuietHours;
import liaison.bot.calendar.Shanghai;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.Reminder;
import liaison.bot.people.Deputy;
import liaison.bot.visit.Booking;
import liaison.bot.visit.ReceptionDay;

/** Steps that book, move, show and give back a place on a reception day. */
final class VisitSteps {
    private static final String VISIT = "visit";
    private static final String COMMA = "\u3001";
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration SHORTLY = Duration.ofHours(2);

    private VisitSteps() {
    }

    static Step step(String what) {
        return switch (what) {
            case "book" -> VisitSteps::book;
            case "cancel" -> VisitSteps::cancel;
            case "move" -> VisitSteps::move;
            case "show" -> VisitSteps::show;
            case "tell" -> scene -> sayOf(scene, "visit-told", "ask-visit");
            case "keep" -> VisitSteps::keep;
            case "elsewhere" -> VisitSteps::elsewhere;
            case "host" -> VisitSteps::host;
            default -> throw new IllegalArgumentException("nothing is done with a visit by '" + what + "'");
        };
    }

    private static void book(Scene scene) {
        book(scene, scene.slot("matter"), "booked", Optional.empty());
    }

    private static void move(Scene scene) {
        var old = VisitSlot.of(scene, scene.slot(VISIT));
        giveBack(scene, old);
        book(scene, old.personal().getOrDefault(Booking.TOPIC, ""), "moved", Optional.of(old));
    }

    private static void book(Scene scene, String matter, String text, Optional<Booking> old) {
        String station = scene.slot(StationSlot.STATION);
        var free = Receptions.on(scene, station, LocalDate.parse(scene.slot("day")));
        if (free.isEmpty()) {
            scene.effects.clear();
            ReceptionDaySlot.notOn(scene, LocalDate.parse(scene.slot("day")));
            scene.slots.remove("day");
            scene.book.form(scene.form).next(scene);
            return;
        }
        var day = free.get().day();
        var deputy = Routing.deputy(station, scene.topic(matter), day.day(), scene.directory());
        var booking = new Booking(scene.from() + " " + scene.message.key(), scene.from(), station, day.day(), free.get().place(),
                day.from(),
                day.to(), deputy.map(one -> one.code()).orElse(""), matter.isEmpty() ? Map.of() : Map.of(Booking.TOPIC, matter));
        scene.effects.add(new Effect.Book(booking));
        // where no deputy can receive, the clerk must see to it
        String host = Routing.holder(deputy, station, scene.directory());
        var reminders = reminders(scene, booking, host);
        reminders.forEach(reminder -> scene.effects.add(new Effect.Remind(reminder)));
        String before = old.map(one -> host(scene, one)).orElse("");
        boolean moved = !before.isEmpty() && before.equals(host);
        if (!moved) {
            old.ifPresent(one -> tell(scene, one, before, VisitLetters.CANCELLED, told(one)));
        }
        tell(scene, booking, host, moved ? "moved" : "booked", moved ? told(old.get()) : Map.of());
        describe(scene, day);
        ReadBack.values(scene);
        scene.values.put("reminded-at", remindedAt(scene, reminders));
        deputy.ifPresent(one -> scene.values.put("deputy-name", one.name()));
        scene.memory.put(Memory.STATION, station);
        scene.close();
        scene.say(text);
    }

    private static void cancel(Scene scene) {
        var booking = VisitSlot.of(scene, scene.slot(VISIT));
        giveBack(scene, booking);
        tell(scene, booking, host(scene, booking), VisitLetters.CANCELLED, told(booking));
        ReadBack.values(scene);
        scene.close();
        scene.say("unbooked");
    }

    /** Who was told that it was booked. */
    private static String host(Scene scene, Booking booking) {
        return Routing.holder(scene.directory().deputy(booking.deputy()), booking.station(), scene.directory());
    }

    private static void tell(Scene scene, Booking booking, String host, String occurrence, Map<String, String> facts) {
        if (!host.isEmpty()) {
            scene.effects.add(new Effect.Tell(new OutboxEntry(scene.from().toString(), VISIT, booking.id(), host, occurrence, scene.now,
                    booking.from(), facts)));
        }
    }

    /** What is said of a visit that stands in no ledger any more. */
    private static Map<String, String> told(Booking booking) {
        return Map.of(VisitLetters.FROM, booking.from().toString(), VisitLetters.TO, booking.to().toString(), VisitLetters.STATION,
                booking.station());
    }

    private static void giveBack(Scene scene, Booking booking) {
        scene.effects.add(new Effect.Unbook(booking.address(), booking.id()));
        scene.effects.add(new Effect.Drop(booking.address(), VISIT, booking.id()));
    }

    private static void show(Scene scene) {
        ReadBack.values(scene);
        scene.close();
        scene.say("visit");
    }

    /** Says something of the visit that an errand is about, or else something where it is not known which. */
    private static void sayOf(Scene scene, String text, String otherwise) {
        String visit = scene.slot(VISIT);
        ReadBack.values(scene);
        if (!visit.isEmpty()) {
            describe(scene, VisitSlot.of(scene, visit));
        }
        scene.say(visit.isEmpty() ? otherwise : text);
    }

    /** Neither moved nor given back. */
    private static void keep(Scene scene) {
        sayOf(scene, "visit-kept", "left-as-is");
        scene.close();
    }

    /** Who would come to the visit that is being booked. */
    private static void host(Scene scene) {
        String station = scene.slot(StationSlot.STATION);
        String day = scene.slot("day");
        var deputy = station.isEmpty() || day.isEmpty()
                ? Optional.<Deputy>empty()
                : Routing.deputy(station, scene.topic(scene.slot("matter")), LocalDate.parse(day), scene.directory());
        deputy.ifPresent(one -> scene.values.put("deputy-name", one.name()));
        scene.say(deputy.isPresent() ? "visit-host" : "visit-host-later");
    }

    /** At the station that is named now: which day is asked anew. */
    private static void elsewhere(Scene scene) {
        scene.hearing(StationSlot.meant(scene.heard.text()), () -> elsewhereMeant(scene));
    }

    private static void elsewhereMeant(Scene scene) {
        var form = scene.book.form(scene.form);
        for (String known : List.of(KnownPlace.PLACE, StationSlot.STATION)) {
            form.slot(known).ifPresent(slot -> {
                slot.kind().forget(scene, slot);
                slot.kind().take(scene, slot);
            });
        }
        scene.slots.remove("day");
        scene.directory().station(scene.slot(StationSlot.STATION)).ifPresent(station -> {
            PeopleSteps.named(scene, station);
            scene.say("visit-at");
        });
        scene.asking = "";
        form.next(scene);
    }

    private static List<Reminder> reminders(Scene scene, Booking booking, String host) {
        var eve = Shanghai.at(scene.book.times().workingDays().before(booking.day(), 1), MORNING);
        var reminders = new ArrayList<Reminder>();
        String resident = booking.address().toString();
        for (String recipient : host.isEmpty() ? List.of(resident) : List.of(resident, host)) {
            remind(reminders, scene.now, booking, "day-before", recipient, eve);
            remind(reminders, scene.now, booking, "two-hours", recipient, booking.from().minus(SHORTLY));
        }
        return reminders;
    }

    /** When the resident will hear of it: nobody is reminded in the night. */
    private static String remindedAt(Scene scene, List<Reminder> reminders) {
        return reminders.stream().filter(reminder -> reminder.recipient().equals(scene.from().toString()))
                .map(reminder -> scene.dates().moment(QuietHours.NIGHT.next(reminder.dueAt()))).distinct()
                .collect(Collectors.joining(COMMA));
    }

    private static void remind(List<Reminder> reminders, Instant now, Booking booking, String occurrence, String recipient, Instant at) {
        if (at.isAfter(now)) {
            reminders.add(new Reminder(booking.address(), VISIT, booking.id(), occurrence, recipient, at));
        }
    }

    static void describe(Scene scene, Booking booking) {
        describe(scene, booking.from(), booking.to());
        scene.directory().deputy(booking.deputy()).ifPresent(deputy -> scene.values.put("deputy-name", deputy.name()));
    }

    static void describe(Scene scene, ReceptionDay day) {
        describe(scene, day.from(), day.to());
    }

    private static void describe(Scene scene, Instant from, Instant to) {
        scene.values.put("visit-time", scene.dates().moment(from) + "-" + scene.dates().time(to));
    }
}
