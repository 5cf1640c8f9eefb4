package liaison.gateway.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liaison.bot.people.Place;
import liaison.gateway.csv.CsvDirectory;
import liaison.gateway.jdbc.DirectoryImport;
import liaison.gateway.jdbc.JdbcDirectory;
import liaison.gateway.jdbc.LedgerPool;
import liaison.gateway.testing.TestStores;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Imports a whole nation in a process of its own beside this one, which serves look-ups the while. Run it with
 * {@code -Xmx512m} and the folder of the gazetteer; the import runs with the same limit.
 */
final class NationBench {
    private static final long MIB = 1 << 20;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final List<String> PLACES = List.of("110101001", "110101001001");

    private NationBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("import")) {
            takeIn(Path.of(arguments[1]), System.getenv());
            return;
        }
        Path files = Path.of("target", "nation").toAbsolutePath();
        new Nation(Path.of(arguments[0]), files).write();
        try (var database = TestStores.migrated();
                var pool = new HikariDataSource(LedgerPool.of(database.url(), database.username(), database.password(), 4));
                var directory = new JdbcDirectory(pool, POLL)) {
            serve(directory, importer(database, files), 1);
            say("again, nothing new:");
            serve(directory, importer(database, files), 0);
        }
    }

    private static void takeIn(Path files, Map<String, String> settings) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.get("NATION_URL"));
        source.setUser(settings.get("NATION_USER"));
        source.setPassword(settings.get("NATION_PASSWORD"));
        long started = System.nanoTime();
        var last = new DirectoryImport.Step[]{DirectoryImport.Step.READ};
        var outcome = new DirectoryImport(source).run(CsvDirectory.in(files), (step, done, of) -> {
            if (step != last[0]) {
                say("import: " + last[0] + " done after " + seconds(started) + " s");
                last[0] = step;
            }
        });
        outcome.faults().forEach(fault -> say(fault.toString()));
        say("import: " + outcome.rows() + ", changed " + outcome.changed() + ", " + seconds(started) + " s, peak heap " + peak() + " MiB");
    }

    private static Process importer(TestStores.Database database, Path files) throws IOException {
        var builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + Runtime.getRuntime().maxMemory() / MIB + "m", "-cp", System.getProperty("java.class.path"),
                NationBench.class.getName(), "import", files.toString()).inheritIO();
        builder.environment().putAll(Map.of("NATION_URL", database.url(), "NATION_USER", database.username(), "NATION_PASSWORD",
                database.password()));
        return builder.start();
    }

    /** Looks up until the import has ended and its versions are taken over. */
    private static void serve(JdbcDirectory directory, Process importer, int versions) throws InterruptedException {
        long version = directory.version();
        long slowest = 0;
        long looks = 0;
        long ended = 0;
        while (importer.isAlive() || directory.version() < version + versions) {
            if (ended == 0 && !importer.isAlive()) {
                ended = System.nanoTime();
            }
            long started = System.nanoTime();
            for (String code : PLACES) {
                String text = directory.place(code).map(Place::name).orElse("县城") + "兴业路的路灯坏了快半个月了，晚上走路看不清";
                directory.mentions(text).forEach(mention -> directory.stationsOf(mention.place().code())
                        .forEach(station -> directory.deputiesOf(station.code())));
            }
            looks++;
            slowest = Math.max(slowest, System.nanoTime() - started);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        String takeover = ended == 0 ? "" : ", new version served " + seconds(ended) + " s after the import's end";
        say("node: import ended with " + importer.waitFor() + ", " + looks + " looks, slowest " + TimeUnit.NANOSECONDS.toMillis(slowest)
                + " ms, peak heap " + peak() + " MiB" + takeover);
        System.gc();
        say("node: heap in use " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB + " MiB");
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
