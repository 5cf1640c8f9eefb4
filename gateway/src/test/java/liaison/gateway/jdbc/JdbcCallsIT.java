package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import liaison.bot.dialog.Call;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Want;
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
    private final JdbcCalls calls = new JdbcCalls(DATABASE.dataSource(),
            new JournalTranscript(new JdbcJournal(DATABASE.dataSource()), new Sealer(KEY, Algorithm.AES)));

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
    void of_oneThatIsSentLaterWasToldWhenItWas() {
        told("wechat:demo:g", "alert-handoff:1", "staff:C6", "3 hours");
        sql.update("update outbox set due_at = now() + interval '9 hours' where recipient = 'staff:C6'");
        var call = calls.of(new Want.Calls(List.of(Person.parse("staff:C6")), List.of("S1"), 0, 0)).calls().getFirst();
        assertThat(call.at()).isBetween(Instant.now().minusSeconds(11_000), Instant.now().minusSeconds(10_700));
    }

    private void told(String owner, String subject, String recipient, String ago) {
        sql.update("insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts)"
                + " values (?, 'reply', ?, ?, '1', now() - ?::interval, now() - ?::interval + interval '1 day', '')", owner, subject,
                recipient, ago, ago);
    }
}
