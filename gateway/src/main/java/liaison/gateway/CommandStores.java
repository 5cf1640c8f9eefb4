package liaison.gateway;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import liaison.bot.people.Person;
import liaison.gateway.cli.Operations;
import liaison.gateway.csv.CsvDirectory;
import liaison.gateway.embedded.EmbeddedStores;
import liaison.gateway.embedded.Part;
import liaison.gateway.embedded.Role;
import liaison.gateway.jdbc.DirectoryImport;
import liaison.gateway.jdbc.JdbcBindings;
import liaison.gateway.jdbc.JdbcDirectory;
import liaison.gateway.jdbc.JdbcExports;
import liaison.gateway.jdbc.LedgerCheck;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The ledger as commands use it, without Spring: by the same settings, given as -Dname=value or as environment variables. */
final class CommandStores implements Operations {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Optional<EmbeddedStores> embedded;
    private final HikariDataSource source;
    private final Sealer seals;
    private final JdbcExports exports;

    private CommandStores(Optional<EmbeddedStores> embedded, HikariDataSource source, Path dataDir) {
        this.embedded = embedded;
        this.source = source;
        String key = setting("liaison.seal.key").orElse("");
        seals = new Sealer(key.isEmpty() ? MasterKey.kept(dataDir) : MasterKey.of(key),
                Algorithm.valueOf(setting("liaison.seal.algorithm").orElse("sm4").toUpperCase(Locale.ROOT)));
        exports = new JdbcExports(source, new JdbcTransactionManager(source), seals);
    }

    static CommandStores open() {
        var dataDir = Path.of(setting("liaison.data-dir").orElse(System.getProperty("user.home") + "/.liaison"));
        var url = setting("spring.datasource.url");
        var embedded = url.isPresent()
                ? Optional.<EmbeddedStores>empty()
                : Optional.of(EmbeddedStores.open(dataDir, Role.COMMAND, EnumSet.of(Part.POSTGRESQL)));
        var pool = new HikariConfig();
        pool.setJdbcUrl(url.orElseGet(() -> embedded.orElseThrow().endpoints().jdbcUrl()));
        pool.setUsername(embedded.map(one -> one.endpoints().username()).or(() -> setting("spring.datasource.username")).orElse(""));
        pool.setPassword(embedded.map(one -> one.endpoints().password()).or(() -> setting("spring.datasource.password")).orElse(""));
        pool.setMaximumPoolSize(3);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        url.ifPresent(one -> LedgerCheck.await(one, setting("spring.datasource.username").orElse(null),
                setting("spring.datasource.password").orElse(null), PATIENCE));
        var source = new HikariDataSource(pool);
        Flyway.configure().dataSource(source).load().migrate();
        return new CommandStores(embedded, source, dataDir);
    }

    @Override
    public SequencedSet<String> exports() {
        return new LinkedHashSet<>(JdbcExports.kinds());
    }

    @Override
    public void export(String kind, boolean clear, String reason, Consumer<Map<String, @Nullable Object>> row) {
        if (clear) {
            exports.audit(Instant.now(), System.getProperty("user.name"), "export in clear", kind, reason);
        }
        exports.export(kind, clear, row);
    }

    @Override
    public boolean isDemo() {
        return setting("liaison.demo").map(Boolean::parseBoolean).orElse(embedded.isPresent() && setting("liaison.redis.uri").isEmpty());
    }

    @Override
    public List<String> take(Path folder, Advance advance) {
        var outcome = new DirectoryImport(source).run(CsvDirectory.in(folder, GatewayApplication.books().current().topics()),
                (step, done, of) -> advance.reach(done, of));
        var faults = new ArrayList<>(outcome.faults().stream().map(Object::toString).toList());
        if (outcome.faultCount() > faults.size()) {
            faults.add("and " + (outcome.faultCount() - faults.size()) + " more faults");
        }
        return faults;
    }

    @Override
    public String bind(String code) {
        try (var directory = directory()) {
            var person = directory.deputy(code).map(deputy -> new Person(Person.Kind.DEPUTY, code))
                    .or(() -> directory.staff(code).map(staff -> new Person(Person.Kind.STAFF, code)))
                    .orElseThrow(() -> new IllegalArgumentException("nobody in the directory has the code " + code));
            return new JdbcBindings(source, seals).issue(person);
        }
    }

    @Override
    public JdbcDirectory directory() {
        return new JdbcDirectory(source, Duration.ofHours(1));
    }

    @Override
    public void close() {
        source.close();
        embedded.ifPresent(EmbeddedStores::close);
    }

    static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""))))
                .or(() -> Optional.ofNullable(System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))));
    }
}
