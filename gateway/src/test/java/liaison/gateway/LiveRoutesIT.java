package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.testing.EchoInbox;
import liaison.gateway.testing.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

/** Accounts that come and go while the server runs, each as soon as the file says so. */
final class LiveRoutesIT {
    private static final String OTHER = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    @TempDir private static Path folder;
    private final LiveAccounts accounts = LiveAccounts.of(new AccountsFile(folder, true, new StandardEnvironment()));
    private final NettyServer server = new NettyConfiguration().nettyServer(new GatewaySettings("127.0.0.1", 0, 10, 10, 1, 256), List.of(),
            new WechatConfiguration().wechatRoutes(accounts, new EchoInbox(), Clock.systemUTC()),
            new WecomConfiguration().wecomRoutes(accounts, new EchoInbox(), Clock.systemUTC()));
    /** One connection, which stays open. */
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Envelope envelope = new Envelope(1_700_000_000, true);

    @AfterEach
    void stop() {
        server.close();
        accounts.close();
        http.close();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("accounts.yml"), text);
        accounts.look();
        accounts.look();
    }

    private static String south(String key) {
        return """
                liaison:
                  wechat.accounts.south:
                    appid: %s
                    token: %s
                    aes-key: %s
                  wecom.accounts.office:
                    corpid: ww1
                    agent-id: 7
                    token: t
                    aes-key: %s
                """.formatted(Envelope.APPID, Envelope.TOKEN, key, OTHER);
    }

    private String delivered() throws Exception {
        String[] packed = envelope.pack("/wechat/south", "oResident", "你好", 1);
        var answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + packed[0]))
                .POST(HttpRequest.BodyPublishers.ofString(packed[1])).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + (answer.statusCode() == 200 ? envelope.unpack(answer.body()) : "");
    }

    private int verified() throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/wecom/office?echostr=1")).build(),
                BodyHandlers.ofString()).statusCode();
    }

    @Test
    void account_thatIsAddedIsServedAndOneThatIsGoneIsNowhere() throws Exception {
        assertThat(delivered()).isEqualTo("404 ");
        assertThat(verified()).isEqualTo(404);
        write(south(Envelope.AES_KEY));
        assertThat(delivered()).isEqualTo("200 你好");
        assertThat(verified()).as("there, and not signed").isEqualTo(403);
        write(south(OTHER));
        assertThat(delivered()).isNotEqualTo("200 你好").startsWith("40");
        write("liaison:\n  wechat.accounts.north: {appid: wx1, token: t, aes-key: " + OTHER + "}\n");
        assertThat(delivered()).as("on the connection that is open").isEqualTo("404 ");
        assertThat(verified()).isEqualTo(404);
        write(south(Envelope.AES_KEY));
        assertThat(delivered()).isEqualTo("200 你好");
    }

}
