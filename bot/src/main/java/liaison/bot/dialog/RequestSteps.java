package liaison.bot.dialog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.calendar.Deadline;
import liaison.bot.calendar.Shanghai;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.Reminder;
import liaison.bot.people.Deputy;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.Status;
import liaison.bot.text.Masks;

/** Steps that file a request or do something with one. */
final class RequestSteps {
    static final String REQUEST = "request";
    private static final String STEAD = "stead";
    private static final String FILED = "filed";

    private RequestSteps() {
    }

    static Step step(String what) {
        return switch (what) {
            case "file" -> RequestSteps::file;
            case "join" -> RequestSteps::join;
            case "again" -> RequestSteps::again;
            case "status" -> RequestSteps::status;
            case "numbers" -> RequestSteps::numbers;
            case "urge" -> scene -> change(scene, RequestEvent.URGED, "urged");
            case "add" -> scene -> change(scene, RequestEvent.ADDED, "added");
            case "correct" -> RequestSteps::correct;
            case "rate" -> scene -> change(scene, RequestEvent.RATED, "rated");
            case "withdraw" -> RequestSteps::withdraw;
            case "take" -> Decisions.step(RequestEvent.TAKEN);
            case "take-own" -> Decisions::takeOwn;
            case "offer" -> Decisions::offer;
            case "decline" -> Decisions.step(RequestEvent.DECLINED);
            case "extend" -> Decisions.step(RequestEvent.EXTENSION);
            default -> throw new IllegalArgumentException("nothing is done with a request by '" + what + "'");
        };
    }

    /** The newest numbers and nothing else, so that they can be copied. */
    private static void numbers(Scene scene) {
        var own = scene.facts.get(new Want.Requests());
        scene.values.put("number", own.stream().limit(Text.MOST_CHOICES).map(ServiceRequest::number).collect(Collectors.joining("\n")));
        scene.say(own.isEmpty() ? "no-requests" : "numbers");
    }

    /** What was closed meanwhile is filed anew. */
    private static void again(Scene scene) {
        Report.own(scene, SameIssue.again(scene)).ifPresentOrElse(request -> addAgain(scene, request), () -> file(scene));
    }

    /** What is open already gets the words, and stays one. */
    private static void addAgain(Scene scene, ServiceRequest request) {
        var personal = new HashMap<String, String>();
        put(personal, "note", scene.slot("what"));
        Attachments.put(scene, personal);
        put(personal, "contact", scene.slot("contact"));
        step(scene, request, RequestEvent.ADDED, personal);
        scene.memory.put(Memory.LAST, request.number());
        Attachments.drop(scene);
        scene.say("added-again");
    }

    private static void join(Scene scene) {
        SameIssue.join(scene);
        file(scene);
    }

