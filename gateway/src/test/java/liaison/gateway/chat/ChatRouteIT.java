package liaison.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import liaison.bot.dialog.Reply;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.netty.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChatRouteIT {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEF";
    private static final ChatSettings SETTINGS = new ChatSettings(Duration.ofMillis(200), 50, Duration.ofMillis(20),
            List.of("https://ours.example"));

    private final Talk talk = new Talk(text -> Reply.of("heard " + text));
    private final ChatHub hub = ChatHub.start(talk, SETTINGS.beat());
    private final NettyServer server = NettyServer.start(ServerSettings.LOOPBACK,
            List.of(new ChatRoute(talk, hub, SETTINGS, Clock.systemUTC()), new PageRoute()));
    private final HttpClient client = HttpClient.newHttpClient();

    private boolean stopped;

    @AfterEach
    void close() {
        if (!stopped) {
            server.close();
        }
        hub.close();
        client.close();
    }

    @Test
    void talk_survivesALineThatIsCut() throws Exception {
        var first = connect(0);
        first.say("00000001", "one");
        assertThat(first.await("item")).contains("\"seq\":1", "heard one");
        first.socket().abort();
        var second = connect(1);
        second.say("00000001", "one");
        assertThat(second.await("kept")).contains("\"seq\":1");
        second.say("00000002", "two");
        assertThat(second.await("item")).contains("\"seq\":2", "heard two");
    }

    @Test
    void news_thatNobodyToldComesWithABeat() throws Exception {
        var page = connect(0);
        talk.add(ChatHub.addressOf(TOKEN), "your lamp is mended");
        assertThat(page.await("item")).contains("your lamp is mended");
    }

    @Test
    void origin_ofAnotherPageIsRefused() {
        assertThatThrownBy(() -> open("https://evil.example", 0)).isInstanceOf(CompletionException.class)
                .cause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        open("https://ours.example", 0).socket().abort();
    }

    @Test
    void plainRequest_isToldToUpgrade() throws Exception {
        assertThat(get("/chat").statusCode()).isEqualTo(426);
    }

    @Test
    void page_isServedBesideIt() throws Exception {
        var page = get("/?s=S1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-security-policy")).hasValueSatisfying(
                policy -> assertThat(policy).contains("ws://127.0.0.1:" + server.port()));
    }

    @Test
    void frame_thatIsTooLargeEndsTheConnection() throws Exception {
        var page = connect(0);
        page.socket().sendText("x".repeat(70_000), true);
        assertThat(page.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1009);
    }

    @Test
    void stop_saysGoodbye() throws Exception {
        var page = connect(0);
        stopped = true;
        server.close();
        assertThat(page.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1001);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Page connect(long last) throws Exception {
        var page = open("http://127.0.0.1:" + server.port(), last);
        assertThat(page.await("hello")).isNotEmpty();
        return page;
    }

    private Page open(String origin, long last) {
        var page = new Page();
        page.socket = client.newWebSocketBuilder().header("Origin", origin)
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/chat"), page).join();
        page.socket().sendText("{\"t\":\"hello\",\"token\":\"" + TOKEN + "\",\"last\":" + last + "}", true).join();
        return page;
    }

    private static final class Page implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private @Nullable WebSocket socket;

        WebSocket socket() {
            return Objects.requireNonNull(socket);
        }

        void say(String id, String text) {
            socket().sendText("{\"t\":\"say\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}", true).join();
        }

        String await(String type) throws InterruptedException {
            for (String frame = heard.poll(5, TimeUnit.SECONDS); frame != null; frame = heard.poll(5, TimeUnit.SECONDS)) {
                if (frame.startsWith("{\"t\":\"" + type + "\"")) {
                    return frame;
                }
            }
            return "";
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
