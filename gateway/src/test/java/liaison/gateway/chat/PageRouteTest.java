package liaison.gateway.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class PageRouteTest {
    private static final Pattern LINKS = Pattern.compile("(?:href|src)=\"(/c[^\"]+)\"");
    private static final int MOST_BYTES = 35 * 1024;

    private final PageRoute route = new PageRoute();

    @Test
    void everyFileOfThePage_isServedForeverUnderTheNameThePageGivesIt() {
        var links = links();
        assertThat(links).hasSize(4);
        for (var link : links) {
            assertThat(route.serves(link)).isTrue();
            var file = get(link, Map.of());
            assertThat(file.status().code()).isEqualTo(200);
            assertThat(file.headers().get("cache-control")).contains("immutable");
            file.release();
        }
    }

    @Test
    void page_forbidsWhatItDoesNotNeed() {
        var page = get("/", Map.of("host", "chat.example:8080"));
        assertThat(page.headers().get("content-security-policy")).contains("default-src 'none'", "script-src 'self';",
                "connect-src 'self' ws://chat.example:8080 wss://chat.example:8080").doesNotContain("unsafe");
        assertThat(page.headers().names()).contains("x-content-type-options", "x-frame-options", "referrer-policy",
                "cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy");
        assertThat(page.content().toString(UTF_8)).doesNotContain("<style", " style=", " onclick", "<script>");
        page.release();
    }

    @Test
    void host_thatIsNoneGoesIntoNoPolicy() {
        var page = get("/", Map.of("host", "x; script-src *"));
        assertThat(page.headers().get("content-security-policy")).endsWith("connect-src 'self'");
        page.release();
    }

    @Test
    void wholePage_staysWithinItsBudgetAndReadsTheSameCompressed() throws IOException {
        int bytes = zipped("/");
        for (var link : links()) {
            bytes += zipped(link);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void file_thatIsKnownIsNotSentAgain() {
        var first = get("/", Map.of());
        var again = get("/", Map.of("if-none-match", first.headers().get("etag")));
        assertThat(again.status().code()).isEqualTo(304);
        assertThat(again.content().isReadable()).isFalse();
        first.release();
        again.release();
    }

    @Test
    void head_hasTheLengthButNoBody() {
        var head = ask(HttpMethod.HEAD, "/", Map.of());
        assertThat(head.content().isReadable()).isFalse();
        assertThat(head.headers().getInt("content-length")).isGreaterThan(1_000);
        head.release();
    }

    @Test
    void otherMethods_areRefused() {
        for (var method : List.of(HttpMethod.POST, HttpMethod.TRACE, HttpMethod.OPTIONS, HttpMethod.DELETE)) {
            var response = ask(method, "/", Map.of());
            assertThat(response.status().code()).isEqualTo(405);
            assertThat(response.headers().get("content-security-policy")).contains("default-src 'none'");
            response.release();
        }
    }

    @Test
    void paths_beyondTheMapAreNotServed() {
        for (var path : List.of("/index.html", "/chat/../pom.xml", "/chat/", "/chat/words.js", "/css/%2e%2e/x", "//", "/chat")) {
            assertThat(route.serves(path)).as(path).isFalse();
        }
    }

    @Test
    void name_ofAnotherVersionGetsWhatIsHereButIsNotKept() {
        var file = get("/chat/chat.0123456789abcdef.js", Map.of());
        assertThat(file.status().code()).isEqualTo(200);
        assertThat(file.headers().get("cache-control")).isEqualTo("no-cache");
        file.release();
    }

    @Test
    void script_isOneFileWithoutImports() {
        var script = get("/chat/chat.js", Map.of());
        assertThat(script.content().toString(UTF_8)).doesNotContainPattern("(?m)^(import|export) ").contains("class Wire", "class Log");
        script.release();
    }

    private List<String> links() {
        var page = get("/", Map.of());
        var links = LINKS.matcher(page.content().toString(UTF_8)).results().map((MatchResult found) -> found.group(1)).toList();
        page.release();
        return links;
    }

    private int zipped(String path) throws IOException {
        var plain = get(path, Map.of());
        var small = get(path, Map.of("accept-encoding", "br, gzip"));
        var bytes = new byte[small.content().readableBytes()];
        small.content().readBytes(bytes);
        try (var unzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(new String(unzip.readAllBytes(), UTF_8)).isEqualTo(plain.content().toString(UTF_8));
        }
        plain.release();
        small.release();
        return bytes.length;
    }

    private FullHttpResponse get(String path, Map<String, String> headers) {
        return ask(HttpMethod.GET, path, headers);
    }

    private FullHttpResponse ask(HttpMethod method, String path, Map<String, String> headers) {
        var channel = new EmbeddedChannel();
        route.addTo(channel.pipeline());
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path);
        headers.forEach((name, value) -> request.headers().set(name, value));
        channel.writeInbound(request);
        FullHttpResponse response = channel.readOutbound();
        channel.finishAndReleaseAll();
        return response;
    }
}
