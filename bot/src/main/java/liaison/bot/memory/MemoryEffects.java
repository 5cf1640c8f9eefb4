package liaison.bot.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaState;
import liaison.bot.media.Medium;
import liaison.bot.message.Address;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.Reminder;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.ServiceRequests;
import liaison.bot.visit.Booking;
import liaison.bot.visit.Visits;

/** What turns wrote, as it stands: requests, visits, notices, and what waits to be said. */
public final class MemoryEffects implements Effects, ServiceRequests, Visits {
    private final MemoryLedger ledger;
    final Map<String, ServiceRequest> requests = new ConcurrentHashMap<>();
    final Map<String, RequestEvent> events = new ConcurrentHashMap<>();
    final Map<String, Booking> bookings = new ConcurrentHashMap<>();
    final Map<String, Person> codes = new ConcurrentHashMap<>();
    final Set<String> issued = ConcurrentHashMap.newKeySet();
    final Map<Address, Person> bindings = new ConcurrentHashMap<>();
    final Map<Address, String> belonging = new ConcurrentHashMap<>();
    final Map<String, Effect.Announce> broadcasts = new ConcurrentHashMap<>();
    final Map<String, String> answers = new ConcurrentHashMap<>();
    final Map<MediaKey, Medium> media = new ConcurrentHashMap<>();
    /** What goes with which request, by number. */
    final Map<String, Set<MediaKey>> attached = new ConcurrentHashMap<>();
    private final Map<MediaKey, String> mediaIds = new ConcurrentHashMap<>();
    private final Map<String, Effect.Link> links = new ConcurrentHashMap<>();
    final Set<String> halted = ConcurrentHashMap.newKeySet();
    private final Map<String, Reminder> reminders = new ConcurrentHashMap<>();
    private final Map<String, OutboxEntry> outbox = new ConcurrentHashMap<>();
    final List<Missed> misses = new CopyOnWriteArrayList<>();
    private final Map<String, Effect.Unshown> unshowns = new ConcurrentHashMap<>();
    private final Map<String, Effect.Shelve> shelf = new ConcurrentHashMap<>();

    public MemoryEffects(MemoryLedger ledger) {
        this.ledger = ledger;
        ledger.effects = this;
    }

    /** Gives out a one-time code, as the command {@code bind} does. */
    public void code(String code, Person person) {
        issued.add(code);
        codes.put(code, person);
    }

    /** All requests in the order of their numbers. */
    public List<ServiceRequest> requests() {
        return requests.values().stream().sorted(Comparator.comparing(ServiceRequest::number)).toList();
    }

    public List<Reminder> reminders() {
        return reminders.values().stream().sorted(Comparator.comparing(Reminder::dueAt)).toList();
    }

    public List<OutboxEntry> outbox() {
        return outbox.values().stream().sorted(Comparator.comparing(OutboxEntry::dueAt)).toList();
    }

    /** The links that were given out, in the order of their tokens. */
    public List<Effect.Link> links() {
        return links.values().stream().sorted(Comparator.comparing(Effect.Link::token)).toList();
    }

    /** What came of a fetch, as a relay would settle it. */
    public void settle(String mediaId, MediaState state, String type) {
        mediaIds.forEach((key, id) -> {
            if (id.equals(mediaId)) {
                media.computeIfPresent(key, (same, medium) -> new Medium(key, medium.kind(), state, type));
            }
        });
    }

    /** What waits ends untold, as a relay would settle it. */
    public void miss(Outbox.State state, String reason, Instant at) {
        outbox.values().forEach(entry -> misses.add(new Missed(entry, state, reason, at)));
        outbox.clear();
    }

    /** An entry that nobody could be told. */
    record Missed(OutboxEntry entry, Outbox.State state, String reason, Instant at) {
    }

    /** What platforms took and did not show. */
    public Collection<Effect.Unshown> unshown() {
        return List.copyOf(unshowns.values());
    }

    /** The dead letters' reasons. */
    public List<String> shelf() {
        return shelf.values().stream().map(Effect.Shelve::reason).toList();
    }

    @Override
    public Optional<ServiceRequest> find(Address address, String number) {
        return Optional.ofNullable(requests.get(number)).filter(request -> request.address().equals(address));
    }

    @Override
    public Optional<Booking> visit(Address address, String id) {
        return Optional.ofNullable(bookings.get(id)).filter(booking -> booking.address().equals(address));
    }

    @Override
    public Set<Address> write(List<Row> rows, Collection<Told> told) {
        told.forEach(one -> remove(outbox, key("reply", one.address().toString(), one.address() + ":" + one.seq(),
                one.address().toString(), "1")));
        var failed = new HashSet<Address>();
        for (var row : rows) {
            if (!write(row)) {
                failed.add(row.address());
            }
        }
        return failed;
    }

