package liaison.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL on {@code FOLDER/postgresql}, through its own {@code initdb} and {@code pg_ctl}. */
final class PostgresServer implements Server {
    static final String USER = "liaison";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path home;
    private final Path data;
    private final Binaries binaries;

    PostgresServer(Path folder) {
        home = folder.resolve("postgresql");
        data = home.resolve("data");
        binaries = new Binaries(folder);
    }

    String jdbcUrl() {
        return url(USER);
    }

    String password() {
        return PrivateFiles.password(home.resolve("password"));
    }

    @Override
    public boolean answers() {
        if (PrivateFiles.port(home.resolve("port")) == 0 || !Files.isDirectory(data)) {
            return false;
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            return rows.next() && rows.getString(1).equals(data.toString());
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void start() {
        try {
            PrivateFiles.folder(home);
            Path bin = binaries.postgres().resolve("bin");
            initialize(bin);
            if (!adoptsWhatComesUp()) {
                PrivateFiles.write(data.resolve("postgresql.conf"), settings(PrivateFiles.freePort(home.resolve("port"))));
                run(bin, "pg_ctl", "start", "-w", "-t", "60", "-D", data.toString(), "-l", home.resolve("start.log").toString());
            }
            createDatabase();
        } catch (IOException | SQLException | UncheckedIOException e) {
            throw new StoresFailed("the embedded PostgreSQL cannot run here (" + e.getMessage() + "; see the logs in " + home
                    + "): give a PostgreSQL by spring.datasource.url, .username and .password instead", e);
        }
    }

    @Override
    public void stop() {
        if (!isRunning()) {
            return;
        }
        try {
            run(binaries.postgres().resolve("bin"), "pg_ctl", "stop", "-w", "-t", "15", "-m", "fast", "-D", data.toString());
        } catch (IOException e) {
            throw new StoresFailed("the embedded PostgreSQL in " + data + " did not stop within 15 s; the next start adopts it", e);
        }
    }

    private void initialize(Path bin) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        password();
        Path fresh = home.resolve("data.new");
        PrivateFiles.deleteTree(fresh);
        run(bin, "initdb", "-D", fresh.toString(), "-U", USER, "--pwfile", home.resolve("password").toString(),
                "-A", "scram-sha-256", "-E", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8");
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A server that recovers or shuts down answers to nobody yet. */
    private boolean adoptsWhatComesUp() throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (isRunning()) {
            if (answers()) {
                return true;
            }
            if (System.nanoTime() > end) {
                throw new IOException("the server that runs on " + data + " does not answer");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return false;
    }

    /**
     * Whether the process of its pid file is a living PostgreSQL. After a restart of the machine that id may be anybody's,
     * and PostgreSQL would refuse to start beside it: then, and only then, the file is taken away.
     */
    @Override
    public boolean isRunning() {
        Path file = data.resolve("postmaster.pid");
        String pid = PrivateFiles.read(file).lines().findFirst().orElse("");
        if (!pid.matches("[0-9]{1,10}")) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
        boolean another = process.flatMap(found -> found.info().command()).map(command -> !command.contains("postgres")).orElse(false);
        if (another || isDefunct(pid)) {
            PrivateFiles.delete(file);
            return false;
        }
        return process.isPresent();
    }

    private static boolean isDefunct(String pid) {
        return PrivateFiles.read(Path.of("/proc", pid, "stat")).contains(") Z ");
    }

    private static String settings(int port) {
        return """
            # written at every start
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = %d
            max_connections = 60
            shared_buffers = 128MB
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            commit_delay = 0
            wal_compression = on
            max_wal_size = 1GB
            password_encryption = scram-sha-256
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = on
            log_filename = 'postgresql-%%a.log'
            log_rotation_age = 1d
            log_rotation_size = 0
            log_truncate_on_rotation = on
            # no values of ours in its log: neither statements nor the details that quote keys
            log_min_messages = warning
            log_min_error_statement = panic
            log_error_verbosity = terse
            """.formatted(port);
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet rows = statement.executeQuery("select 1 from pg_database where datname = '" + USER + "'")) {
                exists = rows.next();
            }
            if (!exists) {
                statement.execute("create database " + USER);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database) + "?connectTimeout=2&socketTimeout=10", USER, password());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + PrivateFiles.port(home.resolve("port")) + "/" + database;
    }

    private void run(Path bin, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Demotion.prefix(home, data));
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Program.run(command, home.resolve(program + ".log"), LIMIT.plusSeconds(5));
    }
}
