package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import liaison.bot.dialog.Miss;
import liaison.bot.dialog.Want;
import liaison.bot.notice.Outbox.State;
import liaison.bot.people.Person;
import liaison.gateway.testing.TestStores;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcMissesIT {
    private static final TestStores.Database DATABASE = TestStores.migrated();
    private static final String SHE = "wechat:demo:o1";
    private static final Want.Misses OURS = new Want.Misses(List.of("S1"), List.of(Person.parse("staff:C1")));
    private static final Want.Misses THEIRS = new Want.Misses(List.of("S2"), List.of(Person.parse("staff:C2")));

    private final JdbcTemplate sql = new JdbcTemplate(DATABASE.dataSource());
    private final JdbcMisses misses = new JdbcMisses(DATABASE.dataSource());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("outbox", "request", "booking", "broadcast", "broadcast_recipient", "journal", "binding")) {
            sql.update("delete from " + table);
        }
        for (String deputy : List.of("deputy:D1", "deputy:D3")) {
            sql.update("insert into binding (address, person, code_hash) values ('wechat:demo:d', ?, '')", deputy);
        }
    }

    @Test
    void requests_areThoseOfTheStationAlone() {
        request(SHE, "LZ1", "S1");
        request(SHE, "LZ2", "S2");
        ended(SHE, "request", "LZ1", "deputy:D1", "filed", "expired", "no-address");
        ended(SHE, "reminder", "LZ1", "deputy:D1", "half", "failed", "43004");
        ended(SHE, "reminder", "LZ1", "deputy:D1", "day-before", "failed", "43004");
        ended(SHE, "request", "LZ2", "deputy:D1", "filed", "unknown", "cut");
        assertThat(misses.of(OURS)).extracting(Miss::kind, Miss::number, Miss::recipient, Miss::state, Miss::reason, Miss::count)
                .containsExactlyInAnyOrder(of("request", "LZ1", "deputy:D1", State.EXPIRED, "no-address", 1),
                        of("reminder", "LZ1", "deputy:D1", State.FAILED, "43004", 2));
        assertThat(misses.of(THEIRS)).extracting(Miss::number, Miss::state).containsExactly(of("LZ2", State.UNKNOWN));
    }

    @Test
    void answers_goWithTheRequestTheyFiledOrTheStationOfTheNewest() {
        request(SHE, "LZ1", "S1");
        request(SHE, "LZ2", "S2");
        journal(SHE, 1, "LZ1");
        journal(SHE, 2, "");
        ended(SHE, "reply", SHE + ":1", SHE, "1", "expired", "window-closed");
        ended(SHE, "reply", SHE + ":2", SHE, "2", "unknown", "timeout");
        ended(SHE, "reply", "media:3", SHE, "1", "failed", "43004");
        assertThat(misses.of(OURS)).extracting(Miss::number, Miss::state).containsExactly(of("LZ1", State.EXPIRED));
        assertThat(misses.of(THEIRS)).as("the newest request is theirs").extracting(Miss::number, Miss::state).containsExactlyInAnyOrder(
                of("", State.UNKNOWN), of("", State.FAILED));
    }

    @Test
    void visitsNoticesAndAlerts_areOfTheStationAndItsStaff() {
        sql.update("""
                insert into booking (address, id, station, day, place, begins, ends, deputy, personal)
                values (?, 'b1', 'S1', current_date, 1, now(), now(), 'D1', '')
                """, SHE);
        ended(SHE, "visit", "b1", "deputy:D1", "booked", "failed", "43004");
        sql.update("""
                insert into broadcast (id, address, author, approved_by, stations, audience, starts_at, created_at, personal)
                values ('n1', 'wechat:demo:c1', 'staff:C1', '', 'S1', 'deputies', now(), now(), '')
                """);
        for (String person : List.of("deputy:D1", "deputy:D2")) {
            sql.update("insert into broadcast_recipient (recipient, id) values (?, 'n1')", person);
            ended(person, "notice", "n1", person, "1", "expired", "no-address");
        }
        ended(SHE, "reply", "alert-human:m1", "staff:C1", "1", "failed", "60020");
        assertThat(misses.of(OURS)).extracting(Miss::kind, Miss::number, Miss::recipient, Miss::state, Miss::reason, Miss::count)
                .containsExactlyInAnyOrder(of("visit", "", "deputy:D1", State.FAILED, "43004", 1),
                        of("notice", "", "", State.EXPIRED, "no-address", 2),
                        of("alert", "alert-human", "staff:C1", State.FAILED, "60020", 1));
        assertThat(misses.of(THEIRS)).isEmpty();
    }

    @Test
    void whatGoesOnOrIsLongAgoIsNotThere() {
        request(SHE, "LZ1", "S1");
        ended(SHE, "reminder", "LZ1", "deputy:D1", "half", "sent", "");
        ended(SHE, "reminder", "LZ1", "deputy:D1", "day-before", "cancelled", "");
        ended(SHE, "reminder", "LZ1", "deputy:D1", "overdue", "failed", "43004");
        sql.update("update outbox set settled_at = now() - interval '8 days'");
        sql.update("""
                insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts, reason)
                values (?, 'request', 'LZ1', 'deputy:D1', 'filed', now(), now(), '', 'no-address')
                """, SHE);
        assertThat(misses.of(OURS)).isEmpty();
    }

    @Test
    void whoIsBoundNowhere_isThereAtOnceAndStaysSinceThen() {
        request(SHE, "LZ1", "S1");
        for (String deputy : List.of("deputy:D2", "deputy:D3")) {
            sql.update("""
                    insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts)
                    values (?, 'request', 'LZ1', ?, 'filed', now() + interval '5 minutes', now() + interval '7 days', '')
                    """, SHE, deputy);
        }
        var waiting = misses.of(OURS).getFirst();
        assertThat(misses.of(OURS)).extracting(Miss::recipient, Miss::state).containsExactly(of("deputy:D2", State.PENDING));
        assertThat(waiting.since()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        sql.update("update outbox set state = 'expired', reason = 'no-address', settled_at = now() + interval '7 days'");
        assertThat(misses.of(OURS)).extracting(Miss::since).contains(waiting.since());
    }

    @Test
    void many_areOneMoreThanAreShown() {
        for (int n = 0; n < 2 * Miss.MOST; n++) {
            request("wechat:demo:r" + n, "LZ" + n, "S1");
            ended("wechat:demo:r" + n, "request", "LZ" + n, "deputy:D1", "filed", "failed", "43004");
        }
        assertThat(misses.of(OURS)).hasSize(Miss.MOST + 1);
    }

    private static Tuple of(Object... values) {
        return Tuple.tuple(values);
    }

    private void request(String address, String number, String station) {
        sql.update("""
                insert into request (address, number, station, deputy, unit, topic, place, status, holder, filed_at, due, provisional,
                    version, personal)
                values (?, ?, ?, '', '', '', '', 'filed', 'deputy:D1', clock_timestamp(), now() + interval '5 days', false, 1, '')
                """, address, number, station);
    }

    private void journal(String address, long seq, String request) {
        sql.update("""
                insert into journal (address, seq, key_hash, inbound, kind, received_at, request, book, message, reply, dialog)
                values (?, ?, decode(md5(?), 'hex'), true, 'text', now(), ?, '', '', '', '')
                """, address, seq, Long.toString(seq), request);
    }

    private void ended(String owner, String kind, String subject, String recipient, String occurrence, String state, String reason) {
        sql.update("""
                insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts, state, reason, settled_at)
                values (?, ?, ?, ?, ?, now(), now(), '', ?, ?, now())
                """, owner, kind, subject, recipient, occurrence, state, reason);
    }
}
