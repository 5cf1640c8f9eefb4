package liaison.gateway.wechat;

import static liaison.gateway.wechat.FakeWechat.APPID;
import static liaison.gateway.wechat.FakeWechat.KEY;
import static liaison.gateway.wechat.FakeWechat.TOKEN;
import static liaison.gateway.wechat.FakeWechat.encrypt;
import static liaison.gateway.wechat.FakeWechat.envelope;
import static liaison.gateway.wechat.FakeWechat.safeQuery;
import static liaison.gateway.wechat.FakeWechat.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import liaison.gateway.testing.PlatformCipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each kind of bad input has its answer, and a line in the log that says what it was and nothing of whom. */
final class BadInputTest {
    private final RecordingInbox inbox = new RecordingInbox();
    private final EmbeddedChannel channel = inbox.echoed(FakeWechat.SAFE);
    private final LogLines log = new LogLines();

    @AfterEach
    void close() {
        log.close();
        channel.finishAndReleaseAll();
    }

    @Test
    void clockOffByADay_isTaken() {
        // the deliveries of FakeWechat are years old: no window of time is enforced, since a wrong clock must not silence an account
        FakeWechat.deliverSafely(channel, TOKEN, KEY, text("你好", "1").replace("1700000000", "4102444800"));
        assertThat(FakeWechat.answer(channel).orElse("none")).startsWith("200 <xml>");
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void innerAccountThatDiffersFromTheOuter() {
        String encrypted = encrypt(KEY, APPID, text("秘密", "1"));
        refuses(encrypted, envelope(encrypted).replace("gh_account", "gh_other"), 403, "outer and inner account differ");
    }

    @Test
    void lengthsThatCannotBe() {
        for (int length : new int[]{-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 4096}) {
            String encrypted = new PlatformCipher(KEY).encrypt(text("a", "1").getBytes(StandardCharsets.UTF_8), length, APPID);
            FakeWechat.post(channel, safeQuery(TOKEN, encrypted), envelope(encrypted));
            assertThat(FakeWechat.answer(channel).orElse("none")).startsWith("400 ");
        }
        assertThat(log.warnings()).containsExactly(
                "A delivery to account demo was refused with 400: the length of what was encrypted is wrong");
    }

    @Test
    void elementsNestedTenThousandDeep() {
        String deep = "<xml>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</xml>";
        String encrypted = encrypt(KEY, APPID, "<xml>" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</xml>");
        refuses("x", deep.substring(0, 60_000), 400, "too many elements");
        FakeWechat.post(channel, safeQuery(TOKEN, encrypted), envelope(encrypted));
        assertThat(FakeWechat.answer(channel).orElse("none")).startsWith("400 ");
    }

    @Test
    void forgedAndForeign() {
        String good = encrypt(KEY, APPID, text("秘密", "1"));
        refuses(good + "x", envelope(good), 403, "wrong msg_signature");
        String foreign = encrypt(KEY, "wx0000000000000000", text("秘密", "1"));
        refuses(foreign, envelope(foreign), 403, "encrypted for another receiver");
        FakeWechat.deliver(channel, text("秘密", "1"));
        assertThat(FakeWechat.answer(channel)).contains("403 ");
        assertThat(log.warnings().getLast()).contains("plain mode is off");
    }

    @Test
    void floods_areOneLineAMinuteForEachReason() {
        var nanos = new AtomicLong();
        var refusals = new Refusals("demo", nanos::get);
        for (int i = 0; i < 1000; i++) {
            refusals.add(Refused.foreign("wrong signature"));
            refusals.add(Refused.malformed("no xml element"));
        }
        assertThat(log.warnings()).hasSize(2);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        refusals.add(Refused.foreign("wrong signature"));
        assertThat(log.warnings()).hasSize(3).last().asString()
                .isEqualTo("A delivery to account demo was refused with 403: wrong signature (and 999 like it since this was last said)");
    }

    private void refuses(String signed, String body, int status, String reason) {
        FakeWechat.post(channel, safeQuery(TOKEN, signed), body);
        assertThat(FakeWechat.answer(channel).orElse("none")).startsWith(status + " ");
        assertThat(log.warnings().getLast()).contains("account demo", "refused with " + status, reason)
                .doesNotContain("秘密", "oResident", TOKEN, KEY);
    }
}
