package liaison.bot.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.calendar.Shanghai;
import liaison.bot.dialog.Call;
import liaison.bot.dialog.Candidate;
import liaison.bot.dialog.Duties;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.FactsSource;
import liaison.bot.dialog.Miss;
import liaison.bot.dialog.Scopes;
import liaison.bot.dialog.Transcript;
import liaison.bot.dialog.Want;
import liaison.bot.media.Medium;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.Status;
import liaison.bot.visit.Booking;

/** Answers wants from what {@link MemoryEffects} holds. */
public final class MemoryFacts implements FactsSource {
    /** Events in which a request's resident says something about it. */
    private static final Set<String> SAID = Set.of(RequestEvent.ADDED, RequestEvent.RATED, RequestEvent.CORRECTED);
    private static final int MOST_REQUESTS = 20;
    private static final int MOST_ALIKE = 12;
    private static final int MOST_BROADCASTS = 5;
    private static final int MOST_ANSWERS = 500;

    private final MemoryEffects held;
    private final Transcript transcript;
    private final Scopes scopes;
    private final Supplier<Directory> directory;

    public MemoryFacts(MemoryEffects held, Transcript transcript, Supplier<Directory> directory) {
        this(held, transcript, Scopes.NONE, directory);
    }

    public MemoryFacts(MemoryEffects held, Transcript transcript, Scopes scopes, Supplier<Directory> directory) {
        this.held = held;
        this.transcript = transcript;
        this.scopes = scopes;
        this.directory = directory;
    }

    @Override
    public Map<Ask, Object> read(Collection<Ask> asks) {
        var answers = new HashMap<Ask, Object>();
        asks.forEach(ask -> answers.put(ask, answer(ask.of(), ask.want())));
        return answers;
    }

    private Object answer(Address of, Want<?> want) {
        return switch (want) {
            case Want.Requests() -> held.requests.values().stream().filter(request -> request.address().equals(of))
                    .sorted(Comparator.comparing(ServiceRequest::filedAt).thenComparing(ServiceRequest::number).reversed())
                    .limit(MOST_REQUESTS).toList();
            case Want.Alike alike -> alike(of, alike);
            case Want.Case(var number) -> Optional.ofNullable(held.requests.get(number)).map(this::withNotes);
            case Want.Decided(var number, var actor) -> held.events.values().stream()
                    .filter(event -> event.number().equals(number) && event.actor().equals(actor))
                    .sorted(Comparator.comparingInt(RequestEvent::n)).map(RequestEvent::kind).toList();
            case Want.Open duties -> open(duties);
            case Want.Calls calls -> calls(calls);
            case Want.Misses misses -> misses(misses);
            case Want.Bound() -> bound(of);
            case Want.Reached(var people) -> people.stream().filter(held.bindings::containsValue).collect(Collectors.toSet());
            case Want.Code(var code) -> Optional.ofNullable(held.codes.get(code));
            case Want.SpentCode(var code) -> held.issued.contains(code) && !held.codes.containsKey(code);
            case Want.Taken(var station, var from, var to) -> taken(station, from, to);
            case Want.Visits(var from) -> held.bookings.values().stream()
                    .filter(booking -> booking.address().equals(of) && !booking.day().isBefore(from))
                    .sorted(Comparator.comparing(Booking::from)).toList();
            case Want.Sent(var author) -> sent(author);
            case Want.Live(var author) -> newest(held.broadcasts.values().stream().filter(one -> one.broadcast().author().equals(author))
                    .filter(one -> !held.halted.contains(one.broadcast().id())));
            case Want.Latest(var author) -> newest(held.broadcasts.values().stream()
                    .filter(one -> one.broadcast().author().equals(author))).stream().findFirst();
            case Want.Answers(var broadcast) -> answers(broadcast);
            case Want.Answered(var broadcast, var person) -> held.answers.getOrDefault(broadcast + " " + person, "");
            case Want.Media(var owner, var number) -> inOrder(held.attached.getOrDefault(number, Set.of()).stream()
                    .filter(key -> key.address().equals(owner)).flatMap(key -> Stream.ofNullable(held.media.get(key))));
            case Want.Recorded(var owner, var seq) -> inOrder(held.media.values().stream()
                    .filter(one -> one.key().address().equals(owner) && one.key().seq() > seq).limit(Call.WINDOW));
            case Want.Stopped(var person) -> newest(held.broadcasts.values().stream()
                    .filter(one -> one.recipients().contains(person) && held.halted.contains(one.broadcast().id())));
            case Want.Received(var person) -> newest(held.broadcasts.values().stream()
                    .filter(one -> one.recipients().contains(person) && !held.halted.contains(one.broadcast().id())));
        };
    }

    private static List<Medium> inOrder(Stream<Medium> media) {
        return media.sorted(Comparator.comparingLong(medium -> medium.key().seq())).toList();
    }

