package liaison.gateway.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import liaison.bot.dialog.Journal;
import liaison.bot.message.Address;
import liaison.bot.notice.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Those for whom something is kept until they write. Every node has their addresses in memory, so that a message of anybody else costs a
 * look into a set; a message of theirs makes what is kept due in its own transaction. A node knows of it a second after it was kept; what
 * came in before is found by a second look.
 */
public final class JdbcAwaited implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcAwaited.class);
    private static final Duration REFRESH = Duration.ofSeconds(1);
    /** All of them, so that those who wrote meanwhile are forgotten. */
    private static final int WHOLE_EVERY = 60;
    /** Then a message counts as one of theirs whoever it is from, lest it is missed: half of what a second look waits. */
    private static final Duration BLIND = Duration.ofMillis(2500);

    /** Events come by themselves, too: they do not try one entry over and over. */
    private static final String WAKE = """
            with heard as (
                delete from awaited a using (select unnest(?) as address, unnest(?) as event) n
                where a.address = n.address and (not n.event or a.kept_at < now() - interval '1 minute') returning a.*)
            update outbox o set due_at = now() from heard h
            where o.owner = h.owner and o.kind = h.kind and o.subject = h.subject and o.recipient = h.recipient
                and o.occurrence = h.occurrence and o.state || '' = 'pending' and o.due_at > now()
            """;

    private static final String KEEP = """
            insert into awaited (address, owner, kind, subject, recipient, occurrence, tried_at, heard)
            select n.*, coalesce((select seq from journal j where j.address = n.address order by seq desc limit 1), 0) from (
                select unnest(?) as address, unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), to_timestamp(unnest(?))) as n
            on conflict (address, owner, kind, subject, recipient, occurrence)
                do update set tried_at = excluded.tried_at, heard = excluded.heard, kept_at = now(), looked = false
            """;

    /** What came in since it was kept, whenever it was stamped, or while it was tried. */
    private static final String LOOK = """
            with due as (
                update awaited set looked = true where not looked and kept_at < now() - interval '5 seconds' returning *)
            update outbox o set due_at = now() from due d
            where o.owner = d.owner and o.kind = d.kind and o.subject = d.subject and o.recipient = d.recipient
                and o.occurrence = d.occurrence and o.state || '' = 'pending' and o.due_at > now()
                and exists (
                    select from (
                        select seq, received_at from journal j
                        where j.address = d.address and j.inbound and j.kind not in ('left', 'receipt') order by j.seq desc limit 1) as last
                    where last.seq > d.heard or last.received_at > d.tried_at)
            """;

    private static final String AGE = "delete from awaited where kept_at < now() - interval '4 days'";

    private final JdbcTemplate jdbc;
    private final ScheduledExecutorService poller;
    private volatile Set<String> addresses = Set.of();
    private volatile long seen;
    private int turn;

    /** Reads them, and goes on doing so. */
    public JdbcAwaited(DataSource source) {
        jdbc = new JdbcTemplate(source);
        refresh();
        poller = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("awaited").factory());
        poller.scheduleWithFixedDelay(this::poll, REFRESH.toMillis(), REFRESH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes over what was kept meanwhile by whichever node, and looks again at what came in before that was known. */
    synchronized void refresh() {
        if (turn == 0) {
            jdbc.update(AGE);
            Set<String> all = ConcurrentHashMap.newKeySet();
            all.addAll(jdbc.queryForList("select distinct address from awaited", String.class));
            addresses = all;
        } else {
            addresses.addAll(jdbc.queryForList("select distinct address from awaited where kept_at > now() - interval '1 minute'",
                    String.class));
        }
        turn = (turn + 1) % WHOLE_EVERY;
        seen = System.nanoTime();
        jdbc.update(LOOK);
    }

    private void poll() {
        try {
            refresh();
        } catch (RuntimeException failure) {
            LOG.warn("who is waited for is not known for the moment: {}", failure.getClass().getName());
            synchronized (this) {
                turn = 0;
            }
        }
    }

    /** Makes due what is kept for whoever wrote these rows, in their transaction; nearly always nothing. */
    void wake(List<Journal.Row> rows, Writes writes) {
        var known = addresses;
        if (known.isEmpty() && !isBlind()) {
            return;
        }
        boolean blind = isBlind();
        var theirs = rows.stream().filter(row -> row.inbound() && opens(row) && (blind || known.contains(row.address().toString())))
                .toList();
        if (!theirs.isEmpty()) {
            writes.add(WAKE, new Columns<>(theirs).text(row -> row.address().toString()).flag(row -> row.kind().equals("event")));
        }
    }

    private static boolean opens(Journal.Row row) {
        return !row.kind().equals(Journal.LEFT) && !row.kind().equals(Journal.RECEIPT);
    }

    private boolean isBlind() {
        return System.nanoTime() - seen > BLIND.toNanos();
    }

    /** Waits for whoever the results await. */
    static void keep(Collection<Outbox.Result> results, Writes writes) {
        var kept = results.stream()
                .flatMap(result -> result.awaits().stream().distinct().sorted().map(address -> new Kept(address, result)))
                .toList();
        if (!kept.isEmpty()) {
            writes.add(KEEP, new Columns<>(kept).text(one -> one.address.toString()).text(one -> one.result.entry().owner())
                    .text(one -> one.result.entry().kind()).text(one -> one.result.entry().subject())
                    .text(one -> one.result.entry().recipient()).text(one -> one.result.entry().occurrence())
                    .time(one -> one.result.triedAt()));
        }
    }

    @Override
    public void close() {
        poller.shutdownNow();
    }

    private record Kept(Address address, Outbox.Result result) {
    }
}
