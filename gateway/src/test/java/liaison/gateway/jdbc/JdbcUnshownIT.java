package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import liaison.bot.calendar.QuietHours;
import liaison.bot.dialog.Conversation;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.OutboxRelay;
import liaison.bot.testing.RecordingSender;
import liaison.bot.testing.TinyBook;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.TestStores;
import liaison.gateway.testing.TestStores.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the platform's event, which comes like any message, to what is told another way. */
final class JdbcUnshownIT {
    private static final Address HE = Address.parse("wechat:demo:oDeputy");
    private static final String RECEIPT = "3000000000010000002";
    private static final Result CLOSED = new Result.Rejected(Cause.OTHER_WAY, "45015");

    private final Clock clock = Clock.systemUTC();
    private final Database database = TestStores.migrated();
    private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());
    private final RecordingSender sender = new RecordingSender();
    private final Node node = new Node(database, new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32])), Algorithm.AES),
            new MemoryDialogs(), new TinyBook(), clock);
    private final OutboxRelay relay = new OutboxRelay(new OutboxRelay.Parts(node.outbox,
            entry -> Optional.of(new Letter(List.of(HE), "words", Map.of(), List.of())), Map.of("wechat", sender),
            new QuietHours(LocalTime.NOON, LocalTime.NOON), clock, new Random(1)));

    @AfterEach
    void close() {
        relay.close();
        node.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"request,failed:user block", "reminder,failed: user block", "visit,failed: system failed", "notice,failed:user block"})
    void whatWasTakenAndNotShown_isToldAnotherWay(String kind, String status) {
        boolean talkFirst = kind.equals("request");
        if (talkFirst) {
            sender.then(CLOSED);
        }
        sender.then(new Result.Delivered(RECEIPT));
        tell(kind);
        relay.run();
        assertThat(state()).isEqualTo("sent");
        hear(status, RECEIPT);
        relay.run();
        assertThat(sender.sent()).last().returns(talkFirst ? Way.TALK : Way.SUBSCRIBE, RecordingSender.Sent::way);
        assertThat(state()).isEqualTo("sent");
    }

    @Test
    void whatFindsNoOtherWay_isKeptWithThePlatformsReason() {
        sender.then(new Result.Delivered(RECEIPT));
        tell("reminder");
        relay.run();
        hear("failed:user block", RECEIPT);
        sender.then(CLOSED);
        sender.then(CLOSED);
        relay.run();
        assertThat(state()).isEqualTo("pending");
        assertThat(sql.queryForObject("select reason from outbox", String.class)).isEqualTo("failed:user block");
        assertThat(sql.queryForObject("select count(*) from awaited", Integer.class)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", ""})
    void whatWasShown_staysAsItIs(String status) {
        sender.then(new Result.Delivered(RECEIPT));
        tell("reminder");
        relay.run();
        hear(status, RECEIPT);
        hear("failed:user block", "1");
        relay.run();
        assertThat(sender.sent()).hasSize(1);
        assertThat(state()).isEqualTo("sent");
    }

    @Test
    void eventThatComesTwice_opensItOnce() {
        sender.then(new Result.Delivered(RECEIPT));
        tell("reminder");
        relay.run();
        for (int i = 0; i < 2; i++) {
            hear("failed:user block", RECEIPT);
            relay.run();
        }
        assertThat(sender.sent()).extracting(RecordingSender.Sent::way).containsExactly(Way.TEMPLATE, Way.SUBSCRIBE);
    }

    @Test
    void receiptAndLeaving_openNoWindow() {
        var openings = new JdbcOpenings(database.dataSource());
        hear("failed:user block", RECEIPT);
        assertThat(openings.since(HE, Instant.EPOCH)).isEmpty();
        receive(new InboundMessage.Text(HE, "m1", "hello"));
        assertThat(openings.since(HE, Instant.EPOCH)).hasSize(1);
        receive(new InboundMessage.Event(HE, "m2", "unsubscribe", Map.of()));
        assertThat(openings.since(HE, Instant.EPOCH)).isEmpty();
        receive(new InboundMessage.Event(HE, "m3", "subscribe", Map.of()));
        assertThat(openings.since(HE, Instant.EPOCH)).singleElement().returns(true, JdbcOpenings.Last::event);
    }

    private void receive(InboundMessage message) {
        new Conversation(node.parts).receive(List.of(message));
    }

    private void tell(String kind) {
        var now = Instant.now(clock);
        var writes = new Writes();
        node.outbox.add(List.of(new JdbcOutbox.Waiting(new OutboxEntry("wechat:demo:o1", kind, "LZ1", "deputy:D101", "filed", now,
                now.plus(Duration.ofDays(1)), Map.of()), new byte[0])), writes);
        writes.run(sql);
    }

    private void hear(String status, String receipt) {
        receive(new InboundMessage.Event(HE, status + receipt, "TEMPLATESENDJOBFINISH", Map.of("MsgID", receipt, "Status", status)));
    }

    private String state() {
        return String.valueOf(sql.queryForObject("select state from outbox", String.class));
    }
}
