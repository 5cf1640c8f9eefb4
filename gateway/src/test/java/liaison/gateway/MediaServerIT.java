package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import liaison.gateway.testing.Exports;
import liaison.gateway.testing.FakeBucket;
import liaison.gateway.testing.MadeMedia;
import liaison.gateway.testing.Resident;
import liaison.gateway.testing.ServerProcess;
import liaison.gateway.testing.TestFolders;
import liaison.gateway.wechat.TinyApi;
import org.junit.jupiter.api.Test;

/** The packaged server with a bucket: a picture comes while the platform does not answer, the server is killed, and a clerk sees it after all. */
final class MediaServerIT {
    private static final Pattern LINK = Pattern.compile("https://site\\.example(/media/[A-Za-z0-9_-]+)");
    private static final Pattern NUMBER = Pattern.compile("LZ[0-9]{8}-[0-9]{4}");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder = TestFolders.fresh("media");

    @Test
    void picture_survivesAKillAndIsSeenByTheStation() throws IOException, InterruptedException {
        try (var api = new TinyApi(); var bucket = new FakeBucket()) {
            var settings = settings(api, bucket);
            var resident = new Resident("oResident");
            try (var server = ServerProcess.start("media", folder, List.of(), settings)) {
                api.then(500, "");
                resident.say(server::gatewayPort, "和悦家园的路灯坏了三天了");
                resident.picture(server::gatewayPort, "PIC1", 801);
                await(() -> logged().contains("is tried again"));
                server.kill();
            }
            api.files.put("PIC1", MadeMedia.photo(40, 20, 1));
            try (var server = ServerProcess.start("media", folder, List.of(), settings)) {
                await(() -> bucket.objects.size() == 1);
                assertThat(bucket.objects).allSatisfy((name, sealed) -> {
                    assertThat(name).matches("/liaison/media/[0-9a-f]{32}");
                    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
                });
                var filed = NUMBER.matcher(resident.say(server::gatewayPort, "确认"));
                assertThat(filed.find()).isTrue();
                String number = filed.group();
                var clerk = new Resident("oClerk");
                clerk.say(server::gatewayPort, code(clerkOf(row("requests", "station"))));
                var links = new ArrayList<String>();
                await(() -> links.addAll(links(clerk.say(server::gatewayPort, number))));
                var picture = get(server, links.getFirst());
                assertThat(MadeMedia.read(picture).getWidth()).isEqualTo(40);
                assertThat(row("audit", "act")).isEqualTo("open media");
                assertThat(row("media", "requests")).isEqualTo(number);
            }
            assertThat(logged()).doesNotContain("oResident", "oClerk", "PIC1",
                    FakeBucket.SECRET);
        }
    }

    private String logged() {
        try {
            return Files.readString(folder.resolveSibling("media.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> links(String words) {
        return LINK.matcher(words).results().map(link -> link.group(1)).toList();
    }

    private static byte[] get(ServerProcess server, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.gatewayPort() + path)).build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    /** A value of the last row of an export. */
    private String row(String kind, String column) {
        var rows = new ArrayList<String>();
        Exports.rows(folder, List.of("export", kind), row -> rows.add(String.valueOf(row.get(column))));
        return rows.isEmpty() ? "" : rows.getLast();
    }

    private static String clerkOf(String station) {
        return "C" + station.substring(1);
    }

    private String code(String person) throws IOException, InterruptedException {
        var bind = ServerProcess.command(folder, List.of("bind", person));
        String line = new String(bind.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(bind.waitFor()).isZero();
        return line.substring(line.indexOf('\t') + 1);
    }

    private static Map<String, String> settings(TinyApi api, FakeBucket bucket) {
        var settings = new HashMap<>(Resident.ACCOUNT);
        settings.put("liaison.wechat.accounts.demo.api-base", api.base().toString());
        settings.put("liaison.media.url", "https://site.example/");
        var made = bucket.settings(FakeBucket.SECRET);
        String at = "liaison.media.bucket.";
        settings.put(at + "endpoint", made.endpoint().toString());
        settings.put(at + "name", made.name());
        settings.put(at + "key", made.key());
        settings.put(at + "secret", made.secret());
        settings.put(at + "region", made.region());
        return settings;
    }

    private static void await(BooleanSupplier until) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as("it takes too long").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