    private boolean write(Row row) {
        return switch (row.effect()) {
            case Effect.File(var request) -> add(requests, request.number(), request);
            case Effect.Step(var event) -> step(event);
            case Effect.Remind(var reminder) -> {
                add(reminders, key(reminder.causeKind(), reminder.owner().toString(), reminder.causeKey(), reminder.recipient(),
                        reminder.occurrence()), reminder);
                yield true;
            }
            case Effect.Tell(var entry) -> tell(entry);
            case Effect.Drop(var owner, var kind, var causeKey) -> drop(owner, kind, causeKey);
            case Effect.Book(var booking) -> bookings.values().stream().noneMatch(other -> other.station().equals(booking.station())
                    && other.day().equals(booking.day()) && other.place() == booking.place()) && add(bookings, booking.id(), booking);
            case Effect.Unbook(var owner, var id) -> remove(bookings, id);
            case Effect.Bind(var address, var person, var code) -> remove(codes, code) && bind(address, person);
            case Effect.Announce announce -> {
                announce.entries().forEach(this::tell);
                yield add(broadcasts, announce.broadcast().id(), announce);
            }
            case Effect.Rsvp(var broadcast, var recipient, var answer) -> put(answers, broadcast + " " + recipient, answer);
            case Effect.Halt(var broadcast, var by) -> {
                outbox.values().stream().filter(entry -> entry.kind().equals("notice") && entry.subject().equals(broadcast)).toList()
                        .forEach(entry -> remove(outbox, keyOf(entry)));
                if (halted.add(broadcast)) {
                    ledger.onFailure(() -> halted.remove(broadcast));
                }
                yield true;
            }
            case Effect.Fetch fetch -> {
                var key = new MediaKey(row.address(), row.seq());
                add(mediaIds, key, fetch.mediaId());
                add(media, key, new Medium(key, fetch.kind(), MediaState.PENDING, ""));
                yield true;
            }
            case Effect.Attach(var owner, var number, var ids) -> {
                var all = new HashSet<>(attached.getOrDefault(number, Set.of()));
                mediaIds.entrySet().stream().filter(one -> one.getKey().address().equals(owner) && ids.contains(one.getValue()))
                        .forEach(one -> all.add(one.getKey()));
                yield put(attached, number, all);
            }
            case Effect.Link link -> put(links, link.token(), link);
            case Effect.Belong(var address, var station) -> put(belonging, address, station);
            case Effect.Unshown unshown -> put(unshowns, unshown.receipt(), unshown);
            case Effect.Shelve shelve -> put(shelf, row.address() + ":" + row.seq(), shelve);
        };
    }

    private boolean step(RequestEvent event) {
        var request = requests.get(event.number());
        if (request == null || event.n() != request.version() + 1 || !mayMerge(event)
                || !add(events, event.number() + ":" + event.n(), event)) {
            return false;
        }
        return put(requests, event.number(), about(request, event).at(event.status(), event.n()));
    }

    private static ServiceRequest about(ServiceRequest request, RequestEvent event) {
        String[] topicAndUnit = event.reason().split("/", 2);
        return event.kind().equals(RequestEvent.RETOPIC) ? request.about(topicAndUnit[0], topicAndUnit[1]) : request;
    }

    private boolean mayMerge(RequestEvent event) {
        var lead = requests.get(event.reason());
        return !event.kind().equals(RequestEvent.MERGED) || (lead != null && !lead.status().isClosed());
    }

    private boolean tell(OutboxEntry entry) {
        add(outbox, keyOf(entry), entry);
        return true;
    }

    private boolean drop(Address owner, String kind, String causeKey) {
        reminders.entrySet().stream().filter(entry -> entry.getValue().owner().equals(owner)
                && entry.getValue().causeKind().equals(kind) && entry.getValue().causeKey().equals(causeKey))
                .map(Map.Entry::getKey).toList().forEach(key -> remove(reminders, key));
        outbox.entrySet().stream().filter(entry -> entry.getValue().owner().equals(owner.toString())
                && entry.getValue().subject().equals(causeKey) && (!entry.getValue().kind().equals("reply") || entry.getValue().isRest()))
                .map(Map.Entry::getKey).toList().forEach(key -> remove(outbox, key));
        return true;
    }

    /** How a broadcast stands: nothing here is ever sent, so all that was not cancelled is pending. */
    Broadcast.Tally tally(String id, Predicate<Person> bound) {
        var announce = broadcasts.get(id);
        int recipients = announce == null ? 0 : announce.recipients().size();
        boolean stopped = halted.contains(id);
        int unbound = announce == null || stopped ? 0 : (int) announce.recipients().stream().filter(bound.negate()).count();
        return new Broadcast.Tally(stopped ? 0 : recipients - unbound, 0, 0, 0, stopped ? recipients : 0, 0, unbound,
                answered(id, "attend"),
                answered(id, "leave"));
    }

    private int answered(String id, String answer) {
        return (int) answers.entrySet().stream().filter(entry -> entry.getKey().startsWith(id + " ") && entry.getValue().equals(answer))
                .count();
    }

    private static String keyOf(OutboxEntry entry) {
        return key(entry.kind(), entry.owner(), entry.subject(), entry.recipient(), entry.occurrence());
    }

    private static String key(String... parts) {
        return String.join("\n", parts);
    }

    private <K, V> boolean add(Map<K, V> map, K key, V value) {
        if (map.putIfAbsent(key, value) != null) {
            return false;
        }
        ledger.onFailure(() -> map.remove(key));
        return true;
    }

    private boolean bind(Address address, Person person) {
        bindings.entrySet().stream().filter(one -> one.getValue().equals(person) && one.getKey().channel().equals(address.channel()))
                .map(Map.Entry::getKey).toList().forEach(before -> remove(bindings, before));
        return put(bindings, address, person);
    }

    private <K, V> boolean put(Map<K, V> map, K key, V value) {
        V old = map.put(key, value);
        ledger.onFailure(() -> Stream.ofNullable(old).findFirst().ifPresentOrElse(was -> map.put(key, was), () -> map.remove(key)));
        return true;
    }

    private <K, V> boolean remove(Map<K, V> map, K key) {
        V old = map.remove(key);
        if (old == null) {
            return false;
        }
        ledger.onFailure(() -> map.put(key, old));
        return true;
    }
}
