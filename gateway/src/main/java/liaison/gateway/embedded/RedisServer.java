package liaison.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Redis on {@code FOLDER/redis}: a cache, which keeps nothing on the disk. */
final class RedisServer implements Server {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Path home;
    private final Binaries binaries;

    RedisServer(Path folder) {
        home = folder.resolve("redis");
        binaries = new Binaries(folder);
    }

    String uri() {
        return "redis://:" + password() + "@127.0.0.1:" + PrivateFiles.port(portFile());
    }

    @Override
    public boolean answers() {
        if (PrivateFiles.port(portFile()) == 0 || !isRunning()) {
            return false;
        }
        try (Jedis jedis = connect()) {
            Map<String, String> dir = jedis.configGet("dir");
            return home.toString().equals(dir.get("dir"));
        } catch (JedisException _) {
            return false;
        }
    }

    @Override
    public void start() {
        try {
            PrivateFiles.folder(home);
            Path binary = binaries.redis();
            int port = PrivateFiles.freePort(portFile());
            Path settings = home.resolve("redis.conf");
            PrivateFiles.write(settings, settings(port));
            Program.run(List.of(binary.toString(), settings.toString()), home.resolve("start.log"), LIMIT);
            await(true);
        } catch (IOException | UncheckedIOException e) {
            throw new StoresFailed("the embedded Redis cannot run here (" + e.getMessage() + "; see the logs in " + home
                    + "): give a Redis by liaison.redis.uri instead", e);
        }
    }

    @Override
    public void stop() {
        if (!answers()) {
            return;
        }
        try (Jedis jedis = connect()) {
            jedis.shutdown();
            await(false);
        } catch (IOException | JedisException e) {
            throw new StoresFailed("the embedded Redis in " + home + " did not stop", e);
        }
    }

    /** Asked before the password is said to whoever has the port now, too. */
    @Override
    public boolean isRunning() {
        String pid = PrivateFiles.read(home.resolve("redis.pid"));
        return pid.matches("[0-9]{1,10}") && ProcessHandle.of(Long.parseLong(pid)).flatMap(process -> process.info().command())
                .map(command -> command.contains("redis-server")).orElse(false);
    }

    private String settings(int port) {
        return """
            # written at every start
            bind 127.0.0.1
            port %d
            requirepass %s
            dir "%s"
            pidfile "%s/redis.pid"
            logfile "%s/redis.log"
            loglevel warning
            daemonize yes
            appendonly no
            save ""
            maxmemory 256mb
            maxmemory-policy allkeys-lru
            """.formatted(port, password(), home, home, home);
    }

    private void await(boolean answering) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (answers() != answering) {
            if (System.nanoTime() > end) {
                throw new IOException("no answer in " + LIMIT.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private Jedis connect() {
        return new Jedis(new HostAndPort("127.0.0.1", PrivateFiles.port(portFile())),
                DefaultJedisClientConfig.builder().password(password())
                        .autoNegotiateProtocol(false).timeoutMillis(2_000).build());
    }

    private String password() {
        return PrivateFiles.password(home.resolve("password"));
    }

    private Path portFile() {
        return home.resolve("port");
    }
}
