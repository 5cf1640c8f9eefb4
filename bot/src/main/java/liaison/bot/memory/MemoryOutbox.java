package liaison.bot.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxEntry;

/** An outbox in memory; its clock is the ledger's clock. */
public final class MemoryOutbox implements Outbox {
    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private static final Comparator<String> PARTS = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Clock clock;

    public MemoryOutbox(Clock clock) {
        this.clock = clock;
    }

    /** A second entry under the same key is the same entry. */
    public void add(OutboxEntry entry) {
        rows.putIfAbsent(entry.key(),
                new Row(entry, State.PENDING, entry.dueAt(), 0, "", Instant.EPOCH, "", Instant.EPOCH, "", Optional.empty(), "", Map.of()));
    }

    /** The cause is gone: what waits about it is cancelled. */
    public void cancel(String subject) {
        rows.replaceAll((key, row) -> row.entry.subject().equals(subject) && row.isFree(clock.instant())
                ? row.settled(State.CANCELLED, row.due, row.way, "", Hold.TRIED, "")
                : row);
    }

    /** How each entry stands, by its key. */
    public Map<String, State> states() {
        return rows.values().stream().collect(Collectors.toMap(row -> row.entry.key(), Row::state));
    }

    @Override
    public synchronized List<Taken> take(Instant now, int most, Duration lease, Set<Channel> except) {
        var token = UUID.randomUUID().toString();
        var until = clock.instant().plus(lease);
        var due = rows.values().stream().filter(row -> row.isFree(clock.instant()) && !row.due.isAfter(now) && !waits(row.entry)
                && except.stream().noneMatch(account -> row.entry.recipient().startsWith(account + ":")))
                .sorted(Comparator.comparing(Row::due)).limit(most).toList();
        return due.stream().map(row -> {
            rows.put(row.entry.key(), row.taken(token, until));
            return new Taken(row.entry, token, row.attempts + 1, row.way,
                    row.way.isEmpty() ? Duration.ZERO : Duration.between(row.since, clock.instant()), row.refusedAt(clock.instant()),
                    row.heldUp.map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO));
        }).toList();
    }

    private boolean waits(OutboxEntry entry) {
        return isPart(entry) || isAdded(entry);
    }

    /** What is added to a request, as long as its holder was not told of the request. */
    private boolean isAdded(OutboxEntry entry) {
        var filed = new OutboxEntry(entry.owner(), entry.kind(), entry.subject(), entry.recipient(), "filed", entry.dueAt(),
                entry.expiresAt(), Map.of());
        var row = rows.get(filed.key());
        return entry.kind().equals("request") && !entry.occurrence().equals("filed") && row != null && row.state == State.PENDING;
    }

    /** A part of a long answer, as long as one before it waits. */
    private boolean isPart(OutboxEntry entry) {
        return entry.kind().equals("reply") && entry.recipient().equals(entry.owner())
                && rows.values().stream().filter(row -> row.state == State.PENDING).map(Row::entry)
                        .anyMatch(other -> other.kind().equals("reply") && other.owner().equals(entry.owner())
                                && other.subject().equals(entry.subject()) && other.recipient().equals(entry.recipient())
                                && PARTS.compare(other.occurrence(), entry.occurrence()) < 0);
    }

    @Override
    public synchronized List<Attempt> begin(Collection<Attempt> attempts, Duration lease) {
        var ours = attempts.stream().filter(one -> holds(one.taken().entry(), one.taken().lease())).toList();
        ours.forEach(one -> rows.computeIfPresent(one.taken().entry().key(),
                (key, row) -> row.begun(one.way(), clock.instant(), clock.instant().plus(lease))));
        return ours;
    }

    @Override
    public synchronized void settle(Collection<Result> results) {
        for (var result : results) {
            rows.computeIfPresent(result.entry().key(), (key, row) -> row.state == State.PENDING && row.lease.equals(result.lease())
                    ? row.settled(result.state(), result.nextDue(), result.way(), result.reason(), result.hold(),
                            result.receipt())
                    : row);
        }
    }

    /** The platform told that it did not show what it had taken. */
    public void unshown(Address address, String receipt, String reason) {
        told.put(receipt, new Told(address, reason));
    }

    @Override
    public synchronized List<Unshown> reopen() {
        var reopened = new ArrayList<Unshown>();
        rows.replaceAll((key, row) -> {
            var news = row.state == State.SENT ? told.get(row.receipt) : null;
            if (news == null || !row.way.equals("template " + news.address)) {
                return row;
            }
            told.remove(row.receipt);
            reopened.add(new Unshown(news.address.channel(), news.reason));
            var now = clock.instant();
            return row.reopened(now, news.reason, news.reason.equals(Unshown.FAILED) ? now.plus(Unshown.KEY_LIVES) : Instant.MAX);
        });
        return reopened;
    }

    @Override
    public Duration oldest(Instant now) {
        return rows.values().stream().filter(row -> row.state == State.PENDING).map(row -> row.heldUp.orElse(row.due))
                .filter(since -> !since.isAfter(now)).min(Comparator.naturalOrder()).map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }

    /** Why each entry stands as it does, by its key, in no order. */
    public Map<String, String> reasons() {
        var reasons = new LinkedHashMap<String, String>();
        rows.forEach((key, row) -> reasons.put(key, row.reason));
        return reasons;
    }

    private boolean holds(OutboxEntry entry, String lease) {
        var row = rows.get(entry.key());
        return row != null && row.state == State.PENDING && row.lease.equals(lease) && row.until.isAfter(clock.instant());
    }

    private record Row(OutboxEntry entry, State state, Instant due, int attempts, String lease, Instant until, String way, Instant since,
            String reason, Optional<Instant> heldUp, String receipt, Map<String, Instant> refused) {
        boolean isFree(Instant at) {
            return state == State.PENDING && (lease.isEmpty() || !until.isAfter(at));
        }

        Row taken(String token, Instant leasedUntil) {
            return new Row(entry, state, due, attempts + 1, token, leasedUntil, way, since, reason, heldUp, receipt, refused);
        }

        Row begun(String newWay, Instant at, Instant leasedUntil) {
            return new Row(entry, state, due, attempts, lease, leasedUntil, newWay, way.isEmpty() ? at : since, reason, heldUp, receipt,
                    refused);
        }

        Row settled(State newState, Instant nextDue, String newWay, String why, Hold hold, String under) {
            return new Row(entry, newState, newState == State.PENDING ? nextDue : due, hold == Hold.BLOCKED ? attempts - 1 : attempts, "",
                    Instant.EPOCH, newWay, since, why.isEmpty() && newState != State.SENT ? reason : why,
                    hold == Hold.KEPT ? Optional.empty() : Optional.of(heldUp.orElse(due)), under, refused);
        }

        Row reopened(Instant at, String why, Instant refusedUntil) {
            var all = new HashMap<>(refused);
            all.put(way, refusedUntil);
            return new Row(entry, State.PENDING, at, attempts, "", Instant.EPOCH, "", since, why, Optional.empty(), "", Map.copyOf(all));
        }

        Set<String> refusedAt(Instant at) {
            return refused.entrySet().stream().filter(one -> one.getValue().isAfter(at)).map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    private record Told(Address address, String reason) {
    }
}
