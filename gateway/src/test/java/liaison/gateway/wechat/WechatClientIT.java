package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import liaison.gateway.testing.FakeApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the platform's double. */
final class WechatClientIT {
    private static final String TALK = "/cgi-bin/message/custom/send";

    private final FakeApi api;
    private final WechatClient client;

    WechatClientIT() throws IOException {
        api = FakeApi.start();
        var template = new ApiAccount.Template("TPL", Map.of("character_string1", "number"));
        var wire = new Wire();
        client = new WechatClient(List.of(new ApiAccount("demo", FakeApi.APPID, FakeApi.SECRET, api.url(), Map.of("reminder", template))),
                wire.platform(Duration.ofSeconds(1)), wire.open());
    }

    @BeforeEach
    void window() {
        api.control("{\"inbound\":{\"openid\":\"o1\",\"kind\":\"message\"}}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void send_sixthTalkInAWindowIsClosed() {
        for (int i = 0; i < 5; i++) {
            assertThat(talk("o1")).isEqualTo(new Result.Delivered());
        }
        assertThat(talk("o1")).isEqualTo(new Result.Rejected(Cause.OTHER_WAY, "45047"));
        assertThat(talk("o2")).isEqualTo(new Result.Rejected(Cause.OTHER_WAY, "45015"));
    }

    @Test
    void send_templateToWhoLeftIsNever() {
        api.control("{\"subscribed\":{\"o1\":false}}");
        assertThat(template()).isEqualTo(new Result.Rejected(Cause.NEVER, "43004"));
    }

    @Test
    void send_expiredTokenIsRenewed() {
        assertThat(talk("o1")).isEqualTo(new Result.Delivered());
        api.control("{\"expire_token\":true}");
        assertThat(talk("o1")).isEqualTo(new Result.Delivered());
        api.control("{\"revoke_token\":true}");
        assertThat(talk("o1")).isEqualTo(new Result.Delivered());
    }

    @Test
    void send_cutLineIsUnclearAndItsRepeatIsShownOnce() {
        api.control("{\"cut_after\":{\"path\":\"/cgi-bin/message/*\",\"times\":1}}");
        assertThat(template()).isEqualTo(new Result.Unclear("cut"));
        assertThat(template()).isEqualTo(new Result.Delivered("3000000000000000001"));
        assertThat(api.state().path("delivered")).hasSize(1);
    }

    @Test
    void send_silenceAndDripsEndInTime() {
        api.control("{\"answer\":{\"path\":\"" + TALK + "\",\"as\":\"silent\",\"times\":1}}");
        assertThat(talk("o1")).isEqualTo(new Result.Unclear("timeout"));
        api.control("{\"answer\":{\"path\":\"" + TALK + "\",\"as\":\"slow\",\"ms_per_byte\":1000,\"times\":1}}");
        assertThat(talk("o1")).isEqualTo(new Result.Unclear("timeout"));
    }

    @Test
    void send_droppedConnectionIsUnclear() {
        api.control("{\"fail_next\":{\"path\":\"" + TALK + "\",\"drop\":true,\"times\":1}}");
        assertThat(talk("o1")).isEqualTo(new Result.Unclear("cut"));
    }

    private Result talk(String openid) {
        return client.send(message(openid, "request"), Way.TALK);
    }

    private Result template() {
        return client.send(message("o1", "reminder"), Way.TEMPLATE);
    }

    private static OutboundMessage message(String openid, String kind) {
        return new OutboundMessage("k1", new Address(Address.parse("wechat:demo:x").channel(), openid), kind, "words",
                Map.of("number", "LZ1"), List.of());
    }
}