    private static void file(Scene scene) {
        if (Matters.areOpen(scene)) {
            fileAll(scene);
            return;
        }
        var request = fileOne(scene, ServiceRequest.UNNUMBERED);
        ReadBack.values(scene);
        describe(scene, request);
        contact(scene, request);
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
        for (String matter : matters) {
            scene.slots.putAll(shared);
            Matters.take(scene, matter);
            var own = Report.of(scene).again(scene).filter(open -> !requests.containsKey(open.number()));
            var request = own.orElseGet(() -> fileOne(scene, ServiceRequest.unnumbered(requests.size())));
            own.ifPresent(open -> change(scene, open, RequestEvent.ADDED, added(scene, matter)));
            requests.put(request.number(), request);
            lines.add(request.number() + " " + matter + (own.isPresent() ? scene.book.word("added-to") : ""));
        }
        scene.values.put("count", Integer.toString(lines.size()));
        scene.values.put("matters", Matters.listed(lines));
        var first = requests.firstEntry().getValue();
        describe(scene, first);
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
            scene.effects.add(new Effect.Step(event(scene, request, RequestEvent.MERGED, request.status(), request.lead(), Map.of())));
        }
        tell(scene, request, FILED, twin(scene));
        reminders(scene, request, deadline).forEach(reminder -> scene.effects.add(new Effect.Remind(reminder)));
        return request;
    }

    private static ServiceRequest request(Scene scene, Deadline deadline) {
        String station = scene.slot(StationSlot.STATION);
        String place = scene.slot(PlaceSlot.PLACE);
        String topic = scene.topicOf("what");
        // a station that was only guessed hands on what it gets
        var deputy = scene.slot(StationSlot.GUESSED).isEmpty()
                ? Routing.deputy(station, topic, scene.today(), scene.directory())
                : Optional.<Deputy>empty();
        var personal = new HashMap<String, String>();
        put(personal, "text", scene.slot("what"));
        put(personal, "where", scene.slot("where"));
        put(personal, "since", scene.slot("since"));
        put(personal, "contact", scene.slot("contact"));
        put(personal, ServiceRequest.LEAD, lead(scene));
        Attachments.put(scene, personal);
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

    /**
     * Tells its holder, and somebody of the station where the holder is known at no address: then the holder's entry waits as it
     * would after a try, which could only fail. That the holder was not told is said once; what comes later is told as it is.
     */
    private static void tell(Scene scene, ServiceRequest request, String occurrence, Map<String, String> facts) {
        if (!request.holder().isEmpty()) {
            boolean isReached = Reach.isReached(scene, request);
            scene.effects
                    .add(tell(scene, request, request.holder(), occurrence, isReached ? scene.now : scene.now.plus(Outbox.UNBOUND), facts));
            Reach.instead(scene, request)
                    .ifPresent(other -> scene.effects
                            .add(tell(scene, request, other, occurrence.equals(FILED) ? STEAD + ":" + occurrence : occurrence,
                                    scene.now, Map.of())));
        }
    }

    private static Effect.Tell tell(Scene scene, ServiceRequest request, String recipient, String occurrence, Instant dueAt,
            Map<String, String> facts) {
        return new Effect.Tell(new OutboxEntry(request.address().toString(), REQUEST, request.number(), recipient, occurrence,
                dueAt, scene.now.plus(RequestEvent.WORTH_TELLING), facts));
    }

    private static void status(Scene scene) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        describe(scene, request);
        scene.values.put(RequestEvent.CORRECTED, corrected(scene, request));
        MediaViews.count(scene, request);
        scene.close();
        if (request.status().isClosed()) {
            scene.say("status-closed");
            return;
        }
        contact(scene, request);
        scene.say("status");
    }

    /** What its resident put right since, which stands in later events. */
    private static String corrected(Scene scene, ServiceRequest request) {
        return scene.facts.get(new Want.Case(request.number())).map(ServiceRequest::personal)
                .map(said -> Masks.shown(said.getOrDefault(RequestEvent.CORRECTED, ""))).orElse("");
    }

    /** A step that leaves the status as it is and tells the holder. */
    private static void change(Scene scene, String kind, String text) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        var personal = new HashMap<String, String>();
        put(personal, "note", scene.slot("note"));
        if (kind.equals(RequestEvent.ADDED)) {
            Attachments.put(scene, personal);
            Attachments.drop(scene);
        }
        step(scene, request, kind, personal);
        scene.say(text);
    }

    /** What was filed stays as it was written; what is right stands beside it, and a telephone takes the place of the one before. */
    private static void correct(Scene scene) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        String words = scene.slot("note");
        String contact = FiledCorrections.contact(scene, words);
        var personal = new HashMap<String, String>();
        put(personal, RequestEvent.CORRECTED, words);
        put(personal, ServiceRequest.CONTACT, contact);
        step(scene, request, RequestEvent.CORRECTED, personal);
        scene.values.put(PhoneSlot.MASKED, Masks.phone(contact));
        scene.say(contact.isEmpty() ? "corrected" : "contact-corrected");
    }

    private static void step(Scene scene, ServiceRequest request, String kind, Map<String, String> personal) {
        change(scene, request, kind, personal);
        describe(scene, request);
        scene.close();
    }

    private static void change(Scene scene, ServiceRequest request, String kind, Map<String, String> personal) {
        var event = event(scene, request, kind, request.status(), "", personal);
        scene.effects.add(new Effect.Step(event));
        Attachments.attach(scene, request, personal);
        tell(scene, request, kind + ":" + event.n(), Map.of());
    }

    private static void withdraw(Scene scene) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        var event = event(scene, request, RequestEvent.WITHDRAWN, Status.WITHDRAWN, "", Map.of());
        scene.effects.add(new Effect.Step(event));
        scene.effects.add(new Effect.Drop(request.address(), REQUEST, request.number()));
        // whoever was told of it: the holder, or who was to pass it on
        (Reach.isReached(scene, request) ? Optional.of(request.holder()) : Reach.instead(scene, request)).filter(told -> !told.isEmpty())
                .ifPresent(told -> scene.effects
                        .add(tell(scene, request, told, RequestEvent.WITHDRAWN + ":" + event.n(), scene.now, Map.of())));
        describe(scene, request);
        scene.close();
        scene.say("withdrawn");
    }

    private static RequestEvent event(Scene scene, ServiceRequest request, String kind, Status status, String reason,
            Map<String, String> personal) {
        return new RequestEvent(request.address(), request.number(), request.version() + 1, kind, scene.from().toString(), status,
                scene.now, reason, personal);
    }

    /** Who gets in touch is said where somebody could be told to. */
    private static void contact(Scene scene, ServiceRequest request) {
        if (scene.directory().deputy(request.deputy()).isPresent()) {
            String text = Reach.isReached(scene, request) ? "deputy-told" : "deputy-untold";
            scene.values.put("deputy-contact", scene.book.text(text).with(scene.values));
        }
    }

    /** What texts may name of a request. */
    static void describe(Scene scene, ServiceRequest request) {
        var values = scene.values;
        values.put("number", request.number());
        values.put("topic", request.topic());
        values.put("what", Masks.shown(request.personal().getOrDefault("text", "")));
        values.put("where", Masks.shown(request.personal().getOrDefault("where", "")));
        values.put("status", scene.book.word(request.status().code()));
        values.put("filed-day", scene.dates().day(Shanghai.day(request.filedAt())));
        values.put("due", scene.dates().day(Deadline.dayOf(request.due())));
        values.put("joined", request.lead().isEmpty() ? "" : scene.book.word("joined"));
        values.put("provisional", request.provisional() ? scene.book.word("provisional") : "");
        scene.directory().deputy(request.deputy()).ifPresent(deputy -> values.put("deputy-name", deputy.name()));
        scene.directory().station(request.station()).ifPresent(station -> {
            values.put("station-name", station.name());
            values.put("station-phone", station.phone());
        });
    }
}
