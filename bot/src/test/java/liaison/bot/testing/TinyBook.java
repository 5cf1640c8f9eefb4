package liaison.bot.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import liaison.bot.calendar.Shanghai;
import liaison.bot.dialog.Books;
import liaison.bot.dialog.Candidate;
import liaison.bot.dialog.Decider;
import liaison.bot.dialog.Dialog;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Facts;
import liaison.bot.dialog.Reply;
import liaison.bot.dialog.Turn;
import liaison.bot.dialog.Want;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.Status;
import liaison.bot.visit.Booking;

/** Counts what it hears, and understands a few words: file, file two, urge, correct, withdraw, book, much with a number and boom, alike, and join with a number. */
public final class TinyBook implements Decider, Books {
    static final int CAPACITY = 2;
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Override
    public Turn decide(Dialog dialog, InboundMessage message, Facts facts, Instant now) {
        String text = message instanceof InboundMessage.Text words ? words.text() : "";
        int heard = Integer.parseInt(dialog.memory().getOrDefault("heard", "0")) + 1;
        var next = remember(dialog, "heard", Integer.toString(heard));
        return switch (text) {
            case "file" -> new Turn(remember(next, "request", ServiceRequest.UNNUMBERED),
                    Reply.of(heard + " filed " + ServiceRequest.UNNUMBERED),
                    List.of(new Effect.File(request(message, now))), "file");
            case "file two" -> new Turn(next, Reply.of(heard + " " + ServiceRequest.UNNUMBERED + " " + ServiceRequest.unnumbered(1)),
                    List.of(new Effect.File(request(message, now)),
                            new Effect.File(request(message, now).numbered(ServiceRequest.unnumbered(1)))),
                    "file");
            case "urge" -> urge(message, facts, now, next, heard);
            case "book" -> book(message, facts, next, heard);
            case "withdraw" -> step(message, facts, now, next, "withdrawn", Status.WITHDRAWN, Map.of());
            case "correct" -> step(message, facts, now, next, RequestEvent.CORRECTED, Status.FILED,
                    Map.of(RequestEvent.CORRECTED, "a lift", ServiceRequest.CONTACT, "13900005678"));
            case "alike" -> new Turn(next, Reply.of(heard + " alike " + alike(facts, now)), List.of(), "alike");
            case "boom" -> throw new IllegalStateException("boom, said with a resident's words");
            case String join when join.startsWith("join ") -> join(message, facts, now, next, join.substring("join ".length()));
            case String much when much.startsWith("much ") -> new Turn(next, new Reply("长".repeat(Integer.parseInt(much.substring(5))),
                    List.of(new Choice("1", "yes")), "", ""), List.of(), "much");
            default -> new Turn(next, Reply.of(heard + " heard " + text), List.of(), "count");
        };
    }

    private static Turn urge(InboundMessage message, Facts facts, Instant now, Dialog next, int heard) {
        var request = facts.get(new Want.Requests()).getFirst();
        var event = new RequestEvent(message.from(), request.number(), request.version() + 1, "urged", message.from().toString(),
                request.status(), now, "", Map.of("note", "please"));
        return new Turn(next, Reply.of(heard + " urged " + event.n()), List.of(new Effect.Step(event)), "urge");
    }

    private static Turn step(InboundMessage message, Facts facts, Instant now, Dialog next, String kind, Status status,
            Map<String, String> personal) {
        var request = facts.get(new Want.Requests()).getFirst();
        var event = new RequestEvent(message.from(), request.number(), request.version() + 1, kind, message.from().toString(), status, now,
                "", personal);
        return new Turn(next, Reply.of(kind), List.of(new Effect.Step(event)), kind);
    }

    private static String alike(Facts facts, Instant now) {
        return facts.get(new Want.Alike("S1", "P1", Shanghai.day(now).minusDays(30))).stream()
                .map(Candidate::request).map(request -> request.address().id() + " " + request.personal().get("text")).toList().toString();
    }

    private static Turn join(InboundMessage message, Facts facts, Instant now, Dialog next, String lead) {
        var request = request(message, now);
        boolean open = facts.get(new Want.Case(lead)).filter(one -> !one.status().isClosed()).isPresent();
        var event = new RequestEvent(message.from(), request.number(), 2, RequestEvent.MERGED, message.from().toString(), request.status(),
                now, lead, Map.of());
        List<Effect> effects = open ? List.of(new Effect.File(request), new Effect.Step(event)) : List.of(new Effect.File(request));
        return new Turn(next, Reply.of(open ? "joined" : "alone"), effects, "join");
    }

    private static Turn book(InboundMessage message, Facts facts, Dialog next, int heard) {
        var taken = new TreeSet<>(facts.get(new Want.Taken("S1", DAY, DAY)).getOrDefault(DAY, Map.of()).keySet());
        for (int place = 1; place <= CAPACITY; place++) {
            if (!taken.contains(place)) {
                var from = DAY.atStartOfDay().toInstant(ZoneOffset.ofHours(8)).plus(Duration.ofHours(9));
                var booking = new Booking(message.from() + " " + message.key(), message.from(), "S1", DAY, place, from,
                        from.plus(Duration.ofHours(2)), "D1", Map.of("topic", "a lift"));
                return new Turn(next, Reply.of(heard + " booked " + place), List.of(new Effect.Book(booking)), "book");
            }
        }
        return new Turn(next, Reply.of(heard + " full"), List.of(), "full");
    }

    private static ServiceRequest request(InboundMessage message, Instant now) {
        return new ServiceRequest(ServiceRequest.UNNUMBERED, message.from(), "S1", "D1", "U1", "城乡建设", "P1", Status.FILED, "deputy:D1",
                now, now.plus(Duration.ofDays(7)), false, 1, Map.of("text", "a lamp is broken"));
    }

    private static Dialog remember(Dialog dialog, String name, String value) {
        var memory = new HashMap<>(dialog.memory());
        memory.put(name, value);
        return new Dialog(dialog.book(), dialog.form(), dialog.asking(), dialog.slots(), memory, dialog.misses());
    }

    @Override
    public Reply apology() {
        return Reply.of("sorry");
    }

    @Override
    public String hash() {
        return "0".repeat(64);
    }

    @Override
    public Decider current() {
        return this;
    }

    @Override
    public Optional<Decider> book(String hash) {
        return Optional.of(this);
    }
}
