package liaison.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.netty.ServerSettings;
import liaison.gateway.netty.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WechatIT {
    private static final int ROUNDS = Integer.getInteger("fuzz.sockets", 2000);

    private final ExecutorService lane = Executors.newSingleThreadExecutor();
    private final Queue<Long> told = new ConcurrentLinkedQueue<>();
    private final NettyServer server = NettyServer.start(ServerSettings.LOOPBACK,
            List.of(new WechatPipeline(FakeWechat.PLAIN, new EchoInbox(), Clock.systemUTC())));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
        client.close();
        lane.shutdown();
    }

    @Test
    void manyResidents_eachGetTheirOwnAnswer() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 500)
                .mapToObj(i -> post(FakeWechat.text("text " + i + ".", String.valueOf(i + 1)))).toList();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join().body()).contains("[text " + i + ".]");
        }
        for (int i = 0; i < 500 && told.size() < 500; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(told).hasSize(500);
    }

    @Test
    void message_thatIsNotDurableInTimeGetsNoAnswer() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(raw(FakeWechat.text("never", "1")));
            long start = System.nanoTime();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(3500), Duration.ofMillis(4900));
        }
    }

    @Test
    void mutatedBytes_areAnsweredOrClosedAndTheServerGoesOn() throws IOException {
        Random random = new Random(7);
        byte[] good = raw(FakeWechat.text("你好", "1"));
        for (int i = 0; i < ROUNDS; i++) {
            byte[] mutated = good.clone();
            for (int times = 1 + random.nextInt(6); times > 0; times--) {
                mutated[random.nextInt(
                        mutated.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : "\r\n :;<>&%".charAt(random.nextInt(9)));
            }
            assertThat(exchange(Arrays.copyOf(mutated, random.nextInt(8) == 0 ? random.nextInt(mutated.length) : mutated.length)))
                    .as("round " + i).matches("(?s)|HTTP/1.1 (200|4..) .*");
        }
        assertThat(post(FakeWechat.text("alive", "2")).join().body()).contains("[alive]");
        assertThat(server.connections()).isLessThan(10);
    }

    private String exchange(byte[] bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    private CompletableFuture<HttpResponse<String>> post(String xml) {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/wechat/demo" + FakeWechat.query());
        return client.sendAsync(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(xml)).build(), BodyHandlers.ofString());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static byte[] raw(String xml) {
        String head = "POST /wechat/demo" + FakeWechat.query() + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + xml.getBytes(UTF_8).length;
        return (head + "\r\n\r\n" + xml).getBytes(UTF_8);
    }

    /** Answers on a thread of its own, as a lane does, with what was said; to {@code never} it says nothing. */
    private final class EchoInbox implements Inbox {
        @Override
        public boolean offer(InboundMessage message, Waiting waiting) {
            String words = message instanceof InboundMessage.Text text ? text.text() : "";
            if (!words.equals("never")) {
                lane.execute(() -> waiting.answered(RecordingInbox.say(words)));
            }
            return true;
        }

        @Override
        public void told(Address address, long seq) {
            told.add(seq);
        }

        @Override
        public void untold(Address address, long seq) {
            told.add(-seq);
        }
    }
}
