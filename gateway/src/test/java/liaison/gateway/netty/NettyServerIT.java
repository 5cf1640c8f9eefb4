package liaison.gateway.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class NettyServerIT {
    private static final ServerSettings SETTINGS = new ServerSettings("127.0.0.1", 0, 5, 3, Duration.ofMillis(500), Duration.ofSeconds(5),
            Duration.ofSeconds(5));

    private final EchoRoute echo = new EchoRoute();

    @Test
    void connections_beyondTheLimitAreClosed() throws IOException {
        try (NettyServer server = NettyServer.start(SETTINGS, List.of(echo));
                Socket a = connect(server);
                Socket b = connect(server);
                Socket c = connect(server)) {
            assertThat(ask(a)).contains("200 OK");
            assertThat(ask(b)).contains("200 OK");
            assertThat(ask(c)).contains("200 OK");
            try (Socket tooMany = connect(server)) {
                assertThat(ask(tooMany)).isEmpty();
            }
            c.shutdownOutput();
            until(() -> server.connections() == 2);
            try (Socket fits = connect(server)) {
                assertThat(ask(fits)).contains("200 OK");
            }
        }
    }

    @Test
    void arrival_isCutThoughBytesKeepComing() throws IOException {
        try (NettyServer server = NettyServer.start(SETTINGS, List.of(echo)); Socket slow = connect(server)) {
            assertThatThrownBy(() -> {
                for (int sent = 0; sent < 100; sent++) {
                    slow.getOutputStream().write(sent == 0 ? "POST /echo HTTP/1.1\r\nx: ".getBytes(US_ASCII) : new byte[]{'x'});
                    LockSupport.parkNanos(20_000_000);
                }
            }).isInstanceOf(IOException.class);
        }
    }

    @Test
    void body_tooLongIsReadToItsEndSoThatTheAnswerArrives() throws IOException {
        try (NettyServer server = NettyServer.start(SETTINGS, List.of(echo)); Socket big = connect(server)) {
            big.getOutputStream().write("POST /echo HTTP/1.1\r\ncontent-length: 10000000\r\n\r\n".getBytes(US_ASCII));
            big.getOutputStream().write(new byte[10_000_000]);
            assertThat(new String(big.getInputStream().readAllBytes(), US_ASCII)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void close_letsTheAnswerOut() throws Exception {
        NettyServer server = NettyServer.start(SETTINGS, List.of(echo));
        try (Socket waits = connect(server); Socket idle = connect(server)) {
            assertThat(ask(idle)).contains("200 OK");
            waits.getOutputStream().write("GET /later HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
            until(() -> !echo.later.isEmpty());
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            echo.later.remove().run();
            assertThat(new String(waits.getInputStream().readAllBytes(), US_ASCII)).startsWith("HTTP/1.1 200 OK");
            closed.get();
        }
    }

    @Test
    void start_onATakenPortFails() {
        try (NettyServer server = NettyServer.start(SETTINGS, List.of())) {
            ServerSettings taken = new ServerSettings("127.0.0.1", server.port(), 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1),
                    Duration.ZERO);
            assertThatThrownBy(() -> NettyServer.start(taken, List.of())).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Socket connect(NettyServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String ask(Socket socket) {
        try {
            socket.getOutputStream().write("GET /echo HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
            byte[] answer = new byte[1024];
            int length = socket.getInputStream().read(answer);
            return length < 0 ? "" : new String(answer, 0, length, US_ASCII);
        } catch (IOException reset) {
            return "";
        }
    }

    private static void until(java.util.function.BooleanSupplier met) {
        for (int i = 0; i < 500 && !met.getAsBoolean(); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(met.getAsBoolean()).isTrue();
    }
}
