package liaison.bot.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liaison.bot.calendar.Deadline;
import liaison.bot.calendar.Shanghai;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.Reminder;
import liaison.bot.people.Deputy;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.Status;

/** Steps that file a request or do something with one. */
final class RequestSteps {
    private static final String REQUEST = "request";
    private static final Duration WORTH_TELLING = Duration.ofDays(7);

    private RequestSteps() {
    }

    static Step step(String what) {
        return switch (what) {
            case "file" -> RequestSteps::file;
            case "status" -> RequestSteps::status;
            case "urge" -> scene -> change(scene, "urged", "urged");
            case "add" -> scene -> change(scene, "added", "added");
            case "rate" -> scene -> change(scene, "rated", "rated");
            case "withdraw" -> RequestSteps::withdraw;
            default -> throw new IllegalArgumentException("nothing is done with a request by '" + what + "'");
        };
    }

    private static void file(Scene scene) {
        var deadline = scene.book.times().answerBy(scene.now);
        var request = request(scene, deadline);
        scene.effects.add(new Effect.File(request));
        if (!request.holder().isEmpty()) {
            scene.effects.add(tell(scene, request, "filed"));
        }
        reminders(scene, request, deadline).forEach(reminder -> scene.effects.add(new Effect.Remind(reminder)));
        ReadBack.values(scene);
        describe(scene, request);
        scene.memory.put(Memory.CONSENT, scene.book.consent());
        scene.memory.put(Memory.STATION, request.station());
        scene.memory.put(Memory.LAST, request.number());
        var slots = new HashMap<>(scene.slots);
        scene.close();
        slots.forEach(scene.values::putIfAbsent);
        scene.say("filed");
    }

    private static ServiceRequest request(Scene scene, Deadline deadline) {
        String station = scene.slot(StationSlot.STATION);
        String place = scene.slot(PlaceSlot.PLACE);
        String topic = scene.book.topicOf(scene.slot("what"));
        // a station that was only guessed hands on what it gets
        var deputy = scene.slot(StationSlot.GUESSED).isEmpty()
                ? Routing.deputy(station, topic, scene.today(), scene.directory())
                : Optional.<Deputy>empty();
        var personal = new HashMap<String, String>();
        put(personal, "text", scene.slot("what"));
        put(personal, "where", scene.slot("where"));
        put(personal, "since", scene.slot("since"));
        put(personal, "contact", scene.slot("contact"));
        put(personal, Memory.STRIKES, scene.remembered(Memory.STRIKES));
        return new ServiceRequest(ServiceRequest.UNNUMBERED, scene.from(), station, deputy.map(one -> one.code()).orElse(""),
                Routing.unit(topic, place, station, scene.directory()), topic, place, Status.FILED,
                Routing.holder(deputy, station, scene.directory()), scene.now, deadline.at(), deadline.provisional(), 1, personal);
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private static List<Reminder> reminders(Scene scene, ServiceRequest request, Deadline deadline) {
        var times = scene.book.times();
        var reminders = new ArrayList<Reminder>();
        if (!request.holder().isEmpty()) {
            remind(reminders, request, "half", request.holder(), Times.half(scene.now, deadline.at()));
            remind(reminders, request, "day-before", request.holder(), times.dayBefore(deadline));
            remind(reminders, request, "overdue", request.holder(), deadline.at());
        }
        if (!request.station().isEmpty()) {
            remind(reminders, request, "overdue", "head:" + request.station(), deadline.at());
        }
        return reminders;
    }

    /** A moment that has passed when it is planned is left out. */
    private static void remind(List<Reminder> reminders, ServiceRequest request, String occurrence, String recipient, Instant at) {
        if (at.isAfter(request.filedAt())) {
            reminders.add(new Reminder(request.address(), REQUEST, request.number(), occurrence, recipient, at));
        }
    }

    private static Effect.Tell tell(Scene scene, ServiceRequest request, String occurrence) {
        return new Effect.Tell(new OutboxEntry(request.address().toString(), REQUEST, request.number(), request.holder(), occurrence,
                scene.now, scene.now.plus(WORTH_TELLING), Map.of()));
    }

    private static void status(Scene scene) {
        describe(scene, RequestSlot.of(scene, scene.slot(REQUEST)));
        scene.close();
        scene.say("status");
    }

    /** A step that leaves the status as it is and tells the holder. */
    private static void change(Scene scene, String kind, String text) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        Map<String, String> personal = scene.slot("note").isEmpty() ? Map.of() : Map.of("note", scene.slot("note"));
        var event = event(scene, request, kind, request.status(), personal);
        scene.effects.add(new Effect.Step(event));
        if (!request.holder().isEmpty()) {
            scene.effects.add(tell(scene, request, kind + ":" + event.n()));
        }
        describe(scene, request);
        scene.close();
        scene.say(text);
    }

    private static void withdraw(Scene scene) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        scene.effects.add(new Effect.Step(event(scene, request, "withdrawn", Status.WITHDRAWN, Map.of())));
        scene.effects.add(new Effect.Drop(request.address(), REQUEST, request.number()));
        describe(scene, request);
        scene.close();
        scene.say("withdrawn");
    }

    private static RequestEvent event(Scene scene, ServiceRequest request, String kind, Status status, Map<String, String> personal) {
        return new RequestEvent(request.address(), request.number(), request.version() + 1, kind, scene.from().toString(), status,
                scene.now, "", personal);
    }

    /** What texts may name of a request. */
    static void describe(Scene scene, ServiceRequest request) {
        var values = scene.values;
        values.put("number", request.number());
        values.put("topic", request.topic());
        values.put("what", request.personal().getOrDefault("text", ""));
        values.put("where", request.personal().getOrDefault("where", ""));
        values.put("status", scene.book.word(request.status().code()));
        values.put("filed-day", scene.dates().day(Shanghai.day(request.filedAt())));
        values.put("due", scene.dates().day(Deadline.dayOf(request.due())));
        values.put("provisional", request.provisional() ? scene.book.word("provisional") : "");
        scene.directory().deputy(request.deputy()).ifPresent(deputy -> values.put("deputy-name", deputy.name()));
        scene.directory().station(request.station()).ifPresent(station -> {
            values.put("station-name", station.name());
            values.put("station-phone", station.phone());
        });
    }
}
