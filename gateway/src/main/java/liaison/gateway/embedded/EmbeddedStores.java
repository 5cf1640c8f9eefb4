package liaison.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL and Redis that run when none is configured: child processes that outlive a killed run and are adopted by
 * the next one. Whoever leaves last stops them, if it is the server or if they were only started for commands.
 */
public final class EmbeddedStores implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedStores.class);

    private final Path folder;
    private final Role role;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final Presence presence;
    private final Endpoints endpoints;

    private EmbeddedStores(Path folder, Role role, Set<Part> parts) {
        this.folder = folder;
        this.role = role;
        postgres = new PostgresServer(folder);
        redis = new RedisServer(folder);
        presence = Presence.enter(folder, role);
        try {
            endpoints = bringUp(parts);
        } catch (RuntimeException e) {
            leave();
            throw e;
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
        FolderLock.with(folder, () -> {
            leave();
            return folder;
        });
    }

    private Endpoints bringUp(Set<Part> parts) {
        if (role == Role.SERVE) {
            forCommands(false);
        }
        if (parts.contains(Part.POSTGRESQL)) {
            bringUp(Part.POSTGRESQL, postgres);
        }
        if (parts.contains(Part.REDIS)) {
            bringUp(Part.REDIS, redis);
        }
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
