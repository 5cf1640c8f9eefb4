package liaison.gateway.wechat;

import static liaison.gateway.wechat.FakeWechat.APPID;
import static liaison.gateway.wechat.FakeWechat.KEY;
import static liaison.gateway.wechat.FakeWechat.PLAIN;
import static liaison.gateway.wechat.FakeWechat.SAFE;
import static liaison.gateway.wechat.FakeWechat.TOKEN;
import static liaison.gateway.wechat.FakeWechat.answer;
import static liaison.gateway.wechat.FakeWechat.encrypt;
import static liaison.gateway.wechat.FakeWechat.envelope;
import static liaison.gateway.wechat.FakeWechat.safeQuery;
import static liaison.gateway.wechat.FakeWechat.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WechatPipelineTest {
    private static final String OLD_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private final RecordingInbox inbox = new RecordingInbox();
    private EmbeddedChannel channel = inbox.echoed(SAFE);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void verification_isEchoed() {
        FakeWechat.send(channel, HttpMethod.GET, FakeWechat.verification("12+3 4&5"), "");
        assertThat(answer(channel)).contains("200 12+3 4&5");
    }

    @Test
    void verification_wronglySignedIsRefused() {
        FakeWechat.send(channel, HttpMethod.GET, FakeWechat.query("other") + "&echostr=1", "");
        assertThat(answer(channel)).contains("403 ");
        FakeWechat.send(channel, HttpMethod.GET, "?echostr=1", "");
        assertThat(answer(channel)).contains("403 ");
        FakeWechat.send(channel, HttpMethod.PUT, FakeWechat.query(), "");
        assertThat(answer(channel)).contains("405 ");
    }

    @Test
    void plain_isTakenOnlyWhereAllowed() {
        FakeWechat.deliver(channel, text("hello", "1"));
        assertThat(answer(channel)).contains("403 ");
        channel = inbox.echoed(PLAIN);
        FakeWechat.deliver(channel, text("hello", "1"));
        assertThat(answer(channel).orElseThrow()).startsWith("200 <xml>").contains("<Content><![CDATA[hello]]></Content>");
        FakeWechat.post(channel, FakeWechat.query() + "&encrypt_type=raw", text("hello", "2"));
        assertThat(answer(channel).orElseThrow()).startsWith("200 <xml>");
    }

    @Test
    void safe_isAnsweredWithThePairThatWorked() {
        channel = inbox.echoed(new WechatAccount("demo", APPID, TOKEN, KEY, "oldtoken", OLD_KEY, false));
        for (String[] pair : new String[][]{{TOKEN, KEY}, {"oldtoken", OLD_KEY}, {TOKEN, OLD_KEY}, {"oldtoken", KEY}}) {
            FakeWechat.deliverSafely(channel, pair[0], pair[1], text("你好", "1"));
            Received outer = new Received(FlatXml.read(answer(channel).orElseThrow().substring(4).getBytes(StandardCharsets.UTF_8)));
            assertThat(new Signature().matches(outer.field("MsgSignature"), pair[0], outer.field("TimeStamp"), outer.field("Nonce"),
                    outer.field("Encrypt"))).isTrue();
            assertThat(FlatXml.read(new AesKey(pair[1]).decrypt(outer.field("Encrypt"), APPID))).containsEntry("Content", "你好");
        }
    }

    @Test
    void rotation_actsOnOpenConnectionsAndThePreviousPairStaysGood() {
        var pipeline = new WechatPipeline(SAFE, inbox, Clock.systemUTC());
        channel = inbox.echoed(pipeline);
        FakeWechat.deliverSafely(channel, "newtoken", OLD_KEY, text("a", "1"));
        assertThat(answer(channel)).contains("403 ");
        pipeline.use(Optional.of(new WechatAccount("demo", APPID, "newtoken", OLD_KEY, TOKEN, KEY, false)), false);
        FakeWechat.deliverSafely(channel, "newtoken", OLD_KEY, text("b", "2"));
        assertThat(answer(channel).orElseThrow()).startsWith("200 <xml>");
        FakeWechat.deliverSafely(channel, TOKEN, KEY, text("c", "3"));
        assertThat(answer(channel).orElseThrow()).startsWith("200 <xml>");
        pipeline.use(Optional.empty(), false);
        FakeWechat.deliverSafely(channel, TOKEN, KEY, text("d", "4"));
        assertThat(answer(channel)).contains("403 ");
    }

    @Test
    void safe_acknowledgementIsNotEncrypted() {
        FakeWechat.deliverSafely(channel, TOKEN, KEY, FakeWechat.message("event", "<Event>LOCATION</Event>"));
        assertThat(answer(channel)).contains("200 success");
    }

    @Test
    void compatible_onlyWhatWasEncryptedCounts() {
        String encrypted = encrypt(KEY, APPID, text("inner", "1"));
        FakeWechat.post(channel, safeQuery(TOKEN, encrypted),
                text("outer", "2").replace("oResident", "oOther").replace("</xml>", "<Encrypt>" + encrypted + "</Encrypt></xml>"));
        assertThat(answer(channel).orElseThrow()).startsWith("200 ");
        assertThat(inbox.messages).singleElement().hasToString("Text[from=wechat:demo:oResident, key=1, text=inner]");
    }

    @Test
    void safe_forgeriesAreRefused() {
        String good = encrypt(KEY, APPID, text("a", "1"));
        refuses("403 ", safeQuery("other", good), envelope(good));
        refuses("403 ", safeQuery(TOKEN, good + "x"), envelope(good));
        refuses("403 ", safeQuery(TOKEN, good).replaceFirst("[?]signature=[0-9a-f]+&", "?"), envelope(good));
        refuses("403 ", safeQuery(TOKEN, good), envelope(good).replace("gh_account", "gh_other"));
        refuses("400 ", safeQuery(TOKEN, ""), envelope(""));
        refuses("400 ", safeQuery(TOKEN, ""), text("a", "1"));
        refuses("400 ", FakeWechat.query() + "&encrypt_type=other", envelope(good));
        refuses("400 ", FakeWechat.query() + "&encrypt_type=%zz", envelope(good));
        for (String appid : new String[]{"wx0000000000000000", APPID + "x", APPID.substring(1), ""}) {
            String foreign = encrypt(KEY, appid, text("a", "1"));
            refuses("403 ", safeQuery(TOKEN, foreign), envelope(foreign));
        }
        String otherKey = encrypt(OLD_KEY, APPID, text("a", "1"));
        refuses("40", safeQuery(TOKEN, otherKey), envelope(otherKey));
        assertThat(inbox.messages).isEmpty();
    }

    @Test
    void safe_entitiesWithinAreRefused() {
        String evil = encrypt(KEY, APPID, "<!DOCTYPE xml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + text("&x;", "1"));
        refuses("400 ", safeQuery(TOKEN, evil), envelope(evil));
    }

    @Test
    void account_withoutSecretsDoesNotStart() {
        assertThatThrownBy(() -> new WechatAccount("demo", APPID, "", KEY, "", "", false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WechatAccount("demo", "", TOKEN, KEY, "", "", false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WechatAccount("demo", APPID, TOKEN, "", "", "", false)).isInstanceOf(IllegalArgumentException.class);
        for (String key : new String[]{KEY.substring(1), KEY + "A", KEY.replace('k', '-')}) {
            assertThatThrownBy(() -> new WechatAccount("demo", APPID, TOKEN, key, "", "", false))
                    .hasMessageContaining("the aes-key of account demo must be the 43 letters and digits").message().doesNotContain(key);
            assertThatThrownBy(() -> new WechatAccount("demo", APPID, TOKEN, KEY, "old", key, false))
                    .hasMessageContaining("the previous-aes-key of account demo");
        }
        assertThat(SAFE.toString()).doesNotContain(TOKEN).doesNotContain(KEY);
    }

    private void refuses(String status, String query, String body) {
        FakeWechat.post(channel, query, body);
        assertThat(answer(channel).orElseThrow()).startsWith(status);
    }
}
