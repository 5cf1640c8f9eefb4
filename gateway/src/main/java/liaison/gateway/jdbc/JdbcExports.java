package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Personal;
import liaison.bot.dialog.Seals;
import liaison.bot.dialog.Stored;
import liaison.bot.message.Address;
import liaison.bot.request.RequestEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's rows as operators' scripts read them: one map a row, in the order of its key, streamed. */
public final class JdbcExports {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int FETCH = 1_000;

    private static final Map<String, String> PLAIN = Map.of(
            "events", "select number, address, n, kind, actor, status, at, reason from request_history order by address, number, n",
            "reminders", "select owner, cause_kind, cause_key, occurrence, recipient, due_at, state from reminder_planned"
                    + " order by owner, cause_kind, cause_key, occurrence, recipient",
            "visits",
            "select id, address, station, day, place, begins as \"from\", ends as \"to\", deputy, state from booking order by address, id",
            "outbox", "select concat_ws('|', owner, kind, subject, recipient, occurrence) as key, kind, subject, recipient, occurrence,"
                    + " state, attempts, due_at from outbox order by owner, kind, subject, recipient, occurrence",
            "notices", "select b.id, b.author, b.approved_by, b.audience, b.created_at, r.recipient, r.answer, o.state"
                    + " from broadcast b join broadcast_recipient r on r.id = b.id"
                    + " left join outbox o on o.owner = r.recipient and o.kind = 'notice' and o.subject = b.id and o.recipient = r.recipient"
                    + " order by b.id, r.recipient",
            "media", "select m.address, m.seq, m.kind, m.state, m.reason, m.attempts, m.due_at, m.sent_at, m.settled_at, m.type, m.size,"
                    + " encode(m.sha256, 'hex') as sha256, (select string_agg(r.number, '|' order by r.number) from request_media r"
                    + " where r.address = m.address and r.seq = m.seq) as requests from media m order by m.address, m.seq",
            "directory", """
                    select * from (
                        select 'home' as kind, code, name, null as role, null as stations, null as level, nullif(parent, '') as parent,
                            null as aliases from home union all
                        select 'station', code, name, null, null, null, nullif(home, ''), null from station union all
                        select 'place', code, name, kind, null, null, nullif(parent, ''), nullif(array_to_string(aliases, '|'), '')
                            from place union all
                        select 'electoral_unit', code, name, null, null, level, null, null from electoral_unit union all
                        select 'deputy', code, name, null, array_to_string(stations, '|'), level, nullif(electoral_unit, ''), null
                            from deputy union all
                        select 'unit', code, name, null, null, null, null, null from handling_unit union all
                        select 'staff', code, name, role, array_to_string(stations, '|'), null, null, null from staff union all
                        select 'reception', null, pattern || ' ' || to_char(begins, 'HH24:MI') || '-' || to_char(ends, 'HH24:MI'), null,
                            station, null, null, null from reception) d
                    order by kind, code, stations, name
                    """,
            "audit", "select id, at, actor, act, subject, reason from audit order by id");

    private static final String JOURNAL = JdbcJournal.ROW
            + "from journal j left join resident_key k on k.address = j.address order by j.address, j.seq";

    private static final String REQUESTS = "select t.number, t.address, t.topic, t.place, t.station, t.deputy, t.unit, t.status,"
            + " t.filed_at, t.due, t.personal, k.wrapped from request t left join resident_key k on k.address = t.address order by t.address, t.number";

    /** What clerks said requests are about, as {@code train-topics} reads it. */
    private static final String TOPICS = "select t.number, t.address, t.topic, t.personal, k.wrapped from request t"
            + " join resident_key k on k.address = t.address where exists (select from request_event e where e.address = t.address"
            + " and e.number = t.number and e.kind = '" + RequestEvent.RETOPIC + "') order by t.address, t.number";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Seals seals;

    public JdbcExports(DataSource source, PlatformTransactionManager manager, Seals seals) {
        jdbc = new JdbcTemplate(source);
        jdbc.setFetchSize(FETCH);
        transaction = new TransactionTemplate(manager);
        transaction.setReadOnly(true);
        this.seals = seals;
    }

