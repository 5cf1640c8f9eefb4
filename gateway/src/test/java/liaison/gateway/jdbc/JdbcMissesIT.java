package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.dialog.Miss;
import liaison.bot.dialog.Scopes;
import liaison.bot.dialog.Want;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.notice.Outbox.State;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.people.Station;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.TestStores;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcMissesIT {
    private static final TestStores.Database DATABASE = TestStores.migrated();
    private static final String SHE = "wechat:demo:o1";
    private static final Sealer SEALS = new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32])), Algorithm.AES);
    private static final Want.Misses OURS = want("S1", 0, "staff:C1", "deputy:D1");
    private static final Want.Misses THEIRS = want("S2", 0, "staff:C2", "deputy:D9");
    private static final Directory DIRECTORY = new MemoryDirectory(
            List.of(new Station("S1", "", "一站", "", "", List.of()), new Station("S2", "", "二站", "", "", List.of())));
    private static final Scopes SECOND = account -> account.account().equals("second") ? List.of("S2") : List.of();

    private final JdbcTemplate sql = new JdbcTemplate(DATABASE.dataSource());
    private final JdbcMisses misses = new JdbcMisses(DATABASE.dataSource(),
            new JdbcBroadcasts(DATABASE.dataSource(), new JdbcOutbox(DATABASE.dataSource(), SEALS), SEALS), SECOND, () -> DIRECTORY);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("outbox", "request", "booking", "broadcast", "broadcast_recipient", "journal", "binding",
                "belonging")) {
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
        assertThat(of(OURS)).extracting(Miss::kind, Miss::number, Miss::recipient, Miss::state, Miss::reason, Miss::count)
                .containsExactlyInAnyOrder(of("request", "LZ1", "deputy:D1", State.EXPIRED, "no-address", 1),
                        of("reminder", "LZ1", "deputy:D1", State.FAILED, "43004", 2));
        assertThat(of(THEIRS)).extracting(Miss::number, Miss::state).containsExactly(of("LZ2", State.UNKNOWN));
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
        assertThat(of(OURS)).extracting(Miss::number, Miss::state).containsExactly(of("LZ1", State.EXPIRED));
        assertThat(of(THEIRS)).as("the newest request is theirs").extracting(Miss::number, Miss::state).containsExactlyInAnyOrder(
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
        assertThat(of(OURS)).extracting(Miss::kind, Miss::number, Miss::recipient, Miss::state, Miss::reason, Miss::count)
                .containsExactlyInAnyOrder(of("visit", "", "deputy:D1", State.FAILED, "43004", 1),
                        of("notice", "", "deputy:D1", State.EXPIRED, "no-address", 1),
                        of("notice", "", "deputy:D2", State.EXPIRED, "no-address", 1),
                        of("alert", "alert-human", "staff:C1", State.FAILED, "60020", 1));
        assertThat(of(THEIRS)).isEmpty();
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
        assertThat(of(OURS)).isEmpty();
    }

    @Test
    void whatNoLetterCouldBeMadeOf_isThereWhileItIsTriedAndWhenItIsGivenUp() {
        request(SHE, "LZ1", "S1");
        sql.update("""
                insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts, reason)
                values (?, 'request', 'LZ1', 'deputy:D3', 'rated:2', now(), now() + interval '7 days', '', 'no-letter')
                """, SHE);
        assertThat(of(OURS)).extracting(Miss::recipient, Miss::state, Miss::reason)
                .containsExactly(of("deputy:D3", State.PENDING, "no-letter"));
        sql.update("update outbox set state = 'failed', settled_at = now()");
        assertThat(of(OURS)).extracting(Miss::state, Miss::reason).containsExactly(of(State.FAILED, "no-letter"));
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
        var waiting = of(OURS).getFirst();
        assertThat(of(OURS)).extracting(Miss::recipient, Miss::state).containsExactly(of("deputy:D2", State.PENDING));
        assertThat(waiting.since()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        sql.update("update outbox set state = 'expired', reason = 'no-address', settled_at = now() + interval '7 days'");
        assertThat(of(OURS)).extracting(Miss::since).contains(waiting.since());
    }

    @Test
    void whatWasTakenAndNotShown_isThereWhileItWaits() {
        request(SHE, "LZ1", "S1");
        for (String reason : List.of("failed:user block", "window-closed")) {
            sql.update("""
                    insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts, reason)
                    values (?, 'reminder', 'LZ1', 'deputy:D1', ?, now(), now() + interval '7 days', '', ?)
                    """, SHE, reason, reason);
        }
        assertThat(of(OURS)).extracting(Miss::kind, Miss::recipient, Miss::state, Miss::reason)
                .containsExactly(of("reminder", "deputy:D1", State.PENDING, "failed:user block"));
    }

    @Test
    void notices_areThoseOfTheStationWhoeverWroteThemAndComeLast() {
        sql.update("""
                insert into broadcast (id, address, author, approved_by, stations, audience, starts_at, created_at, personal)
                values ('n1', 'wechat:demo:c1', 'staff:GONE', '', 'S9|S1', 'deputies', now(), now(), '')
                """);
        sql.update("insert into broadcast_recipient (recipient, id) values ('deputy:D1', 'n1')");
        ended("deputy:D1", "notice", "n1", "deputy:D1", "1", "unknown", "cut");
        request(SHE, "LZ1", "S1");
        ended(SHE, "request", "LZ1", "deputy:D1", "filed", "failed", "43004");
        sql.update("update outbox set settled_at = now() - interval '1 hour' where kind = 'request'");
        sql.update("update broadcast set created_at = now() - interval '2 hours'");
        assertThat(of(OURS)).extracting(Miss::kind, Miss::recipient).containsExactly(of("request", "deputy:D1"), of("notice", "deputy:D1"));
        assertThat(of(OURS).getLast().since()).as("when it was sent").isCloseTo(Instant.now().minus(2, ChronoUnit.HOURS),
                within(1, ChronoUnit.MINUTES));
        assertThat(of(THEIRS)).isEmpty();
    }

    @Test
    void answers_toThoseWhoFiledNothingAreOfTheirStationElseOfTheAccounts() {
        sql.update("insert into belonging values ('wechat:demo:scanned', 'S2')");
        sql.update("insert into binding (address, person, code_hash) values ('wecom:office:d1', 'deputy:D1', '')");
        journal("wecom:office:d1", 1, "LZ9");
        request("wechat:demo:long-ago", "LZ9", "S2");
        sql.update("update request set filed_at = now() - interval '90 days', due = now() - interval '80 days'");
        int n = 0;
        for (String address : List.of("wechat:demo:scanned", "wecom:office:d1", "wechat:demo:long-ago", "wechat:demo:anybody",
                "wechat:second:anybody")) {
            ended(address, "reply", address + ":1", address, "1", "unknown", "cut" + n++);
        }
        assertThat(of(OURS)).extracting(Miss::recipient, Miss::reason).containsExactlyInAnyOrder(of("deputy:D1", "cut1"),
                of("wechat:demo:anybody", "cut3"));
        assertThat(of(THEIRS)).extracting(Miss::recipient, Miss::reason).containsExactlyInAnyOrder(of("wechat:demo:scanned", "cut0"),
                of("wechat:demo:long-ago", "cut2"), of("wechat:second:anybody", "cut4"));
        assertThat(of(want("S3", 0, "staff:C3"))).isEmpty();
    }

    @Test
    void updateOfACard_isNoAnswer() {
        ended(SHE, "reply", "card:0", SHE, "1", "unknown", "42046");
        assertThat(of(OURS)).isEmpty();
    }

    @Test
    void many_areShownPageByPage() {
        for (int n = 0; n < 2 * Miss.MOST; n++) {
            request("wechat:demo:r" + n, "LZ" + n, "S1");
            ended("wechat:demo:r" + n, "request", "LZ" + n, "deputy:D1", "filed", "failed", "43004");
        }
        var first = misses.of(OURS);
        var second = misses.of(want("S1", Miss.MOST, "staff:C1"));
        assertThat(first.total()).isEqualTo(2 * Miss.MOST);
        assertThat(Stream.concat(first.misses().stream(), second.misses().stream()).map(Miss::number).distinct()).hasSize(2 * Miss.MOST);
        assertThat(of(want("S1", 2 * Miss.MOST, "staff:C1"))).isEmpty();
    }

    private static Want.Misses want(String station, int from, String... people) {
        return new Want.Misses(List.of(station), Stream.of(people).map(Person::parse).toList(), from);
    }

    private List<Miss> of(Want.Misses want) {
        return misses.of(want).misses();
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
