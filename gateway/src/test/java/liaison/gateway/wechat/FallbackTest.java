package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
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
import liaison.gateway.wechat.Openings.Opening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the outbox to the platform: which way a message takes when one is closed. */
final class FallbackTest {
    private static final String TALK = "/cgi-bin/message/custom/send";
    private static final String TEMPLATE = "/cgi-bin/message/template/send";
    private static final String SUBSCRIBE = "/cgi-bin/message/subscribe/bizsend";

    private final TinyApi api = new TinyApi();
    private final Wire wire = new Wire();
    private final List<Opening> journal = new ArrayList<>(List.of(new Opening(1, false, Wire.MORNING)));
    private final MemoryOutbox outbox = new MemoryOutbox(wire.clock);
    private final WechatClient client = new WechatClient(List.of(Wire.account(api.base())), wire.platform(Duration.ofSeconds(5)),
            new Windows((address, since) -> List.copyOf(journal), new MemoryCounts(), wire.clock));
    private final OutboxRelay relay = new OutboxRelay(new OutboxRelay.Parts(outbox,
            entry -> Optional.of(
                    new Letter(List.of(Address.parse(entry.recipient())), "words", Map.of("what", "words", "note", "words"), List.of())),
            Map.of("wechat", client),
            new QuietHours(LocalTime.NOON, LocalTime.NOON), wire.clock, new Random(1)));

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {45015, 45047})
    void answer_goesByTemplateWhereTheWindowIsClosed(int code) {
        api.then(code);
        add("reply", 1);
        assertThat(api.paths).containsExactly(TALK, TEMPLATE);
        assertThat(state(1)).isEqualTo(State.SENT);
        add("reply", 2);
        assertThat(api.paths).as("the window is known to be closed").containsExactly(TALK, TEMPLATE, TEMPLATE);
    }

    @Test
    void answer_isTheSixthSoItIsNotEvenTried() {
        for (int n = 1; n <= 6; n++) {
            add("reply", n);
        }
        assertThat(api.paths).containsExactly(TALK, TALK, TALK, TALK, TALK, TEMPLATE);
    }

    @Test
    void reminder_goesByTemplateThenByGrantThenAsTalk() {
        api.then(40037);
        api.then(43101);
        add("reminder", 1);
        assertThat(api.paths).containsExactly(TEMPLATE, SUBSCRIBE, TALK);
        assertThat(state(1)).isEqualTo(State.SENT);
    }

    @Test
    void reminder_isKeptForTheNextMessageWhereEverythingIsClosed() {
        journal.clear();
        api.then(40037);
        api.then(43101);
        add("reminder", 1);
        assertThat(api.paths).containsExactly(TEMPLATE, SUBSCRIBE);
        assertThat(state(1)).isEqualTo(State.PENDING);
        assertThat(outbox.reasons().values()).containsExactly("window-closed");
        wire.clock.tick(Duration.ofHours(1));
        journal.add(new Opening(2, false, wire.clock.instant()));
        api.then(40037);
        api.then(43101);
        relay.run();
        assertThat(api.paths).endsWith(TALK);
        assertThat(state(1)).isEqualTo(State.SENT);
    }

    @Test
    void reminder_endsWithItsReasonWhereThePersonIsGone() {
        api.then(43004);
        add("reminder", 1);
        assertThat(api.paths).containsExactly(TEMPLATE);
        assertThat(state(1)).isEqualTo(State.FAILED);
        assertThat(outbox.reasons().values()).containsExactly("43004");
    }

    @Test
    void cutGrant_isUnknownAndNotSaidAgain() {
        api.then(40037);
        api.cutEvery(2);
        add("reminder", 1);
        assertThat(api.paths).containsExactly(TEMPLATE, SUBSCRIBE);
        assertThat(state(1)).isEqualTo(State.UNKNOWN);
        wire.clock.tick(Duration.ofDays(1));
        relay.run();
        assertThat(api.paths).hasSize(2);
    }

    @Test
    void refusedTokens_areNotSaidForEveryMessage() {
        IntStream.range(0, 400).forEach(i -> api.then(40001));
        IntStream.range(0, 60).forEach(i -> outbox.add(entry("reply", i)));
        try (var log = new LogLines()) {
            for (int i = 0; i < 10; i++) {
                relay.run();
                wire.clock.tick(Duration.ofSeconds(30));
            }
            assertThat(api.paths).hasSizeGreaterThan(1);
            assertThat(log.warnings()).as("a line for each thing that is wrong, not for each message").isNotEmpty().doesNotHaveDuplicates()
                    .hasSizeLessThan(5);
        }
    }

    private void add(String kind, int n) {
        outbox.add(entry(kind, n));
        relay.run();
    }

    private OutboxEntry entry(String kind, int n) {
        return new OutboxEntry("wechat:demo:o1", kind, "LZ" + n, "wechat:demo:o1", "1", wire.clock.instant(),
                wire.clock.instant().plus(Duration.ofDays(3)), Map.of());
    }

    private State state(int n) {
        return outbox.states().entrySet().stream().filter(one -> one.getKey().contains("LZ" + n)).findAny().orElseThrow().getValue();
    }
}