    private List<Candidate> alike(Address of, Want.Alike want) {
        var from = Shanghai.at(want.from(), LocalTime.MIN);
        var newest = Comparator.comparing(ServiceRequest::filedAt).thenComparing(ServiceRequest::number).reversed();
        var there = held.requests.values().stream().filter(request -> request.station().equals(want.station())
                && request.place().equals(want.place()) && !request.filedAt().isBefore(from))
                .sorted(newest).limit(MOST_ALIKE);
        var own = held.requests.values().stream().filter(request -> request.address().equals(of)).sorted(newest).limit(MOST_REQUESTS);
        return Stream.concat(there, own).distinct().sorted(newest).map(Candidate::new).toList();
    }

    private ServiceRequest withNotes(ServiceRequest request) {
        return request.with(held.events.values().stream()
                .filter(event -> event.number().equals(request.number()) && SAID.contains(event.kind()))
                .sorted(Comparator.comparingInt(RequestEvent::n))
                .map(RequestEvent::personal).toList());
    }

    private Call.Page calls(Want.Calls want) {
        var newest = Comparator.comparing(OutboxEntry::dueAt).reversed();
        var told = held.outbox().stream().filter(entry -> entry.subject().startsWith(Call.SUBJECT))
                .filter(entry -> want.staff().contains(Person.parse(entry.recipient())))
                .filter(entry -> !entry.dueAt().isAfter(want.part().until()))
                .filter(entry -> want.request().isEmpty() || held.requests.values().stream().anyMatch(
                        request -> request.number().equals(want.request()) && request.address().toString().equals(entry.owner())))
                .sorted(newest)
                .collect(Collectors.groupingBy(OutboxEntry::owner, LinkedHashMap::new, Collectors.toList()));
        return new Call.Page(told.size(), told.values().stream().skip(want.from()).limit(Call.MOST).map(entries -> {
            var owner = Address.parse(entries.getFirst().owner());
            return Call.of(entries.getFirst().dueAt(), owner, entries.stream().map(OutboxEntry::subject).toList(), others(owner, want),
                    transcript, want.part());
        }).toList());
    }

    private Set<String> others(Address owner, Want.Calls want) {
        return held.requests.values().stream().filter(request -> request.address().equals(owner))
                .filter(request -> !request.station().isEmpty() && !want.stations().contains(request.station())).map(ServiceRequest::number)
                .collect(Collectors.toSet());
    }

    private List<Person> bound(Address of) {
        var people = new ArrayList<Person>();
        var person = held.bindings.get(of);
        if (person != null) {
            people.add(person);
        }
        directory.get().personAt(of).filter(known -> !people.contains(known)).ifPresent(people::add);
        return people;
    }

    private Duties open(Want.Open want) {
        var now = want.now();
        var morning = Shanghai.at(Shanghai.day(now), LocalTime.MIN);
        var open = held.requests.values().stream().filter(request -> want.stations().contains(request.station()))
                .filter(request -> want.holder().isEmpty() || request.holder().equals(want.holder()))
                .filter(request -> !request.status().isClosed() && request.status() != Status.REPLIED)
                .sorted(Comparator.comparing(ServiceRequest::due).thenComparing(ServiceRequest::number)).toList();
        return new Duties(open.size(), (int) open.stream().filter(request -> !request.due().isAfter(now)).count(),
                (int) open.stream().filter(request -> !request.filedAt().isBefore(morning)).count(),
                open.stream().filter(request -> request.number().endsWith(want.ending())).skip(want.from()).limit(Duties.MOST).toList());
    }

    private Map<LocalDate, Map<Integer, String>> taken(String station, LocalDate from, LocalDate to) {
        var days = new HashMap<LocalDate, Map<Integer, String>>();
        held.bookings.values().stream().filter(booking -> booking.station().equals(station))
                .filter(booking -> !booking.day().isBefore(from) && !booking.day().isAfter(to))
                .forEach(booking -> days.computeIfAbsent(booking.day(), day -> new TreeMap<>()).put(booking.place(), booking.deputy()));
        return days;
    }

    private Map<Broadcast, Broadcast.Tally> sent(Person author) {
        var tallies = new LinkedHashMap<Broadcast, Broadcast.Tally>();
        var own = held.broadcasts.values().stream().filter(one -> one.broadcast().author().equals(author)).toList();
        var all = new LinkedHashSet<>(newest(own.stream()).stream().limit(1).toList());
        all.addAll(newest(own.stream().filter(one -> !held.halted.contains(one.broadcast().id()))));
        all.addAll(newest(own.stream().filter(one -> held.halted.contains(one.broadcast().id()))));
        all.stream().limit(MOST_BROADCASTS).forEach(broadcast -> tallies.put(broadcast, held.tally(broadcast.id(), this::isBound)));
        return tallies;
    }

