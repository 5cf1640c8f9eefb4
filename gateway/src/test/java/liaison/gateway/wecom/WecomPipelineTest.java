package liaison.gateway.wecom;

import static liaison.gateway.wecom.FakeWecom.CORPID;
import static liaison.gateway.wecom.FakeWecom.KEY;
import static liaison.gateway.wecom.FakeWecom.TOKEN;
import static liaison.gateway.wecom.FakeWecom.envelope;
import static liaison.gateway.wecom.FakeWecom.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.gateway.testing.EchoInbox;
import liaison.gateway.wechat.LogLines;
import liaison.gateway.wechat.SharedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class WecomPipelineTest {
    private static final String OLD_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final List<InboundMessage> messages = new ArrayList<>();
    private final FakeWecom platform = new FakeWecom();
    private final WecomPipeline pipeline = new WecomPipeline(FakeWecom.account(NOWHERE), new EchoInbox(messages::add), Clock.systemUTC());
    private final EmbeddedChannel channel = new EmbeddedChannel();

    WecomPipelineTest() {
        pipeline.addTo(channel.pipeline());
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private Optional<String> verify(FakeWecom who, String encrypted) {
        return FakeWecom.send(channel, HttpMethod.GET, who.verification(encrypted), "");
    }

    @Test
    void verification_isTheBareText() {
        assertThat(verify(platform, platform.encrypt("1616140317555161061"))).contains("200 1616140317555161061");
        assertThat(pipeline.serves("/wecom/office")).isTrue();
        assertThat(pipeline.serves("/wecom/offices")).isFalse();
    }

    @Test
    void verification_forAnotherCorporationIsRefused() {
        assertThat(verify(platform, platform.encrypt("1", "ww9999999999999999"))).contains("403 ");
        assertThat(verify(platform, platform.encrypt("1", CORPID + "x"))).contains("403 ");
        assertThat(verify(new FakeWecom("other", KEY), platform.encrypt("1"))).contains("403 ");
        assertThat(FakeWecom.send(channel, HttpMethod.GET, "?echostr=1", "")).contains("403 ");
        assertThat(FakeWecom.send(channel, HttpMethod.GET, "", "")).contains("400 ");
        assertThat(FakeWecom.send(channel, HttpMethod.PUT, platform.query("x"), "")).contains("405 ");
    }

    @Test
    void text_isAnsweredEncryptedAndByTheMember() {
        String answer = platform.deliver(channel, text("linyi", "你好", "9223372036854775807")).orElseThrow();
        assertThat(answer).startsWith("200 <xml><Encrypt>");
        assertThat(platform.open(answer)).contains("<Content><![CDATA[你好]]></Content>", "<ToUserName><![CDATA[linyi]]></ToUserName>");
        assertThat(messages).containsExactly(new InboundMessage.Text(Address.parse("wecom:office:linyi"), "9223372036854775807", "你好"));
    }

    @Test
    void event_isAcknowledgedByAnEmptyBody() {
        assertThat(platform.deliver(channel, FakeWecom.message("linyi", "event", "<Event>enter_agent</Event>"))).contains("200 ");
        assertThat(messages).hasSize(1);
    }

    @Test
    void press_bringsItsFieldsAlong() {
        platform.deliver(channel, FakeWecom.press("linyi", "接办 LZ1", "task", "code"));
        var event = (InboundMessage.Event) messages.getFirst();
        assertThat(event.name()).isEqualTo("template_card_event");
        assertThat(event.fields()).containsEntry("EventKey", "接办 LZ1").containsEntry("TaskId", "task")
                .containsEntry("ResponseCode", "code").containsEntry("CardType", "button_interaction");
    }

    @Test
    void key_isOneForARetryAndTellsApartWhatDiffersInOneField() {
        String press = FakeWecom.press("linyi", "参加", "t1", "c1");
        for (String xml : List.of(press, press, press.replace("t1", "t2"), press.replace("c1", "c2"), press.replace("1000002", "1000003"),
                press.replace("linyi", "suer"))) {
            platform.deliver(channel, xml);
        }
        assertThat(messages.stream().map(message -> message.from() + message.key()).distinct()).hasSize(5);
    }

    @Test
    void rotation_actsOnOpenConnectionsAndThePreviousPairStaysGood() {
        var newer = new FakeWecom("newtoken", OLD_KEY);
        assertThat(newer.deliver(channel, text("linyi", "a", "1"))).contains("403 ");
        pipeline.use(Optional.of(FakeWecom.account("newtoken", OLD_KEY, TOKEN, KEY, NOWHERE)));
        assertThat(newer.open(newer.deliver(channel, text("linyi", "b", "2")).orElseThrow())).contains("[b]");
        assertThat(platform.open(platform.deliver(channel, text("linyi", "c", "3")).orElseThrow())).contains("[c]");
        pipeline.use(Optional.of(FakeWecom.account("newtoken", OLD_KEY, "", "", NOWHERE)));
        assertThat(platform.deliver(channel, text("linyi", "d", "4"))).contains("403 ");
        pipeline.use(Optional.empty());
        assertThat(newer.deliver(channel, text("linyi", "e", "5"))).contains("403 ");
    }

    @Test
    void forgeries_areRefused() {
        String good = platform.encrypt(text("linyi", "a", "1"));
        refuses("403 ", new FakeWecom("other", KEY).query(good), envelope(good));
        refuses("403 ", platform.query(good + "x"), envelope(good));
        refuses("400 ", platform.query(good), text("linyi", "a", "1"));
        refuses("400 ", platform.query(""), envelope(""));
        for (String corp : List.of("ww9999999999999999", CORPID + "x", CORPID.substring(1), String.valueOf(FakeWecom.AGENT), "")) {
            String foreign = platform.encrypt(text("linyi", "a", "1"), corp);
            refuses("403 ", platform.query(foreign), envelope(foreign));
        }
        String nobody = platform.encrypt(text("", "a", "1"));
        refuses("400 ", platform.query(nobody), envelope(nobody));
        String otherKey = new FakeWecom(TOKEN, OLD_KEY).encrypt(text("linyi", "a", "1"));
        refuses("40", platform.query(otherKey), envelope(otherKey));
        assertThat(messages).isEmpty();
    }

    @Test
    void envelope_thatNamesAnotherCorporationThanItsContent() {
        String good = platform.encrypt(text("linyi", "秘密", "1"));
        try (var log = new LogLines()) {
            refuses("403 ", platform.query(good), envelope(good).replace(CORPID, "ww9999999999999999"));
            assertThat(log.warnings()).containsExactly("A delivery to account office was refused with 403: outer and inner account differ");
        }
        refuses("403 ", platform.query(good), envelope(good).replace(CORPID, CORPID + "x"));
        String foreign = platform.encrypt(text("linyi", "a", "2"), "ww9999999999999999");
        refuses("403 ", platform.query(foreign), envelope(foreign).replace(CORPID, "ww9999999999999999"));
        assertThat(messages).isEmpty();
        assertThat(FakeWecom
                .send(channel, HttpMethod.POST, platform.query(good), envelope(good).replaceFirst("<ToUserName>.*</ToUserName>", ""))
                .orElseThrow()).startsWith("200 ");
        assertThat(messages).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 4096})
    void length_thatCannotBeIsRefused(int length) {
        String broken = platform.encrypt(text("linyi", "a", "1").getBytes(StandardCharsets.UTF_8), length, CORPID);
        refuses("400 ", platform.query(broken), envelope(broken));
        assertThat(verify(platform, broken).orElseThrow()).startsWith("400 ");
    }

    @Test
    void system_saysThingsWithoutASender() {
        assertThat(platform.deliver(channel, FakeWecom.message("", "event", "<Event>kf_msg_or_event</Event>"))).contains("200 ");
        assertThat(platform.deliver(channel, "<xml><SuiteId>s</SuiteId><InfoType>suite_ticket</InfoType></xml>")).contains("200 ");
        assertThat(messages).extracting(message -> message.from().id()).containsExactly("sys", "sys");
    }

    @Test
    void samples_ofOthersAreAllTaken() throws IOException {
        int count = 0;
        try (var files = Files.list(SharedFiles.find("data/wechat/wecom/in"))) {
            for (var file : files.sorted().toList()) {
                assertThat(platform.deliver(channel, Files.readString(file)).orElseThrow()).as(file.toString()).startsWith("200");
                count++;
            }
        }
        assertThat(messages).hasSize(count).hasSizeGreaterThan(30);
    }

    @Test
    void vectors_ofOthersAreOpenedOrRefusedAsTheySay() {
        var all = new JsonMapper().readTree(SharedFiles.find("data/wechat/crypto_vectors.json"));
        int opened = 0;
        for (JsonNode vector : all.get("vectors")) {
            if (vector.path("id").asString().endsWith("echostr") && vector.has("msg_signature")) {
                assertThat(echo(vector)).as(vector.path("id").asString()).isEqualTo("200 " + vector.path("plaintext").asString());
                opened++;
            }
        }
        assertThat(opened).isPositive();
        for (JsonNode vector : all.get("must_fail")) {
            if (vector.has("encoding_aes_key") && vector.has("msg_signature")) {
                assertThat(echo(vector)).as(vector.path("id").asString()).startsWith("403");
            }
        }
    }

    private static String echo(JsonNode vector) {
        var account = new WecomAccount("office", vector.path("receive_id").asString(), 1, vector.path("token").asString(),
                vector.path("encoding_aes_key").asString(), "", "", "", NOWHERE);
        var other = new EmbeddedChannel();
        new WecomPipeline(account, nobody(), Clock.systemUTC()).addTo(other.pipeline());
        String query = "?msg_signature=" + vector.path("msg_signature").asString() + "&timestamp=" + vector.path("timestamp").asString()
                + "&nonce=" + vector.path("nonce").asString() + "&echostr="
                + URLEncoder.encode(vector.path("encrypt").asString(), StandardCharsets.UTF_8);
        String answer = FakeWecom.send(other, HttpMethod.GET, query, "").orElseThrow();
        other.finishAndReleaseAll();
        return answer;
    }

    @Test
    void account_withoutKeysDoesNotStart() {
        assertThatThrownBy(() -> FakeWecom.account("", KEY, "", "", NOWHERE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FakeWecom.account(TOKEN, "", "", "", NOWHERE)).isInstanceOf(IllegalArgumentException.class);
        for (String key : List.of(KEY.substring(1), KEY + "A")) {
            var account = FakeWecom.account(TOKEN, key, "", "", NOWHERE);
            assertThatThrownBy(() -> new WecomPipeline(account, nobody(), Clock.systemUTC())).hasMessageContaining("43 characters");
        }
        assertThat(FakeWecom.account(NOWHERE).toString()).doesNotContain(TOKEN, KEY, "app-secret");
    }

    private void refuses(String status, String query, String body) {
        assertThat(FakeWecom.send(channel, HttpMethod.POST, query, body).orElseThrow()).startsWith(status);
    }

    private static EchoInbox nobody() {
        return new EchoInbox(message -> {
            throw new AssertionError("nothing was to come through");
        });
    }
}
