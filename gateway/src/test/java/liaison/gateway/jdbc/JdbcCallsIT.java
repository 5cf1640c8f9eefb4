package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import liaison.bot.dialog.Call;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Transcript;
import liaison.bot.dialog.Want;
import liaison.bot.message.Address;
import liaison.bot.people.Person;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who asked for a person, as it stands in the outbox. */
final class JdbcCallsIT {
    private static final TestStores.Database DATABASE = TestStores.migrated();
    private static final MasterKey KEY = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    private final JdbcTemplate sql = new JdbcTemplate(DATABASE.dataSource());
    private final Sealer sealer = new Sealer(KEY, Algorithm.AES);
    private final JdbcCalls calls = new JdbcCalls(DATABASE.dataSource(),
            new JournalTranscript(new JdbcJournal(DATABASE.dataSource()), sealer));

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void of_namesTheNewestCallOfEachResidentToThesePeopleAlone() {
        told("wechat:demo:a", "alert-handoff:1", "staff:C1", "3 hours");
        told("wechat:demo:a", "alert-emergency:2", "staff:H1", "1 hour");
        told("wechat:demo:b", "alert-handoff:3", "staff:C9", "1 hour");
        told("wechat:demo:c", "alert-handoff:4", "staff:C1", "30 days");
        told("wechat:demo:d", "wechat:demo:d:7", "staff:C1", "1 hour");
        var found = calls.of(new Want.Calls(List.of(Person.parse("staff:C1"), Person.parse("staff:H1")), List.of("S1"), 0, 0)).calls();
        assertThat(found).hasSize(1).first().extracting(Call::lines).isEqualTo(List.of());
        assertThat(found.getFirst().at()).isAfter(Instant.now().minusSeconds(7_200));
        assertThat(calls.of(new Want.Calls(List.of(Person.parse("staff:C7")), List.of("S1"), 0, 0)).calls()).isEmpty();
    }

    @Test
    void of_manyAreCountedAndGoOn() {
        for (String one : List.of("d", "e", "f")) {
            told("wechat:demo:" + one, "alert-handoff:1", "staff:C5", "3 hours");
        }
        var page = calls.of(new Want.Calls(List.of(Person.parse("staff:C5")), List.of("S1"), Call.MOST, 0));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.calls()).extracting(call -> call.address().id()).containsExactly("d");
    }

    @Test
    void of_whatCameWhilePagesAreTurnedMovesNoneOfThem() {
        for (String one : List.of("k", "l", "m")) {
            told("wechat:demo:" + one, "alert-handoff:1", "staff:C8", "3 hours");
        }
        var first = Instant.now();
        told("wechat:demo:n", "alert-handoff:1", "staff:C8", "0 hours");
        told("wechat:demo:k", "alert-handoff:2", "staff:C8", "0 hours");
        sql.update("update outbox set expires_at = expires_at + interval '1 second' where recipient = 'staff:C8' and expires_at > ?",
                OffsetDateTime.ofInstant(first.plus(Call.WORTH_TELLING).minusSeconds(1), ZoneOffset.UTC));
        var want = new Want.Calls(List.of(Person.parse("staff:C8")), List.of("S1"), 0, new Call.Part(0, first), "");
        assertThat(calls.of(want).total()).isEqualTo(3);
        assertThat(calls.of(want).calls()).extracting(call -> call.address().id()).containsExactly("m", "l");
    }

    @Test
    void of_whatWasSaidWhileATalkIsReadIsLeftOutOfIt() {
        talk("wechat:demo:o", 10, Map.of());
        told("wechat:demo:o", "alert-emergency:k1", "staff:C2", "3 hours");
        sql.update("update journal set received_at = now() + interval '1 hour' where address = 'wechat:demo:o' and seq > 7");
        var part = new Call.Part(1, Instant.now().plusSeconds(60));
        var call = calls.of(new Want.Calls(List.of(Person.parse("staff:C2")), List.of("S1"), 0, part, "")).calls().getFirst();
        assertThat(call.lines()).extracting(Transcript.Line::seq).containsExactly(1L);
    }

    @Test
    void of_oneThatIsSentLaterWasToldWhenItWas() {
        told("wechat:demo:g", "alert-handoff:1", "staff:C6", "3 hours");
        sql.update("update outbox set due_at = now() + interval '9 hours' where recipient = 'staff:C6'");
        var call = calls.of(new Want.Calls(List.of(Person.parse("staff:C6")), List.of("S1"), 0, 0)).calls().getFirst();
        assertThat(call.at()).isBetween(Instant.now().minusSeconds(11_000), Instant.now().minusSeconds(10_700));
    }

    @Test
    void of_whatAlarmedStandsBeforeTheEndOfTheTalkAndWhatLiesBetweenIsCounted() {
        talk("wechat:demo:h", 10, Map.of());
        told("wechat:demo:h", "alert-emergency:k1", "staff:C3", "3 hours");
        var end = of("staff:C3", 0);
        assertThat(end.alarms()).extracting(Transcript.Line::seq).containsExactly(1L);
        assertThat(end.lines()).extracting(Transcript.Line::seq).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(end.between()).isEqualTo(3);
        assertThat(of("staff:C3", 1).lines()).extracting(Transcript.Line::seq).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void of_whatLedToAnotherStationsRequestIsNotThere() {
        talk("wechat:demo:i", 6, Map.of(4L, "LZ9"));
        request("wechat:demo:i", "LZ9", "S2");
        told("wechat:demo:i", "alert-link:k2", "staff:C4", "3 hours");
        assertThat(of("staff:C4", 0).lines()).extracting(Transcript.Line::seq).containsExactly(1L, 2L);
        sql.update("update request set station = 'S1' where number = 'LZ9'");
        assertThat(of("staff:C4", 0).lines()).extracting(Transcript.Line::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    private Call of(String clerk, int back) {
        return calls.of(new Want.Calls(List.of(Person.parse(clerk)), List.of("S1"), 0, back)).calls().getFirst();
    }

    /** Rows whose keys are k1, k2 …; some filed or touched a request. */
    private void talk(String address, int rows, Map<Long, String> requests) {
        for (long seq = 1; seq <= rows; seq++) {
            sql.update("""
                    insert into journal (address, seq, key_hash, inbound, kind, received_at, request, book, message, reply, dialog)
                    values (?, ?, ?, true, 'text', now(), ?, '', '', '', '')
                    """, address, seq, sealer.keyHash(Address.parse(address), "k" + seq), requests.getOrDefault(seq, ""));
        }
    }

    private void request(String address, String number, String station) {
        sql.update("""
                insert into request (address, number, station, deputy, unit, topic, place, status, holder, filed_at, due, provisional,
                    version, personal)
                values (?, ?, ?, '', '', '', '', 'filed', '', now(), now() + interval '5 days', false, 1, '')
                """, address, number, station);
    }

    private void told(String owner, String subject, String recipient, String ago) {
        sql.update("insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts)"
                + " values (?, 'reply', ?, ?, '1', now() - ?::interval, now() - ?::interval + interval '1 day', '')", owner, subject,
                recipient, ago, ago);
    }
}
