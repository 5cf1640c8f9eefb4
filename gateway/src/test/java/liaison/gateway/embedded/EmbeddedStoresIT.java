package liaison.gateway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

final class EmbeddedStoresIT {
    /** One for all: unpacking and making a cluster takes seconds, and no test leaves anything running. */
    @TempDir static Path folder;

    @AfterEach
    void nothingIsLeftRunning() {
        EmbeddedStores.open(folder, Role.SERVE).close();
    }

    @Test
    void open_bothServersAnswerDurablyAndOnLoopbackAlone() throws Exception {
        try (var stores = EmbeddedStores.open(folder, Role.SERVE); Jedis jedis = new Jedis(stores.endpoints().redisUri())) {
            assertThat(jedis.ping()).isEqualTo("PONG");
            assertThat(jedis.configGet("bind")).containsEntry("bind", "127.0.0.1");
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(stores, "show " + setting)).isEqualTo("on");
            }
            assertThat(ask(stores, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.getPosixFilePermissions(folder.resolve("postgresql/password"))).hasSize(2);
        }
    }

    @Test
    void open_withoutPasswordIsRefused() {
        try (var stores = EmbeddedStores.open(folder, Role.SERVE)) {
            assertThatThrownBy(() -> DriverManager.getConnection(stores.endpoints().jdbcUrl(), stores.endpoints().username(), "guess"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void open_afterKillAdoptsTheRunningServersWithTheirData() throws Exception {
        try (var killed = StoresProcess.start(folder, Role.SERVE)) {
            String before = killed.says();
            killed.kill();
            long postmaster = postmaster();
            try (var stores = EmbeddedStores.open(folder, Role.SERVE)) {
                assertThat("open " + stores.endpoints().jdbcUrl()).isEqualTo(before);
                assertThat(postmaster()).isEqualTo(postmaster);
            }
            assertThat(isRunning()).isFalse();
        }
    }

    @Test
    void open_afterEverythingWasKilledRecovers() throws Exception {
        try (var killed = StoresProcess.start(folder, Role.SERVE)) {
            killed.says();
            try (var command = EmbeddedStores.open(folder, Role.COMMAND)) {
                ask(command, "create table if not exists kept as select 7 as n");
            }
            killed.kill();
            kill(postmaster());
            try (var stores = EmbeddedStores.open(folder, Role.SERVE)) {
                assertThat(ask(stores, "select n from kept")).isEqualTo("7");
            }
        }
    }

    @Test
    void revive_startsWhatWasKilledWhereItWas() throws Exception {
        try (var stores = EmbeddedStores.open(folder, Role.SERVE); Jedis before = new Jedis(stores.endpoints().redisUri())) {
            ask(stores, "create table if not exists kept as select 7 as n");
            before.set("k", "v");
            kill(postmaster());
            kill(Long.parseLong(Files.readString(folder.resolve("redis/redis.pid")).strip()));
            stores.revive();
            assertThat(ask(stores, "select n from kept")).isEqualTo("7");
            try (Jedis after = new Jedis(stores.endpoints().redisUri())) {
                assertThat(after.ping()).isEqualTo("PONG");
            }
        }
        assertThat(isRunning()).isFalse();
    }

    @Test
    void open_secondServerIsRefusedAndHarmsNothing() throws Exception {
        try (var first = EmbeddedStores.open(folder, Role.SERVE); var second = StoresProcess.start(folder, Role.SERVE)) {
            assertThat(second.says()).startsWith("failed another Liaison server (process " + ProcessHandle.current().pid() + ")");
            second.end();
            assertThatThrownBy(() -> EmbeddedStores.open(folder, Role.SERVE)).isInstanceOf(StoresFailed.class);
            assertThat(ask(first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void open_racingStartsEndWithOneServer() throws Exception {
        try (var one = StoresProcess.start(folder, Role.SERVE);
                var other = StoresProcess.start(folder, Role.SERVE);
                var command = StoresProcess.start(folder, Role.COMMAND)) {
            assertThat(List.of(one.says().startsWith("open "), other.says().startsWith("open "))).containsExactlyInAnyOrder(true, false);
            assertThat(command.says()).startsWith("open ");
            command.end();
            one.end();
            other.end();
            assertThat(isRunning()).isFalse();
        }
    }

    @Test
    void close_commandBesideServerStopsNothing() throws Exception {
        try (var server = EmbeddedStores.open(folder, Role.SERVE)) {
            try (var command = StoresProcess.start(folder, Role.COMMAND)) {
                assertThat(command.says()).isEqualTo("open " + server.endpoints().jdbcUrl());
                command.end();
            }
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void close_commandAloneStopsWhatItStarted() throws Exception {
        try (var command = EmbeddedStores.open(folder, Role.COMMAND)) {
            assertThat(ask(command, "select 1")).isEqualTo("1");
            assertThat(isRunning()).isTrue();
        }
        assertThat(isRunning()).isFalse();
    }

    @Test
    void close_commandNeverStopsWhatAKilledServerLeft() throws Exception {
        try (var killed = StoresProcess.start(folder, Role.SERVE)) {
            killed.says();
            killed.kill();
            EmbeddedStores.open(folder, Role.COMMAND).close();
            assertThat(isRunning()).isTrue();
        }
    }

    @Test
    void close_serverLeavesTheStoresToACommandAtWork() throws Exception {
        var server = EmbeddedStores.open(folder, Role.SERVE);
        try (var command = StoresProcess.start(folder, Role.COMMAND)) {
            command.says();
            server.close();
            assertThat(isRunning()).isTrue();
            command.end();
            assertThat(isRunning()).isFalse();
        }
    }

    @Test
    void open_onlyRedisStartsNoPostgres() {
        try (var stores = EmbeddedStores.open(folder, Role.SERVE, EnumSet.of(Part.REDIS))) {
            assertThat(stores.endpoints().jdbcUrl()).isEmpty();
            assertThat(isRunning()).isFalse();
        }
    }

    @Test
    void open_whereNothingCanBeUnpackedNamesTheSettings(@TempDir Path another) throws IOException {
        Files.createFile(another.resolve("binaries"));
        assertThatThrownBy(() -> EmbeddedStores.open(another, Role.SERVE, EnumSet.of(Part.POSTGRESQL))).isInstanceOf(StoresFailed.class)
                .hasMessageContaining("spring.datasource.url");
        assertThatThrownBy(() -> EmbeddedStores.open(another, Role.SERVE, EnumSet.of(Part.REDIS))).isInstanceOf(StoresFailed.class)
                .hasMessageContaining("liaison.redis.uri");
    }

    private static void kill(long pid) {
        var server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgresql/data/postmaster.pid")).getFirst());
    }

    private boolean isRunning() {
        return Files.exists(folder.resolve("postgresql/data/postmaster.pid"));
    }

    private static String ask(EmbeddedStores stores, String sql) throws SQLException {
        Endpoints endpoints = stores.endpoints();
        try (Connection connection = DriverManager.getConnection(endpoints.jdbcUrl(), endpoints.username(), endpoints.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
