package liaison.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL and Redis that run when none is configured: child processes that outlive a killed run and are adopted by
 * the next one. Whoever leaves last stops them, if it is the server or if they were only started for commands.
 */
public final class EmbeddedStores implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedStores.class);
    /** How often a server looks whether its stores still run. */
    private static final long LOOK_MILLIS = 1_000;

    private final Path folder;
    private final Role role;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final Set<Part> parts;
    private final Presence presence;
    private final Endpoints endpoints;
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("embedded-stores").factory());
    private boolean closed;

    private EmbeddedStores(Path folder, Role role, Set<Part> parts) {
        this.folder = folder;
        this.role = role;
        postgres = new PostgresServer(folder);
        redis = new RedisServer(folder);
        this.parts = Set.copyOf(parts);
        presence = Presence.enter(folder, role);
        try {
            endpoints = bringUp();
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
        if (role == Role.SERVE) {
            watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    public static EmbeddedStores open(Path dataDir, Role role) {
        return open(dataDir, role, EnumSet.allOf(Part.class));
    }

    /** Opens only some of the stores; throws {@link StoresFailed} where another server owns the folder or one cannot run. */
    public static EmbeddedStores open(Path dataDir, Role role, Set<Part> parts) {
        Path folder = PrivateFiles.folder(dataDir);
        return FolderLock.with(folder, () -> new EmbeddedStores(folder, role, parts));
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** Leaves the stores; waits until they are stopped where this stops them. */
    @Override
    public void close() {
        watch.shutdown();
        FolderLock.with(folder, () -> {
            closed = true;
            leave();
            return folder;
        });
    }

    /** Starts again what was killed; the others wait for it or do without it. */
    void revive() {
        FolderLock.with(folder, () -> {
            for (var part : parts) {
                if (!closed && !server(part).isRunning()) {
                    bringUp(part, server(part));
                }
            }
            return folder;
        });
    }

    private void look() {
        try {
            revive();
            if (!endpoints.equals(current())) {
                log.error("an embedded store came back on another port, since somebody took its own: start the server again");
            }
        } catch (RuntimeException e) {
            log.warn("an embedded store does not run and is started again soon: {}", e.getMessage());
        }
    }

    private Server server(Part part) {
        return switch (part) {
            case POSTGRESQL -> postgres;
            case REDIS -> redis;
        };
    }

    private Endpoints bringUp() {
        if (role == Role.SERVE) {
            forCommands(false);
        }
        for (var part : Part.values()) {
            if (parts.contains(part)) {
                bringUp(part, server(part));
            }
        }
        return current();
    }

    private Endpoints current() {
        return new Endpoints(parts.contains(Part.POSTGRESQL) ? postgres.jdbcUrl() : "", PostgresServer.USER,
                parts.contains(Part.POSTGRESQL) ? postgres.password() : "", parts.contains(Part.REDIS) ? redis.uri() : "");
    }

    private void bringUp(Part part, Server server) {
        if (server.answers()) {
            log.debug("adopted the embedded {}", part);
            return;
        }
        log.info("starting the embedded {} in {}", part, folder);
        if (role == Role.COMMAND) {
            forCommands(true);
        }
        server.start();
    }

    private void leave() {
        presence.close();
        if (Presence.others(folder)) {
            if (role == Role.SERVE) {
                forCommands(true); // a command is at work: the stores stay for it, and it stops them
            }
            return;
        }
        if (role == Role.SERVE || Files.exists(commandsMark())) {
            try {
                redis.stop();
            } finally {
                postgres.stop();
            }
            forCommands(false);
        }
    }

    private void forCommands(boolean only) {
        try {
            if (only) {
                Files.write(commandsMark(), new byte[0]);
            } else {
                Files.deleteIfExists(commandsMark());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path commandsMark() {
        return folder.resolve("only-for-commands");
    }
}
