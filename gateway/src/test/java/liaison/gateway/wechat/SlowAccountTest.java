package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import liaison.bot.calendar.QuietHours;
import liaison.bot.memory.MemoryOutbox;
import liaison.bot.message.Address;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.OutboxRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two accounts on one relay: the platform answers one of them with nothing, or with a byte a second. */
final class SlowAccountTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ENTRIES = 200;

    private final TinyApi slow = new TinyApi();
    private final TinyApi quick = new TinyApi();
    private final Wire wire = new Wire();
    private final MemoryOutbox outbox = new MemoryOutbox(wire.clock);
    private final WechatClient client = new WechatClient(List.of(account("slow", slow), account("quick", quick)), wire.platform(TIMEOUT),
            wire.open());

    @AfterEach
    void close() {
        slow.close();
        quick.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"silence", "drip"})
    void relay_letsTheOtherAccountGoOnAndSaysNothingTwice(String trouble) {
        byte[] ok = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
        IntStream.range(0, ENTRIES)
                .forEach(i -> slow.then(trouble.equals("drip") ? TinyApi.drip("application/json", ok) : TinyApi.silence()));
        IntStream.range(0, ENTRIES).forEach(i -> add("slow", i));
        IntStream.range(0, ENTRIES).forEach(i -> add("quick", i));
        try (var relay = new OutboxRelay(new OutboxRelay.Parts(outbox,
                entry -> Optional.of(new Letter(List.of(Address.parse(entry.recipient())), "words", Map.of("what", "words"), List.of())),
                Map.of("wechat", client), new QuietHours(LocalTime.NOON, LocalTime.NOON), wire.clock, new Random(1)))) {
            long began = System.nanoTime();
            while (sent("quick") < ENTRIES) {
                relay.run();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).as("less than one silent call").isLessThan(TIMEOUT);
            }
            assertThat(sent("slow")).isZero();
        }
        assertThat(quick.bodies).as("nothing is said twice").hasSize(ENTRIES).doesNotHaveDuplicates();
        assertThat(slow.bodies).as("as much as one account may have under way").hasSizeLessThanOrEqualTo(64).doesNotHaveDuplicates();
        assertThat(outbox.reasons().values()).as("what was begun ended before the relay did").filteredOn("timeout"::equals)
                .hasSize(slow.bodies.size());
    }

    private static ApiAccount account(String name, TinyApi api) {
        var like = Wire.account(api.base());
        return new ApiAccount(name, like.appid(), like.secret(), like.apiBase(), like.templates(), like.subscriptions());
    }

    private long sent(String account) {
        return outbox.states().entrySet().stream().filter(one -> one.getKey().contains(account) && one.getValue() == State.SENT).count();
    }

    private void add(String account, int n) {
        String to = "wechat:" + account + ":o" + n;
        outbox.add(
                new OutboxEntry(to, "reminder", "LZ" + n, to, "half", wire.clock.instant(), wire.clock.instant().plus(Duration.ofDays(3)),
                        Map.of()));
    }
}