    private boolean isBound(Person person) {
        return held.bindings.containsValue(person) || switch (person.kind()) {
            case DEPUTY -> directory.get().deputy(person.code()).stream().anyMatch(one -> !one.addresses().isEmpty());
            case STAFF -> directory.get().staff(person.code()).stream().anyMatch(one -> !one.addresses().isEmpty());
        };
    }

    private Miss.Page misses(Want.Misses want) {
        var waiting = held.outbox().stream()
                .filter(entry -> entry.recipient().startsWith("deputy:") || entry.recipient().startsWith("staff:"))
                .filter(entry -> !isBound(Person.parse(entry.recipient())))
                .map(entry -> new MemoryEffects.Missed(entry, Outbox.State.PENDING, "", writtenAt(entry)));
        var all = Stream.concat(waiting, held.misses.stream()).flatMap(missed -> about(missed.entry(), want)
                .map(about -> new Miss(isAlert(missed.entry()) ? Miss.ALERT : missed.entry().kind(), about, told(missed.entry()),
                        missed.state(), missed.reason(), 1, missed.at()))
                .stream()).collect(Collectors.groupingBy(
                        miss -> List.of(miss.kind(), miss.number(), miss.recipient(), miss.state(), miss.reason()),
                        LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(alike -> counted(alike.getFirst(), alike.size()))
                .sorted(Comparator.comparing(miss -> miss.kind().equals("notice"))).toList();
        return new Miss.Page(all.size(), all.stream().skip(want.from()).limit(Miss.MOST).toList());
    }

    /** Who writes from an address that is bound is known. */
    private String told(OutboxEntry entry) {
        var people = isAnswer(entry) ? bound(Address.parse(entry.owner())) : List.<Person>of();
        return people.isEmpty() ? entry.recipient() : people.getFirst().toString();
    }

    /** A request's entry may be due later than it was written. */
    private static Instant writtenAt(OutboxEntry entry) {
        return entry.kind().equals("request") ? entry.expiresAt().minus(RequestEvent.WORTH_TELLING) : entry.dueAt();
    }

    private static boolean isAnswer(OutboxEntry entry) {
        return entry.kind().equals("reply") && entry.recipient().equals(entry.owner());
    }

    private static boolean isAlert(OutboxEntry entry) {
        return entry.subject().startsWith(Call.SUBJECT);
    }

    private static Miss counted(Miss one, int count) {
        return new Miss(one.kind(), one.number(), one.recipient(), one.state(), one.reason(), count, one.since());
    }

    /** What it was about, or an empty one; nothing where it is another station's. */
    private Optional<String> about(OutboxEntry entry, Want.Misses want) {
        return switch (entry.kind()) {
            case "request", "reminder" -> Optional.ofNullable(held.requests.get(entry.subject()))
                    .filter(request -> want.stations().contains(request.station())).map(ServiceRequest::number);
            case "visit" -> Optional.ofNullable(held.bookings.get(entry.subject()))
                    .filter(visit -> want.stations().contains(visit.station())).map(visit -> "");
            case "notice" -> Optional.ofNullable(held.broadcasts.get(entry.subject())).map(Effect.Announce::broadcast)
                    .filter(sent -> sent.stations().stream().anyMatch(want.stations()::contains)).map(Broadcast::text);
            default -> isAnswer(entry)
                    ? Optional.of("").filter(answer -> !entry.facts().containsKey(OutboundMessage.CARD) && isOurs(entry, want))
                    : want.people().stream().map(Person::toString).filter(entry.recipient()::equals).findFirst()
                            .map(staff -> entry.subject().substring(0, Math.max(0, entry.subject().indexOf(':'))));
        };
    }

    /** Whether an answer is to somebody whom these stations have to do with. */
    private boolean isOurs(OutboxEntry entry, Want.Misses want) {
        var owner = Address.parse(entry.owner());
        var people = bound(owner);
        if (!people.isEmpty()) {
            return want.people().contains(people.getFirst());
        }
        return held.requests.values().stream().filter(request -> request.address().equals(owner))
                .max(Comparator.comparing(ServiceRequest::filedAt)).map(ServiceRequest::station)
                .or(() -> Optional.ofNullable(held.belonging.get(owner))).map(want.stations()::contains)
                .orElseGet(() -> scopes.areHome(want.stations(), owner.channel(), directory.get()));
    }

    private Map<Person, String> answers(String broadcast) {
        var answers = new LinkedHashMap<Person, String>();
        Optional.ofNullable(held.broadcasts.get(broadcast)).stream().flatMap(announce -> announce.recipients().stream()).limit(MOST_ANSWERS)
                .forEach(person -> answers.put(person, held.answers.getOrDefault(broadcast + " " + person, "")));
        return answers;
    }

    private static List<Broadcast> newest(Stream<Effect.Announce> announced) {
        return announced.map(Effect.Announce::broadcast).sorted(Comparator.comparing(Broadcast::createdAt).reversed())
                .limit(MOST_BROADCASTS).toList();
    }
}
