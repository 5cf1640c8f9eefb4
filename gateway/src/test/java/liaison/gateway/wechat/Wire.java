package liaison.gateway.wechat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import liaison.bot.testing.MutableClock;
import liaison.gateway.wechat.ApiAccount.Template;
import liaison.gateway.wechat.Openings.Opening;

/** What is behind one or more clients of a test, all in memory but the line itself. */
final class Wire {
    static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");

    final MutableClock clock = new MutableClock(MORNING);
    final MemoryTokens tokens = new MemoryTokens();
    final MemoryQuotas counts = new MemoryQuotas();

    /** One more node. */
    Platform platform(Duration timeout) {
        return new Platform(tokens, new Quotas(counts, clock), timeout);
    }

    /** A window that is always open, so that the platform decides. */
    Windows open() {
        return new Windows((address, since) -> List.of(new Opening(1, false, Instant.now())), new Endless(), Clock.systemUTC());
    }

    WechatClient client(URI base) {
        return client(base, Duration.ofSeconds(5));
    }

    WechatClient client(URI base, Duration timeout) {
        return new WechatClient(List.of(account(base)), platform(timeout), open());
    }

    static ApiAccount account(URI base) {
        var template = new Template("TPL", Map.of("thing1", "what", "thing2", "where"));
        var subscription = new Template("SUB", Map.of("thing1", "note"));
        return new ApiAccount("demo", "appid", "secret", base, Map.of("reminder", template, "request", template),
                Map.of("reminder", subscription));
    }

    private static final class Endless implements SendCounts {
        @Override
        public boolean take(String key, int most, Duration lasts) {
            return true;
        }

        @Override
        public void giveBack(String key) {
        }

        @Override
        public void close(String key, Duration lasts) {
        }
    }
}
