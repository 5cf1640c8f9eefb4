package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import liaison.bot.message.Address;
import liaison.gateway.jdbc.JdbcOpenings.Last;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcOpeningsIT {
    private static final TestStores.Database DATABASE = TestStores.migrated();
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Address RESIDENT = Address.parse("wechat:demo:o1");

    private final JdbcTemplate sql = new JdbcTemplate(DATABASE.dataSource());
    private final JdbcOpenings openings = new JdbcOpenings(DATABASE.dataSource());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void since_isTheLastMessageAndTheLastEventOfThisResident() {
        row(RESIDENT, 1, true, "text", NOW.minus(Duration.ofHours(3)));
        row(RESIDENT, 2, true, "image", NOW.minus(Duration.ofHours(2)));
        row(RESIDENT, 3, true, "event", NOW.minus(Duration.ofHours(1)));
        row(RESIDENT, 4, true, "event", NOW);
        row(RESIDENT, 5, false, "notice", NOW);
        row(Address.parse("wechat:demo:o2"), 1, true, "text", NOW);
        var image = new Last(2, false, NOW.minus(Duration.ofHours(2)));
        var event = new Last(4, true, NOW);
        assertThat(openings.since(RESIDENT, NOW.minus(Duration.ofDays(2)))).containsExactlyInAnyOrder(image, event);
        assertThat(openings.since(RESIDENT, NOW.minus(Duration.ofHours(1)))).containsExactly(event);
        assertThat(openings.since(Address.parse("wechat:demo:o3"), Instant.EPOCH)).isEmpty();
    }

    @Test
    void since_isNothingOfThoseWhoLeftUntilTheyComeBack() {
        var left = Address.parse("wechat:demo:o4");
        row(left, 1, true, "text", NOW.minusSeconds(30));
        row(left, 2, true, "event", NOW.minusSeconds(20));
        row(left, 3, true, "left", NOW.minusSeconds(10));
        row(left, 4, true, "receipt", NOW);
        assertThat(openings.since(left, Instant.EPOCH)).isEmpty();
        row(left, 5, true, "event", NOW);
        assertThat(openings.since(left, Instant.EPOCH)).containsExactly(new Last(5, true, NOW));
        row(left, 6, true, "text", NOW);
        assertThat(openings.since(left, Instant.EPOCH)).extracting(Last::seq).containsExactlyInAnyOrder(5L, 6L);
    }

    private void row(Address address, long seq, boolean inbound, String kind, Instant at) {
        sql.update("""
                insert into journal (address, seq, key_hash, inbound, kind, received_at, request, book, message, reply, dialog)
                values (?, ?, decode(md5(?), 'hex'), ?, ?, ?::timestamptz, '', '', '', '', '')
                """, address.toString(), seq, Long.toString(seq), inbound, kind, at.toString());
    }
}