    /** What can be exported here. */
    public static SequencedSet<String> kinds() {
        var kinds = new LinkedHashSet<>(List.of("requests", "journal", "topics"));
        PLAIN.keySet().stream().sorted().forEach(kinds::add);
        return kinds;
    }

    /**
     * Hands every row over; with {@code clear} also the words that people wrote and read.
     *
     * @param kind one of {@link #kinds()}
     */
    public void export(String kind, boolean clear, Consumer<Map<String, @Nullable Object>> row) {
        transaction.executeWithoutResult(status -> {
            switch (kind) {
                case "journal" -> jdbc.query(JOURNAL, (RowCallbackHandler) found -> row.accept(journal(found, clear)));
                case "requests" -> jdbc.query(REQUESTS, (RowCallbackHandler) found -> row.accept(request(found, clear)));
                case "topics" -> jdbc.query(TOPICS, (RowCallbackHandler) found -> row.accept(topic(found, clear)));
                default -> jdbc.query(Objects.requireNonNull(PLAIN.get(kind), "nothing can be exported under this name"),
                        (RowCallbackHandler) found -> row.accept(plain(found)));
            }
        });
    }

    /** Writes down that somebody looked at words in clear. */
    public void audit(Instant at, String actor, String act, String subject, String reason) {
        jdbc.update("insert into audit (at, actor, act, subject, reason) values (?, ?, ?, ?, ?)", at.atZone(SHANGHAI).toOffsetDateTime(),
                actor, act, subject, reason);
    }

    private Map<String, @Nullable Object> journal(ResultSet found, boolean clear) throws SQLException {
        var entry = JdbcJournal.row(found, 0);
        var line = JournalTranscript.open(seals, entry);
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("address", entry.address().toString());
        row.put("seq", entry.seq());
        row.put("direction", entry.inbound() ? "in" : "out");
        row.put("message_key", line.key().isEmpty() ? entry.key().toString() : line.key());
        row.put("received_at", time(found, "received_at"));
        row.put("request", empty(found.getString("request")));
        if (clear) {
            row.put("text", line.said());
            row.put("reply", line.reply().text());
        }
        return row;
    }

    private Map<String, @Nullable Object> topic(ResultSet found, boolean clear) throws SQLException {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", found.getString("number"));
        row.put("label", found.getString("topic"));
        row.put("group", found.getString("number"));
        row.put("topic", "");
        if (clear) {
            row.put("text", text(found));
        }
        return row;
    }

    /** The words of a request; null where its owner was erased. */
    private @Nullable String text(ResultSet found) throws SQLException {
        byte[] key = found.getBytes("wrapped");
        var context = Personal.request(Address.parse(found.getString("address")), found.getString("number"));
        return key == null ? null : Stored.personal(seals.open(key, context, found.getBytes("personal"))).get("text");
    }

    private Map<String, @Nullable Object> request(ResultSet found, boolean clear) throws SQLException {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("number", found.getString("number"));
        row.put("address", found.getString("address"));
        if (clear && found.getBytes("wrapped") != null) {
            row.put("text", text(found));
        }
        for (String column : List.of("topic", "place", "station", "deputy", "unit", "status")) {
            row.put(column, empty(found.getString(column)));
        }
        row.put("filed_at", time(found, "filed_at"));
        row.put("due", time(found, "due"));
        return row;
    }

    private static Map<String, @Nullable Object> plain(ResultSet found) throws SQLException {
        var row = new LinkedHashMap<String, @Nullable Object>();
        var columns = found.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), switch (columns.getColumnTypeName(i)) {
                case "timestamptz" -> time(found, columns.getColumnLabel(i));
                case "int4", "int8", "bool" -> found.getObject(i);
                default -> found.getString(i);
            });
        }
        return row;
    }

    private static @Nullable String time(ResultSet found, String column) throws SQLException {
        var at = found.getObject(column, OffsetDateTime.class);
        return at == null || at.equals(OffsetDateTime.MAX) ? null : at.atZoneSameInstant(SHANGHAI).toOffsetDateTime().toString();
    }

    private static @Nullable String empty(String value) {
        return value.isEmpty() ? null : value;
    }
}
