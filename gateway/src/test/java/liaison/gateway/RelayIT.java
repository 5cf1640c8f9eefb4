package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import liaison.gateway.testing.FakeApi;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;

/** D1 and C2: thousands due at once, lines cut after the platform took the call, nodes killed in between. */
@ResourceLock("redis")
final class RelayIT {
    private static final int DUE = 3000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String FILL = """
            insert into reminder (owner, cause_kind, cause_key, occurrence, recipient, due_at)
            select 'wechat:demo:o' || n, 'request', 'LZ' || n, 'half', 'wechat:demo:o' || n, now() from generate_series(1, ?) n
            """;

    @Test
    void reminders_areShownOnceWhileLinesAreCutAndNodesDie() throws Exception {
        try (var database = TestStores.migrated(); var api = FakeApi.start()) {
            var redis = TestStores.redis();
            var jdbc = new JdbcTemplate(database.dataSource());
            api.control("{\"cut_after\":{\"path\":\"/cgi-bin/message/*\",\"share\":0.1}}");
            jdbc.update(FILL, DUE);
            try (var first = RelayNode.start(database, redis, api.url()); var second = RelayNode.start(database, redis, api.url())) {
                await(() -> sent(jdbc) >= DUE / 10);
                first.kill();
                await(() -> sent(jdbc) >= DUE / 2);
                second.kill();
            }
            try (var third = RelayNode.start(database, redis, api.url())) {
                await(() -> count(jdbc, "select count(*) from outbox where state <> 'pending'") == DUE);
                assertThat(third.isAlive()).isTrue();
            }
            assertThat(sent(jdbc)).isEqualTo(DUE);
            assertThat(shown(api)).hasSize(DUE).allSatisfy((to, times) -> assertThat(times).isEqualTo(1));
            assertThat(keys(api)).isEqualTo(DUE);
            assertThat(api.state().path("cut").asInt()).isPositive();
        }
    }

    private static Map<String, Integer> shown(FakeApi api) {
        var shown = new HashMap<String, Integer>();
        api.state().path("delivered").forEach(one -> shown.merge(one.path("to").asString(), 1, Integer::sum));
        return shown;
    }

    /** How many keys were used by all calls, the repeated ones included; what a killed node sent half of has none. */
    private static int keys(FakeApi api) {
        var keys = new HashSet<String>();
        api.calls("/cgi-bin/message/template/send").forEach(call -> keys.add(call.path("json").path("client_msg_id").asString()));
        keys.remove("");
        return keys.size();
    }

    private static int sent(JdbcTemplate jdbc) {
        return count(jdbc, "select count(*) from outbox where state = 'sent'");
    }

    private static int count(JdbcTemplate jdbc, String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }

    private static void await(BooleanSupplier until) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as("it takes too long").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
