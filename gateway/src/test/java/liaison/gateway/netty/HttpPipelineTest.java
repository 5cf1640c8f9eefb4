package liaison.gateway.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpPipelineTest {
    private final EchoRoute echo = new EchoRoute();
    private final EmbeddedChannel channel = connect();

    private EmbeddedChannel connect() {
        ServerSettings settings = ServerSettings.LOOPBACK;
        Connections connections = new Connections(settings.connections(), settings.connectionsPerAddress());
        return new EmbeddedChannel(new ConnectionInitializer(settings, connections, List.of(echo)));
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void request_isAnsweredWithSecurityHeaders() {
        send(post("/echo", "hello"));
        assertThat(received()).startsWith("HTTP/1.1 200 OK").contains("x-content-type-options: nosniff").contains("default-src 'none'")
                .endsWith("\r\n\r\nhello");
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void request_inSmallPiecesIsOne() {
        for (char piece : post("/echo?q=1", "in pieces").toCharArray()) {
            send(String.valueOf(piece));
        }
        assertThat(received()).endsWith("\r\n\r\nin pieces");
    }

    @Test
    void request_chunkedIsOne() {
        send("POST /echo HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        assertThat(received()).endsWith("\r\n\r\nabcde");
    }

    @Test
    void request_toNobodyIsNotFound() {
        send("GET /nothing HTTP/1.1\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 404").contains("x-content-type-options: nosniff");
    }

    @Test
    void pipelined_areAnsweredInTheirOrder() {
        send(post("/later", "1") + post("/echo", "2") + post("/later", "3") + post("/echo", "4"));
        assertThat(received()).isEmpty();
        echo.later.remove().run();
        assertThat(bodies(received())).containsExactly("1", "2");
        echo.later.remove().run();
        assertThat(bodies(received())).containsExactly("3", "4");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void body_tooLongIsRefused() {
        send("POST /echo HTTP/1.1\r\ncontent-length: 10000000\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 413").contains("connection: close");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void body_tooLongInChunksIsRefused() {
        send("POST /echo HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n");
        for (int sent = 0; sent <= WholeRequestHandler.MAX_BODY && channel.isOpen(); sent += 0x4000) {
            send("4000\r\n" + "x".repeat(0x4000) + "\r\n");
        }
        assertThat(received()).startsWith("HTTP/1.1 413");
    }

    @Test
    void header_tooLongIsRefused() {
        send("GET /echo HTTP/1.1\r\nx: " + "x".repeat(9000) + "\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 431");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void line_tooLongIsRefused() {
        send("GET /echo?" + "x".repeat(9000) + " HTTP/1.1\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 414");
    }

    @Test
    void garbage_isRefused() {
        send("\u0001\u0002\u0003 what\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 400");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void chunk_brokenIsRefused() {
        send("POST /echo HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n");
        assertThat(received()).startsWith("HTTP/1.1 400");
    }

    @Test
    void expectation_isMet() {
        send("POST /echo HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 100");
        send("ok");
        assertThat(received()).endsWith("\r\n\r\nok");
    }

    @Test
    void connection_closesWhenTheClientWantsIt() {
        send("GET /echo HTTP/1.1\r\nconnection: close\r\n\r\n");
        assertThat(received()).contains("connection: close");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void connection_oldIsKeptWhenTheClientWantsIt() {
        send("GET /echo HTTP/1.0\r\nconnection: keep-alive\r\n\r\n");
        assertThat(received()).contains("connection: keep-alive");
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void draining_letsTheAnswerOut() {
        send(post("/later", "1"));
        channel.pipeline().fireUserEventTriggered(Draining.BEGINS);
        assertThat(channel.isOpen()).isTrue();
        echo.later.remove().run();
        assertThat(received()).contains("connection: close").endsWith("1");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void arrival_tooSlowEndsTheConnection() {
        send(post("/echo", "in time"));
        pass(60);
        send("POST /echo HTT");
        pass(5);
        send("P/1.1");
        pass(4);
        assertThat(channel.isOpen()).isTrue();
        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void connection_idleOrUnansweredIsClosed() {
        send(post("/later", "?"));
        pass(70);
        assertThat(channel.isOpen()).isTrue();
        pass(6);
        assertThat(channel.isOpen()).isFalse();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private static String post(String uri, String body) {
        return "POST " + uri + " HTTP/1.1\r\ncontent-length: " + body.length() + "\r\n\r\n" + body;
    }

    private void send(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private String received() {
        StringBuilder all = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return all.toString();
    }

    private static List<String> bodies(String responses) {
        return List.of(responses.split("HTTP/1.1 200 OK")).stream().skip(1).map(r -> r.substring(r.indexOf("\r\n\r\n") + 4)).toList();
    }
}
