package liaison.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liaison.gateway.embedded.EmbeddedStores;
import liaison.gateway.embedded.Role;
import liaison.gateway.testing.Envelope;
import liaison.gateway.testing.ServerProcess;
import liaison.gateway.testing.TestFolders;
import org.junit.jupiter.api.Test;

/**
 * Complete filings against the shipped configuration at {@code -Xmx512m}, in plain and safe mode, sealed by AES and by SM4;
 * afterwards the rows are counted. {@code -Dbench.seconds=10} is the time of each measurement.
 */
final class FilingBench {
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("bench.seconds", 10));
    private static final Duration WARM = Duration.ofSeconds(Long.getLong("bench.warm", 15));

    /** As the start script has them; its cache of loaded classes is not used. */
    private static final List<String> START_SCRIPT = List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders",
            "-XX:+UseTransparentHugePages", "-XX:FreqInlineSize=200", "-Dio.netty.leakDetection.level=disabled",
            "-Dio.netty.noUnsafe=false", "--sun-misc-unsafe-memory-access=allow");

    private final List<String> report = new ArrayList<>();

    @Test
    void filings_areDurableAtSpeed() throws Exception {
        measure("aes");
        measure("sm4");
        System.out.println("\n" + String.join("\n", report));
        Files.write(Path.of("target", "bench.txt"), report);
    }

    private void measure(String algorithm) throws Exception {
        var folder = TestFolders.fresh("bench-" + algorithm);
        var account = "liaison.wechat.accounts.demo.";
        try (var server = ServerProcess.start("bench-" + algorithm, folder,
                START_SCRIPT, Map.of(
                        account + "appid", Envelope.APPID, account + "token", Envelope.TOKEN, account + "aes-key", Envelope.AES_KEY,
                        account + "secret", "bench-secret", account + "api-base", "http://127.0.0.1:9", account + "plain", "true",
                        "liaison.seal.algorithm", algorithm));
                var stores = EmbeddedStores.open(folder, Role.COMMAND);
                var ledger = DriverManager.getConnection(stores.endpoints().jdbcUrl(), stores.endpoints().username(),
                        stores.endpoints().password())) {
            drive(server, "warm", false, 64, WARM);
            for (boolean safe : new boolean[]{false, true}) {
                for (int connections : new int[]{64, 256}) {
                    measure(server, ledger, algorithm, safe, connections);
                }
            }
        }
    }

    private void measure(ServerProcess server, Connection ledger, String algorithm, boolean safe, int connections) throws Exception {
        long rows = count(ledger, "journal");
        long requests = count(ledger, "request");
        long others = count(ledger, "reminder") + count(ledger, "outbox") + count(ledger, "request_event")
                + count(ledger, "request_number");
        var figures = drive(server, algorithm + safe + connections, safe, connections, TIME);
        rows = count(ledger, "journal") - rows;
        requests = count(ledger, "request") - requests;
        others = count(ledger, "reminder") + count(ledger, "outbox") + count(ledger, "request_event") + count(ledger, "request_number")
                - others;
        report.add(String.format("%s %s, %d connections: %s; %d journal rows, %d requests, %.2f rows a message", algorithm,
                safe ? "safe" : "plain", connections, figures, rows, requests, (double) (rows + requests + others) / figures.messages));
        assertThat(figures.bad).isZero();
        assertThat(rows).isEqualTo(figures.messages);
        assertThat(requests).isEqualTo(figures.filings);
    }

    private static LoadGenerator.Figures drive(ServerProcess server, String run, boolean safe, int connections, Duration time)
            throws IOException, InterruptedException {
        try (var in = Objects.requireNonNull(FilingBench.class.getResourceAsStream("/bench/steps.txt"))) {
            var steps = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return new LoadGenerator(server.gatewayPort(), steps, new Envelope(Instant.now().getEpochSecond(), safe), run)
                    .drive(connections, time);
        }
    }

    private static long count(Connection ledger, String table) throws SQLException {
        try (var statement = ledger.createStatement(); var found = statement.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }
}
