package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import liaison.bot.message.InboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples that lie beside the checkout, through the whole pipeline. */
final class WechatSamplesTest {
    private static final Map<String, Class<? extends InboundMessage>> KINDS = Map.of("text", InboundMessage.Text.class, "image",
            InboundMessage.Image.class, "voice", InboundMessage.Voice.class, "video", InboundMessage.Video.class, "shortvideo",
            InboundMessage.Video.class, "location", InboundMessage.Location.class, "link", InboundMessage.Link.class, "file",
            InboundMessage.File.class, "event", InboundMessage.Event.class);

    private final RecordingInbox inbox = new RecordingInbox();
    private EmbeddedChannel channel = new EmbeddedChannel();

    private void connect(WechatAccount account) {
        channel.finishAndReleaseAll();
        channel = inbox.echoed(account);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everySample_isTaken(Mode mode) throws IOException {
        Path folder = SharedFiles.find("data/wechat");
        connect(FakeWechat.PLAIN);
        int taken = 0;
        for (JsonNode sample : new JsonMapper().readTree(folder.resolve("index.json"))) {
            String file = sample.get("file").asString();
            if (file.startsWith("mp/in/")) {
                // some samples were taken in compatibility mode, with somebody else's key
                String xml = Files.readString(folder.resolve(file)).replaceAll("(?s)<Encrypt>.*</Encrypt>", "");
                FakeWechat.deliver(channel, mode, xml);
                assertThat(FakeWechat.answer(channel).orElse("none")).as(file).startsWith("200 ");
                InboundMessage message = inbox.messages.getLast();
                assertThat(message).as(file)
                        .isInstanceOf(KINDS.getOrDefault(sample.get("msg_type").asString().strip(), InboundMessage.Other.class));
                if (message instanceof InboundMessage.Event event) {
                    assertThat(event.name()).as(file).isEqualTo(sample.get("event").asString().strip());
                }
                assertThat(message.from().id()).as(file).isEqualTo(sample.get("fields").get("FromUserName").asString().strip());
                taken++;
            }
        }
        assertThat(taken).isGreaterThan(100).isEqualTo(inbox.messages.size());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyNegativeSample_isRefused(Mode mode) throws IOException {
        connect(FakeWechat.PLAIN);
        try (var samples = Files.list(SharedFiles.find("data/wechat/mp/negative"))) {
            for (Path sample : samples.toList()) {
                FakeWechat.deliver(channel, mode, Files.readString(sample));
                assertThat(FakeWechat.answer(channel).orElse("none")).as(sample.toString()).startsWith("400 ");
            }
        }
        assertThat(inbox.messages).isEmpty();
    }

    @Test
    void everyForgery_isRefused() {
        for (JsonNode vector : new JsonMapper().readTree(SharedFiles.find("data/wechat/crypto_vectors.json")).get("must_fail")) {
            String token = vector.get("token").asString();
            connect(new WechatAccount("demo", vector.get("receive_id").asString(), token, vector.get("encoding_aes_key").asString(), "", "",
                    false));
            String timestamp = vector.get("timestamp").asString();
            String nonce = vector.get("nonce").asString();
            FakeWechat.post(channel,
                    "?signature=" + new Signature().of(token, timestamp, nonce) + "&timestamp=" + timestamp + "&nonce=" + nonce
                            + "&encrypt_type=aes&msg_signature=" + vector.get("msg_signature").asString(),
                    FakeWechat.envelope(vector.get("encrypt").asString()));
            assertThat(FakeWechat.answer(channel).orElse("none")).as(vector.get("id").asString()).startsWith("403 ");
        }
        assertThat(inbox.messages).isEmpty();
    }
}
