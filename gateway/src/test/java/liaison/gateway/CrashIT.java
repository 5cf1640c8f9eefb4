package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import liaison.gateway.testing.Exports;
import liaison.gateway.testing.Resident;
import liaison.gateway.testing.ServerProcess;
import liaison.gateway.testing.TestFolders;
import org.junit.jupiter.api.Test;

/** The short form of the crash audit: whatever was acknowledged stands in the journal once and in order, through kills. */
final class CrashIT {
    private static final int RESIDENTS = 24;
    private static final int MESSAGES = 60;
    private static final int KILLS = Integer.getInteger("crash.kills", 2);

    private final Path folder = TestFolders.fresh("crash");
    private final AtomicReference<ServerProcess> server = new AtomicReference<>(start());

    @Test
    void kills_loseNothingDoubleNothingAndKeepTheOrder() throws InterruptedException {
        var residents = IntStream.range(0, RESIDENTS).mapToObj(n -> new Resident("crash" + n)).toList();
        var threads = new ArrayList<Thread>();
        for (var resident : residents) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int n = 0; n < MESSAGES; n++) {
                    resident.say(() -> server.get().gatewayPort(), "第" + n + "条，楼道灯不亮");
                }
            }));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            awaitProgress(residents, (kill + 1) * RESIDENTS * MESSAGES / (KILLS + 1));
            server.get().kill();
            server.set(start());
        }
        for (var thread : threads) {
            assertThat(thread.join(Duration.ofMinutes(3))).isTrue();
        }
        server.get().close();
        audit(residents);
    }

    private void audit(List<Resident> residents) {
        var journal = new HashMap<String, List<String>>();
        Exports.journal(folder, row -> journal.computeIfAbsent(String.valueOf(row.get("address")), address -> new ArrayList<>())
                .add(String.valueOf(row.get("message_key"))));
        int acknowledged = 0;
        for (var resident : residents) {
            var keys = journal.getOrDefault("wechat:demo:" + resident.openid(), List.of());
            assertThat(keys).doesNotHaveDuplicates();
            var kept = new ArrayList<>(keys);
            kept.retainAll(new HashSet<>(resident.acknowledged()));
            assertThat(kept).isEqualTo(resident.acknowledged());
            acknowledged += kept.size();
        }
        assertThat(acknowledged).isGreaterThan(RESIDENTS * MESSAGES * 9 / 10);
    }

    private static void awaitProgress(List<Resident> residents, int messages) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (residents.stream().mapToInt(resident -> resident.acknowledged().size()).sum() < messages && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private ServerProcess start() {
        return ServerProcess.start("crash", folder, List.of("-Xmx512m"), Map.copyOf(Resident.ACCOUNT));
    }
}
