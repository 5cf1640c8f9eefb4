package liaison.gateway.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import liaison.bot.message.Address;
import liaison.bot.people.PlaceTree;

/**
 * One version of the directory: its places in memory, and what was asked of the rest. Few residents are in the directory, so
 * hashes of the addresses in it answer nearly everybody without a statement.
 */
final class DirectorySnapshot {
    private static final int ASKED = 50_000;
    private static final int FETCH = 5_000;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_FACTOR = 0x100000001b3L;

    final long version;
    final PlaceTree places;
    final Cache<Object, List<?>> asked = Caffeine.newBuilder().maximumWeight(ASKED)
            .weigher((Object key, List<?> found) -> 1 + found.size()).build();
    private final long[] addresses;

    private DirectorySnapshot(long version, PlaceTree places, long[] addresses) {
        this.version = version;
        this.places = places;
        this.addresses = addresses;
    }

    /** Works in one transaction that sees one version, however long it takes. */
    static <T> T within(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int patience = connection.getNetworkTimeout();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            connection.setNetworkTimeout(Runnable::run, 0);
            return work.run();
        } finally {
            connection.rollback();
            connection.setNetworkTimeout(Runnable::run, patience);
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Reads it within a transaction. */
    static DirectorySnapshot read(Connection connection) throws SQLException {
        var places = new PlaceTree.Builder();
        long version = version(connection);
        each(connection, "select * from place order by code", row -> places.add(DirectoryRows.place(row)));
        var addresses = new Hashes();
        each(connection, "select unnest(addresses) from deputy where addresses <> '{}' union all select unnest(addresses) from staff",
                row -> addresses.add(hash(row.getString(1))));
        return new DirectorySnapshot(version, places.build(), addresses.sorted());
    }

    static long version(Connection connection) throws SQLException {
        var version = new long[1];
        each(connection, "select version from directory_version", row -> version[0] = row.getLong(1));
        return version[0];
    }

    boolean mayKnow(Address address) {
        return Arrays.binarySearch(addresses, hash(address.toString())) >= 0;
    }

    static void each(Connection connection, String sql, RowConsumer consumer) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    consumer.take(rows);
                }
            }
        }
    }

    private static long hash(String text) {
        long hash = FNV_START;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * FNV_FACTOR;
        }
        return hash;
    }

    interface Work<T> {
        T run() throws SQLException;
    }

    interface RowConsumer {
        void take(ResultSet row) throws SQLException;
    }

    private static final class Hashes {
        private long[] all = new long[1 << 6];
        private int size;

        void add(long hash) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = hash;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(all, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
