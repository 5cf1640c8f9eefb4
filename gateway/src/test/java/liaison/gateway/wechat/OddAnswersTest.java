package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An API that answers anything but what it should: never a guess, and a line that says so without anybody's words. */
final class OddAnswersTest {
    private final TinyApi api = new TinyApi();
    private final WechatClient client = new Wire().client(api.base(), Duration.ofMillis(700));
    private final Logger log = (Logger) LoggerFactory.getLogger("liaison.gateway.wechat");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void close() {
        log.detachAppender(lines);
        api.close();
    }

    @Test
    void html_isUnclear() {
        api.then(TinyApi.file("text/html", "<html>o1 words T1</html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(send()).isEqualTo(new Result.Unclear("html"));
        said("demo talk answered html: whether it was taken is unclear");
    }

    @Test
    void nothing_isUnclear() {
        api.then(200, "");
        assertThat(send()).isEqualTo(new Result.Unclear("empty"));
        said("demo talk answered empty: whether it was taken is unclear");
    }

    @Test
    void silence_endsInATimeout() {
        api.then(TinyApi.silence());
        assertThat(send()).isEqualTo(new Result.Unclear("timeout"));
        said("demo talk answered timeout: whether it was taken is unclear");
    }

    @Test
    void oneByteASecond_endsInATimeout() {
        api.then(TinyApi.drip("application/json", "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8)));
        assertThat(send()).isEqualTo(new Result.Unclear("timeout"));
        said("demo talk answered timeout: whether it was taken is unclear");
    }

    @Test
    void cutLine_isUnclear() {
        api.cutEvery(1);
        assertThat(send()).isEqualTo(new Result.Unclear("cut"));
        said("demo talk answered cut: whether it was taken is unclear");
    }

    @Test
    void endlessJson_isUnclear() {
        api.then(200, "{\"errmsg\":\"" + "x".repeat(100_000) + "\"}");
        assertThat(send()).isEqualTo(new Result.Unclear("too-long"));
        said("demo talk answered too-long: whether it was taken is unclear");
    }

    @Test
    void unknownCode_isSaid() {
        api.then(98765);
        send();
        said("demo talk answered 98765: a code that is not in our table");
    }

    @Test
    void sameAnswerAgain_isSaidOnceAMinute() {
        for (int i = 0; i < 5; i++) {
            api.then(503, "");
            send();
        }
        said("demo talk answered http-503: it was not let through");
    }

    @Test
    void noToken_isSaidWithTheReason() {
        api.close();
        assertThatThrownBy(this::send).isInstanceOf(NotReached.class);
        said("no access token for demo, what waits for it is sent later: refused");
    }

    private Result send() {
        return client.send(new OutboundMessage("k1", Address.parse("wechat:demo:o1"), "reply", "words", Map.of(), List.of()), Way.TALK);
    }

    private void said(String line) {
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(line)
                .noneMatch(one -> one.contains("o1") || one.contains("words") || one.contains("T1"));
    }
}
