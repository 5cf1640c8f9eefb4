package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import liaison.bot.memory.PlainSeals;
import liaison.bot.notice.Outbox.Attempt;
import liaison.bot.notice.Outbox.Result;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.Outbox.Taken;
import liaison.bot.notice.OutboxEntry;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcSentIT {
    private static final TestStores.Database DATABASE = TestStores.migrated();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String MEMBER = "wecom:office:u1";
    private static final String WAY = "template " + MEMBER;

    private final Instant now = Instant.now(Clock.systemUTC());
    private final JdbcTemplate sql = new JdbcTemplate(DATABASE.dataSource());
    private final JdbcOutbox outbox = new JdbcOutbox(DATABASE.dataSource(), new PlainSeals());
    private final JdbcSent sent = new JdbcSent(DATABASE.dataSource());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        sql.update("delete from outbox");
    }

    @Test
    void lately_isWhatWentToTheMember() {
        settle(begun("a", WAY), State.SENT, WAY);
        settle(begun("b", WAY), State.SENT, "template wecom:office:u2");
        settle(begun("c", WAY), State.PENDING, "");
        settle(begun("card:d", WAY), State.SENT, WAY);
        assertThat(sent.lately(MEMBER, HOUR)).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(entry("a").hash());
            assertThat(one.ago()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        });
        sql.update("update outbox set settled_at = now() - interval '2 hours'");
        assertThat(sent.lately(MEMBER, HOUR)).isEmpty();
    }

    @Test
    void lately_holdsWhatMayHaveArrivedButNotWhatIsUnderWay() {
        settle(begun("a", WAY), State.PENDING, WAY);
        begun("b", WAY);
        assertThat(sent.lately(MEMBER, HOUR)).extracting(JdbcSent.Past::key).containsExactly(entry("a").hash());
        sql.update("update outbox set first_attempt_at = now() - interval '11 seconds'");
        assertThat(sent.lately(MEMBER, HOUR)).hasSize(2);
    }

    private Taken begun(String subject, String way) {
        var writes = new Writes();
        outbox.add(List.of(new JdbcOutbox.Waiting(entry(subject), new byte[0])), writes);
        writes.run(sql);
        var taken = outbox.take(now, 10, Duration.ofMinutes(1)).getFirst();
        assertThat(outbox.begin(List.of(new Attempt(taken, way)), Duration.ofMinutes(1))).hasSize(1);
        return taken;
    }

    private void settle(Taken taken, State state, String way) {
        outbox.settle(List.of(new Result(taken.entry(), taken.lease(), state, now.plus(HOUR), way, "")));
    }

    private OutboxEntry entry(String subject) {
        return new OutboxEntry("wechat:demo:o1", "request", subject, "deputy:d1", "filed", now, now.plus(Duration.ofDays(1)), Map.of());
    }
}
