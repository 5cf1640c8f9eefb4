package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liaison.bot.dialog.Journal;
import liaison.bot.dialog.KeyHash;
import liaison.bot.message.Address;
import org.springframework.jdbc.core.JdbcTemplate;

/** The journal in PostgreSQL. */
public final class JdbcJournal implements Journal {
    private static final byte[] NOTHING = {};

    /** The predecessor is looked up by a scalar subquery: one index access each, whatever the planner thinks of the table. */
    private static final String APPEND = """
            with done as (
                insert into journal (address, seq, key_hash, inbound, kind, received_at, request, book, message, reply, dialog)
                select * from (
                    select unnest(?) as address, unnest(?) as seq, unnest(?), unnest(?), unnest(?), to_timestamp(unnest(?)), unnest(?),
                        unnest(?), unnest(?), unnest(?), unnest(?)) as n
                where seq = 1 or (select true from journal p where p.address = n.address and p.seq = n.seq - 1)
                on conflict do nothing returning address)
            """;

    /** A resident's key, where the first row is the one that goes in with it. */
    private static final String KEYS = """
            insert into resident_key (address, wrapped)
            select address, wrapped from (select unnest(?) as address, unnest(?) as key_hash, unnest(?) as wrapped) as n
            where (select j.key_hash = n.key_hash from journal j where j.address = n.address and j.seq = 1) -- each
            on conflict do nothing
            """;

    private static final String LAST = """
            select a.address, j.seq, coalesce(k.wrapped, ''::bytea) as wrapped, j.dialog
            from unnest(?) as a (address)
            cross join lateral (select seq, dialog from journal where address = a.address order by seq desc limit 1) j
            left join resident_key k on k.address = a.address
            """;

    static final String ROW = """
            select j.address, j.seq, j.key_hash, j.inbound, j.kind, j.received_at, j.request, j.book,
                coalesce(k.wrapped, ''::bytea) as wrapped, j.message, j.reply, j.dialog
            """;

    private static final String KNOWN = ROW + """
            from unnest(?, ?) as n (address, key_hash)
            cross join lateral (select * from journal where address = n.address and key_hash = n.key_hash) j
            left join resident_key k on k.address = j.address
            """;

    private static final String AFTER = ROW + """
            from journal j left join resident_key k on k.address = j.address
            where j.address = ? and j.seq > ? order by j.seq limit ?
            """;

    private final JdbcTemplate jdbc;
    private final BiConsumer<List<Row>, Writes> waking;

    /** What is kept in the outbox for those who write is left to its time. */
    public JdbcJournal(DataSource source) {
        this(source, (rows, writes) -> {
        });
    }

    /** What is kept in the outbox for those who write goes with the next message. */
    public JdbcJournal(DataSource source, JdbcAwaited awaited) {
        this(source, awaited::wake);
    }

    private JdbcJournal(DataSource source, BiConsumer<List<Row>, Writes> waking) {
        jdbc = new JdbcTemplate(source);
        this.waking = waking;
    }

    @Override
    public Map<Address, Last> last(Collection<Address> addresses) {
        var last = new HashMap<Address, Last>();
        new Columns<>(List.copyOf(addresses)).text(Address::toString).query(jdbc, LAST, (found, n) -> last.put(
                Address.parse(found.getString(1)), new Last(found.getLong(2), found.getBytes(3), found.getBytes(4))));
        return last;
    }

    @Override
    public Set<Address> append(List<Row> rows) {
        var writes = new Writes();
        append(rows, writes);
        var out = writes.run(jdbc);
        return rows.stream().map(Row::address).filter(address -> !out.contains(address)).collect(Collectors.toSet());
    }

    void append(List<Row> rows, Writes writes) {
        var sorted = rows.stream().sorted(Comparator.comparing(Row::address)).toList();
        writes.guarded(APPEND, new Columns<>(sorted).text(row -> row.address().toString()).number(Row::seq).bytes(row -> row.key().bytes())
                .flag(Row::inbound).text(Row::kind).time(Row::at).text(Row::request).text(Row::book).bytes(Row::message).bytes(Row::reply)
                .bytes(Row::dialog), sorted.stream().map(Row::address).toList());
        var first = sorted.stream().filter(row -> row.seq() == 1).toList();
        if (!first.isEmpty()) {
            writes.add(KEYS, new Columns<>(first).text(row -> row.address().toString()).bytes(row -> row.key().bytes())
                    .bytes(Row::wrappedKey));
        }
        waking.accept(sorted, writes);
    }

    @Override
    public List<Row> known(Collection<Key> keys) {
        return new Columns<>(List.copyOf(keys)).text(key -> key.address().toString()).bytes(key -> key.hash().bytes())
                .query(jdbc, KNOWN, JdbcJournal::row);
    }

    @Override
    public List<Row> after(Address address, long seq, int limit) {
        return jdbc.query(AFTER, JdbcJournal::row, address.toString(), seq, limit);
    }

    @Override
    public byte[] keyOf(Address address) {
        var found = jdbc.queryForList("select wrapped from resident_key where address = ?", byte[].class, address.toString());
        return found.isEmpty() ? NOTHING : found.getFirst();
    }

    /** Data keys of a few residents, any of them. */
    public List<byte[]> someKeys() {
        return jdbc.queryForList("select wrapped from resident_key limit 5", byte[].class);
    }

    static Row row(ResultSet found, int n) throws SQLException {
        return new Row(Address.parse(found.getString(1)), found.getLong(2), new KeyHash(found.getBytes(3)), found.getBoolean(4),
                found.getString(5), instant(found, 6), found.getString(7), found.getString(8), found.getBytes(9), found.getBytes(10),
                found.getBytes(11), found.getBytes(12));
    }

    private static Instant instant(ResultSet found, int column) throws SQLException {
        return found.getObject(column, OffsetDateTime.class).toInstant();
    }
}
