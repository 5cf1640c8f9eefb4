package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WechatClientTest {
    private final TinyApi api = new TinyApi();
    private final Wire wire = new Wire();
    private final WechatClient client = wire.client(api.base());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void send_talkCarriesWordsAndChoicesInUtf8() {
        assertThat(client.send(message("request"), Way.TALK)).isEqualTo(new Result.Delivered());
        assertThat(api.bodies).containsExactly(
                "{\"touser\":\"o1\",\"msgtype\":\"text\",\"text\":{\"content\":\"您好😀\\n回复 1（确认）\"}}");
        assertThat(api.queries).containsExactly("access_token=T1");
    }

    @Test
    void send_templateCarriesItsKeyAndFittingFields() {
        client.send(message("reminder"), Way.TEMPLATE);
        assertThat(api.bodies.getFirst()).contains("\"client_msg_id\":\"k1\"", "\"template_id\":\"TPL\"",
                "\"thing1\":{\"value\":\"" + "长".repeat(19) + "…\"}", "\"thing2\":{\"value\":\"-\"}");
    }

    @Test
    void send_subscriptionCarriesNoKeyAndItsOwnFields() {
        assertThat(client.send(message("visit"), Way.SUBSCRIBE)).isEqualTo(new Result.Delivered());
        assertThat(api.paths).containsExactly("/cgi-bin/message/subscribe/bizsend");
        assertThat(api.bodies).containsExactly("{\"touser\":\"o1\",\"template_id\":\"SUB\",\"data\":{\"thing1\":{\"value\":\"请看\"}}}");
        assertThat(client.send(message("request"), Way.SUBSCRIBE)).isEqualTo(new Result.Rejected(Cause.OTHER_WAY, "no-subscription"));
    }

    @Test
    void say_eachTypeHasItsForm() {
        var to = Address.parse("wechat:demo:o1");
        client.say(to, new Talk.Words("您好"));
        client.say(to, new Talk.Picture("M1"));
        client.say(to, new Talk.Voice("M2"));
        client.say(to, new Talk.Article("题", "文", "https://example.org/a", ""));
        assertThat(api.bodies).containsExactly("{\"touser\":\"o1\",\"msgtype\":\"text\",\"text\":{\"content\":\"您好\"}}",
                "{\"touser\":\"o1\",\"msgtype\":\"image\",\"image\":{\"media_id\":\"M1\"}}",
                "{\"touser\":\"o1\",\"msgtype\":\"voice\",\"voice\":{\"media_id\":\"M2\"}}",
                "{\"touser\":\"o1\",\"msgtype\":\"news\",\"news\":{\"articles\":[{\"title\":\"题\",\"description\":\"文\","
                        + "\"url\":\"https://example.org/a\",\"picurl\":\"\"}]}}");
    }

    @Test
    void typing_isShownAndItsFailureIsNobodysBusiness() {
        var to = Address.parse("wechat:demo:o1");
        client.typing(to, true);
        api.then(45015);
        client.typing(to, false);
        assertThat(api.bodies).containsExactly("{\"touser\":\"o1\",\"command\":\"Typing\"}",
                "{\"touser\":\"o1\",\"command\":\"CancelTyping\"}");
        wire.client(URI.create("http://127.0.0.1:1")).typing(to, true);
    }

    @Test
    void send_aTemplateInWhichNothingWouldStandIsAnotherWay() {
        var rest = new OutboundMessage("k1", Address.parse("wechat:demo:o1"), "reply", "words without a number", Map.of(), List.of());
        assertThat(client.send(rest, Way.TEMPLATE)).isEqualTo(new Result.Rejected(Cause.OTHER_WAY, "no-fields"));
        assertThat(client.send(rest, Way.SUBSCRIBE)).isEqualTo(new Result.Rejected(Cause.OTHER_WAY, "no-subscription"));
        assertThat(api.bodies).isEmpty();
    }

    @Test
    void send_fieldForATimeTakesItInFullAndGoesNowhereWithoutIt() {
        var template = new ApiAccount.Template("TPL", Map.of("time3", "when", "date1", "when", "thing2", "when"));
        var account = new ApiAccount("demo", "appid", "secret", api.base(), Map.of("reminder", template));
        var timed = new WechatClient(List.of(account), wire.platform(Duration.ofSeconds(5)), wire.open());
        var to = Address.parse("wechat:demo:o1");
        timed.send(new OutboundMessage("k1", to, "visit", "text",
                Map.of("when", "11月29日（周日）10:00", OutboundMessage.AT, "2026年11月29日 10:00"), List.of()), Way.TEMPLATE);
        assertThat(api.bodies.getFirst()).contains("\"time3\":{\"value\":\"2026年11月29日 10:00\"}",
                "\"date1\":{\"value\":\"2026年11月29日 10:00\"}", "\"thing2\":{\"value\":\"11月29日（周日）10:00\"}");
        assertThat(timed.send(new OutboundMessage("k2", to, "visit", "text", Map.of("when", "改天"), List.of()), Way.TEMPLATE))
                .isEqualTo(new Result.Rejected(Cause.OTHER_WAY, "no-time"));
        assertThat(api.bodies).hasSize(1);
    }

    @Test
    void send_withoutATemplateIsAnotherWay() {
        assertThat(client.send(message("notice"), Way.TEMPLATE)).isEqualTo(new Result.Rejected(Cause.OTHER_WAY, "no-template"));
        assertThat(api.bodies).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1,LATER", "45011,LATER", "40164,LATER", "45015,OTHER_WAY", "45047,OTHER_WAY", "43101,OTHER_WAY",
            "40037,OTHER_WAY", "48001,OTHER_WAY", "43004,NEVER", "40003,NEVER", "99999,OTHER_WAY"})
    void send_errorCodesAreToldApart(int code, Cause cause) {
        api.then(code);
        assertThat(client.send(message("request"), Way.TALK)).isEqualTo(new Result.Rejected(cause, Integer.toString(code)));
    }

    @ParameterizedTest
    @CsvSource({"45015", "43101", "48001", "47003", "43004"})
    void send_refusalStandsInTheLogOnceAMinuteWithoutAWordOrAName(int code) {
        try (var log = new LogLines()) {
            for (int i = 0; i < 3; i++) {
                api.then(code);
                client.send(message("request"), Way.TEMPLATE);
            }
            assertThat(log.warnings()).singleElement().asString().startsWith("demo template answered " + code + ": ").doesNotContain("o1",
                    "您好");
        }
    }

    @Test
    void send_overTheRateIsLeftAlone() {
        api.then(45011);
        client.send(message("request"), Way.TALK);
        assertThat(client.send(message("request"), Way.TALK)).isEqualTo(new Result.Rejected(Cause.BLOCKED, "resting"));
        assertThat(api.bodies).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"40001", "40014", "42001"})
    void send_refusedTokenIsRenewedOnceAndTheCallRepeated(int code) {
        api.then(code);
        assertThat(client.send(message("request"), Way.TALK)).isEqualTo(new Result.Delivered());
        assertThat(api.queries).containsExactly("access_token=T1", "access_token=T2");
        api.then(code);
        assertThatThrownBy(() -> client.send(message("request"), Way.TALK)).hasMessage("token-just-renewed");
        assertThat(api.tokens).hasValue(2);
    }

    @Test
    void send_tokenThatIsRefusedTwiceIsNotRenewedAgain() {
        api.then(42001);
        api.then(42001);
        assertThat(client.send(message("request"), Way.TALK)).isEqualTo(new Result.Rejected(Cause.LATER, "42001"));
        assertThat(api.tokens).hasValue(2);
    }

    @Test
    void send_manyAtOnceOfTwoNodesShareOneToken() throws InterruptedException {
        var other = wire.client(api.base());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(i -> threads.submit(() -> (i % 2 == 0 ? client : other).send(message("request"), Way.TALK)));
        }
        assertThat(api.queries).hasSize(40).containsOnly("access_token=T1");
        assertThat(api.tokens).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "504"})
    void send_faultOfAGatewayIsUnclear(int status) {
        api.then(status, "<html>");
        assertThat(client.send(message("request"), Way.TALK)).isEqualTo(new Result.Unclear("http-" + status));
    }

    @ParameterizedTest
    @CsvSource({"503", "429", "404", "302"})
    void send_whatNobodyTookIsLater(int status) {
        api.then(status, "");
        assertThat(client.send(message("request"), Way.TALK)).isEqualTo(new Result.Rejected(Cause.LATER, "http-" + status));
        assertThat(api.bodies).hasSize(1);
    }

    @Test
    void send_oddAnswersAreUnclear() {
        api.then(200, "<html>gateway</html>");
        api.then(200, "");
        api.then(200, "{\"errmsg\":\"" + "x".repeat(100_000) + "\"}");
        IntStream.range(0, 3).forEach(i -> assertThat(client.send(message("request"), Way.TALK)).isInstanceOf(Result.Unclear.class));
    }

    @Test
    void send_nobodyListensIsAnException() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var lost = wire.client(URI.create("http://127.0.0.1:" + port));
        assertThatThrownBy(() -> lost.send(message("request"), Way.TALK)).isInstanceOf(NotReached.class);
    }

    @Test
    void send_unknownAccountIsNever() {
        var message = new OutboundMessage("k1", Address.parse("wechat:other:o1"), "request", "text", Map.of(), List.of());
        assertThat(client.send(message, Way.TALK)).isEqualTo(new Result.Rejected(Cause.NEVER, "no-account"));
    }

    private static OutboundMessage message(String kind) {
        return new OutboundMessage("k1", Address.parse("wechat:demo:o1"), kind, "您好😀", Map.of("what", "长".repeat(30), "note", "请看"),
                List.of(new Choice("1", "确认")));
    }
}
