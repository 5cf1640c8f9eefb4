package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import liaison.bot.message.Sender.Cause;
import liaison.gateway.wechat.MassMessages.Handed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MassMessagesTest {
    private static final List<String> TWO = List.of("o1", "o2");

    private final TinyApi api = new TinyApi();
    private final MassMessages mass = new MassMessages(new Wire().platform(Duration.ofSeconds(5)));
    private final ApiAccount account = Wire.account(api.base());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void send_carriesAllAndTheKey() {
        api.then(200, "{\"errcode\":0,\"errmsg\":\"send job submission success\",\"msg_id\":34182,\"msg_data_id\":206227730}");
        assertThat(mass.send(account, TWO, "通知", "k1")).isEqualTo(new Handed.Taken(34182, false));
        assertThat(api.paths).containsExactly("/cgi-bin/message/mass/send");
        assertThat(api.bodies).containsExactly(
                "{\"touser\":[\"o1\",\"o2\"],\"msgtype\":\"text\",\"text\":{\"content\":\"通知\"},\"clientmsgid\":\"k1\"}");
    }

    @Test
    void send_repeatIsTheSameMessage() {
        api.then(200, "{\"errcode\":45065,\"errmsg\":\"clientmsgid exist\",\"msg_id\":34182}");
        assertThat(mass.send(account, TWO, "通知", "k1")).isEqualTo(new Handed.Taken(34182, true));
    }

    @Test
    void send_cutLineIsUnclearAndMayBeSaidAgain() {
        api.cutEvery(1);
        assertThat(mass.send(account, TWO, "通知", "k1")).isEqualTo(new Handed.Unclear("cut"));
        api.cutEvery(Integer.MAX_VALUE);
        mass.send(account, TWO, "通知", "k1");
        assertThat(api.bodies).hasSize(2).allMatch(api.bodies.getFirst()::equals);
    }

    @Test
    void send_monthIsUsedUp() {
        api.then(45028);
        assertThat(mass.send(account, TWO, "通知", "k1"))
                .isEqualTo(new Handed.Refused(Cause.LATER, "45028", Instant.parse("2026-11-23T16:00:00Z")));
        assertThat(mass.send(account, TWO, "通知", "k1")).isInstanceOf(Handed.Refused.class);
        assertThat(api.bodies).hasSize(1);
    }

    @Test
    void send_whatThePlatformWouldRefuseIsNotSent() {
        var tooMany = IntStream.rangeClosed(0, 10_000).mapToObj(i -> "o" + i).toList();
        assertThatThrownBy(() -> mass.send(account, List.of("o1"), "通知", "k1")).hasMessageContaining("2 to 10,000");
        assertThatThrownBy(() -> mass.send(account, tooMany, "通知", "k1")).hasMessageContaining("2 to 10,000");
        assertThatThrownBy(() -> mass.send(account, List.of("o1", "o1"), "通知", "k1")).hasMessageContaining("each once");
        assertThatThrownBy(() -> mass.send(account, TWO, "通知", "k".repeat(65))).hasMessageContaining("64 bytes");
        assertThat(mass.send(account, tooMany.subList(0, 10_000), "通知", "k".repeat(64))).isInstanceOf(Handed.Taken.class);
        assertThat(api.bodies).hasSize(1);
    }

    @Test
    void status_isThePlatformsWord() {
        api.then(200, "{\"msg_id\":201053012,\"msg_status\":\"SEND_SUCCESS\"}");
        assertThat(mass.status(account, 201053012)).isEqualTo("SEND_SUCCESS");
        assertThat(api.bodies).containsExactly("{\"msg_id\":\"201053012\"}");
    }

    @Test
    void outcome_isReadFromTheEvent() {
        var fields = Map.of("MsgID", "9007199254740993", "Status", "send success", "TotalCount", "100", "FilterCount", " 80 ", "SentCount",
                "75",
                "ErrorCount", "");
        assertThat(MassOutcome.of("demo", fields)).isEqualTo(new MassOutcome("demo", 9007199254740993L, "send success", 100, 80, 75, 0));
    }
}
