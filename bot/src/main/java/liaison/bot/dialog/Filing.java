package liaison.bot.dialog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liaison.bot.calendar.Deadline;
import liaison.bot.notice.Reminder;
import liaison.bot.people.Deputy;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.Status;

/** Files what a report tells: as one request or as several, beside a neighbour's, or as more of one that is open already. */
final class Filing {
    private Filing() {
    }

    /** What was closed meanwhile is filed anew. */
    static void again(Scene scene) {
        Report.own(scene, SameIssue.again(scene)).ifPresentOrElse(request -> addAgain(scene, request), () -> file(scene));
    }

    /** What is open already gets the words, and stays one. */
    private static void addAgain(Scene scene, ServiceRequest request) {
        var personal = new HashMap<>(Map.of("note", scene.slot("what"), ServiceRequest.CONTACT, scene.slot("contact")));
        personal.values().removeIf(String::isEmpty);
        Attachments.put(scene, personal);
        RequestChanges.change(scene, request, RequestEvent.ADDED, personal);
        RequestValues.describe(scene, request);
        scene.close();
        scene.memory.put(Memory.LAST, request.number());
        Attachments.drop(scene);
        scene.say("added-again");
    }

    static void join(Scene scene) {
        SameIssue.join(scene);
        file(scene);
    }

    static void file(Scene scene) {
        if (Matters.areOpen(scene)) {
            fileAll(scene);
            return;
        }
        var request = fileOne(scene, ServiceRequest.UNNUMBERED);
        ReadBack.values(scene);
        RequestValues.describe(scene, request);
        RequestValues.contact(scene, request);
        filed(scene, request, "filed");
    }

    private static void filed(Scene scene, ServiceRequest request, String text) {
        scene.memory.put(Memory.CONSENT, scene.book.consent());
        scene.memory.put(Memory.STATION, request.station());
        scene.memory.put(Memory.LAST, request.number());
        Attachments.drop(scene);
        var slots = new HashMap<>(scene.slots);
        scene.close();
        slots.forEach(scene.values::putIfAbsent);
        scene.say(text);
    }

    /** Each matter of the report becomes a request; one that she has open already gets the words. */
    private static void fileAll(Scene scene) {
        var lines = new ArrayList<String>();
        var matters = Matters.of(scene);
        var shared = Map.copyOf(scene.slots);
        var requests = new LinkedHashMap<String, ServiceRequest>();
        var stations = new ArrayList<String>();
        for (String matter : matters) {
            scene.slots.putAll(shared);
            Matters.take(scene, matter);
            var own = Report.of(scene).again(scene).filter(open -> !requests.containsKey(open.number()));
            var request = own.orElseGet(() -> fileOne(scene, ServiceRequest.unnumbered(requests.size())));
            own.ifPresent(open -> RequestChanges.change(scene, open, RequestEvent.ADDED, added(scene, matter)));
            requests.put(request.number(), request);
            lines.add(request.number() + " " + matter + (own.isPresent() ? scene.book.word("added-to") : ""));
            stations.add(request.station());
        }
        boolean isShared = stations.stream().distinct().count() == 1;
        for (int i = 0; i < lines.size() && !isShared; i++) {
            String line = lines.get(i);
            lines.set(i, line + scene.directory().station(stations.get(i)).map(station -> "（" + station.name() + "）").orElse(""));
        }
        scene.values.put("count", Integer.toString(lines.size()));
        scene.values.put("matters", Matters.listed(lines));
        var first = requests.firstEntry().getValue();
        RequestValues.describe(scene, first);
        if (!isShared) {
            // each line names its own
            scene.values.remove("station-name");
        }
        filed(scene, first, "filed-many");
    }

    private static Map<String, String> added(Scene scene, String matter) {
        var personal = new HashMap<String, String>();
        personal.put("note", matter);
        Attachments.put(scene, personal);
        return personal;
    }

    private static ServiceRequest fileOne(Scene scene, String number) {
        var deadline = scene.book.times().answerBy(scene.now);
        var request = request(scene, deadline).numbered(number);
        scene.effects.add(new Effect.File(request));
        Attachments.attach(scene, request, request.personal());
        if (!request.lead().isEmpty()) {
            RequestChanges.merge(scene, request);
        }
        RequestChanges.tellFiled(scene, request, twin(scene));
        reminders(scene, request, deadline).forEach(reminder -> scene.effects.add(new Effect.Remind(reminder)));
        return request;
    }

    private static ServiceRequest request(Scene scene, Deadline deadline) {
        String station = scene.slot(StationSlot.STATION);
        String place = scene.slot(KnownPlace.PLACE);
        String topic = scene.topicOf("what");
        // a station that was only guessed hands on what it gets
        var deputy = scene.slot(StationSlot.GUESSED).isEmpty()
                ? Routing.deputy(station, topic, scene.today(), scene.directory())
                : Optional.<Deputy>empty();
        var personal = new HashMap<>(Map.of("text", scene.slot("what"), "where", scene.slot("where"), "since", scene.slot("since"),
                ServiceRequest.CONTACT, scene.slot("contact"), ServiceRequest.LEAD, lead(scene), Memory.STRIKES,
                scene.remembered(Memory.STRIKES)));
        personal.values().removeIf(String::isEmpty);
        Attachments.put(scene, personal);
        return new ServiceRequest(ServiceRequest.UNNUMBERED, scene.from(), station, deputy.map(one -> one.code()).orElse(""),
                Routing.unit(topic, place, station, scene.directory()), topic, place, Status.FILED,
                Routing.holder(deputy, station, scene.directory()), scene.now, deadline.at(), deadline.provisional(), 1, personal);
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
            reminders.add(new Reminder(request.address(), RequestChanges.REQUEST, request.number(), occurrence, recipient, at));
        }
    }

    /** The neighbour's request that this one is joined to, while that is open. */
    private static String lead(Scene scene) {
        String number = SameIssue.joined(scene);
        boolean open = !number.isEmpty()
                && scene.facts.get(new Want.Case(number)).filter(request -> !request.status().isClosed()).isPresent();
        return open ? number : "";
    }

    private static Map<String, String> twin(Scene scene) {
        String number = SameIssue.twin(scene);
        return number.isEmpty() ? Map.of() : Map.of("alike", number);
    }
}
