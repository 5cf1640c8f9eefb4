package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import liaison.gateway.wechat.Quotas.Used;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QuotasTest {
    /** Ten minutes before midnight in China. */
    private static final Instant LATE = Instant.parse("2026-11-23T15:50:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T16:00:00Z");

    private final TinyApi api = new TinyApi();
    private final Wire wire = new Wire();
    private final Quotas quotas = new Quotas(wire.counts, wire.clock);
    private final Platform platform = wire.platform(Duration.ofSeconds(5));
    private final ApiAccount account = Wire.account(api.base());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void today_countsEveryCallByItsDayInChina() {
        IntStream.range(0, 3).forEach(i -> platform.get(account, Endpoint.MENU_GET, Map.of()));
        assertThat(used("menu-get")).isEqualTo(new Used("demo", "menu-get", java.time.LocalDate.of(2026, 11, 23), 3, 10_000));
        assertThat(used("token").used()).isEqualTo(1);
        wire.clock.set(LATE.plus(Duration.ofMinutes(10)));
        assertThat(used("menu-get").used()).isZero();
        assertThat(quotas.today("demo")).extracting(Used::call)
                .contains("subscribe", "token", "template", "mass", "media-get", "media-upload", "menu-create",
                        "forced-token");
    }

    @Test
    void refusal_isForAllNodesUntilTheNextDayInChina() {
        api.then(45009);
        var refused = (Reply.Refused) platform.get(account, Endpoint.MENU_GET, Map.of());
        assertThat(refused.notBefore()).isEqualTo(MIDNIGHT);
        var other = (Reply.Refused) wire.platform(Duration.ofSeconds(5)).get(account, Endpoint.MENU_GET, Map.of());
        assertThat(other).extracting(Reply.Refused::reason, Reply.Refused::notBefore).containsExactly("quota", refused.notBefore());
        assertThat(api.paths).hasSize(1);
        assertThat(platform.get(account, Endpoint.MENU_DELETE, Map.of())).isInstanceOf(Reply.Done.class);
    }

    @Test
    void refusal_isSaidOnceUntilWhenAndWhatToDo() {
        try (var log = new LogLines()) {
            api.then(45009);
            platform.get(account, Endpoint.MENU_GET, Map.of());
            platform.get(account, Endpoint.MENU_GET, Map.of());
            assertThat(log.warnings()).singleElement().asString().startsWith("demo: the platform answered 45009, today's calls of menu-get"
                    + " are used up: none is made before 2026-11-24T00:00+08:00").contains("goes on then by itself");
        }
        assertThat(quotas.usedUp("demo")).isEqualTo(Map.of("menu-get", MIDNIGHT));
        assertThat(quotas.usedUp("other")).isEmpty();
    }

    @Test
    void refusal_endsWhenTheCountsWereCleared() {
        api.then(45009);
        platform.get(account, Endpoint.MENU_GET, Map.of());
        quotas.again("demo");
        assertThat(platform.get(account, Endpoint.MENU_GET, Map.of())).isInstanceOf(Reply.Done.class);
        assertThat(quotas.usedUp("demo")).isEmpty();
    }

    @Test
    void nextLook_isHalfAnHourAwayUnlessTheDayEndsBefore() {
        assertThat(quotas.nextLook(MIDNIGHT)).isEqualTo(Wire.MORNING.plus(Duration.ofMinutes(30)));
        wire.clock.set(LATE);
        assertThat(quotas.nextLook(MIDNIGHT)).isEqualTo(MIDNIGHT);
        assertThat(quotas.nextLook(Instant.EPOCH)).as("nobody knows").isEqualTo(Instant.EPOCH);
    }

    @Test
    void refusal_endsWithTheDayInChina() {
        wire.clock.set(LATE);
        api.then(45009);
        var refused = (Reply.Refused) platform.get(account, Endpoint.MENU_GET, Map.of());
        assertThat(refused.notBefore()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
        wire.clock.set(refused.notBefore());
        assertThat(platform.get(account, Endpoint.MENU_GET, Map.of())).isInstanceOf(Reply.Done.class);
    }

    @Test
    void forcedTokens_endForTheDayAtTwenty() {
        for (int i = 0; i < 20; i++) {
            assertThat(quotas.isLeft("demo", Endpoint.FORCED_TOKEN)).isTrue();
        }
        api.then(40001);
        assertThatThrownBy(() -> platform.get(account, Endpoint.MENU_GET, Map.of())).hasMessage("token-renewed-too-often-today");
        assertThat(api.forced).hasValue(0);
        wire.clock.tick(Duration.ofDays(1));
        assertThat(quotas.isLeft("demo", Endpoint.FORCED_TOKEN)).isTrue();
    }

    private Used used(String call) {
        return quotas.today("demo").stream().filter(one -> one.call().equals(call)).findAny().orElseThrow();
    }
}
