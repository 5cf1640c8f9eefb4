package liaison.gateway.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liaison.bot.people.DirectorySource;
import liaison.bot.people.Entry;
import liaison.bot.people.Fault;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes a directory in: all of it or, when anything is wrong, nothing. It needs no more memory for a nation than for a town. */
public final class DirectoryImport {
    private static final long LOCK = 0x6469726563746F72L;
    /** Pages stored by one statement. */
    private static final int STRIDE = 512;

    private final JdbcTemplate jdbc;

    public DirectoryImport(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    /** Waits for an import that runs elsewhere. */
    public Outcome run(DirectorySource directory, Progress progress) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<Outcome>) connection -> {
            boolean autoCommit = connection.getAutoCommit();
            int patience = connection.getNetworkTimeout();
            connection.setAutoCommit(false);
            // a statement over a nation takes longer than anything a resident may wait for
            connection.setNetworkTimeout(Runnable::run, 0);
            try {
                return new Run(connection, progress).of(directory);
            } finally {
                connection.rollback();
                connection.setNetworkTimeout(Runnable::run, patience);
                connection.setAutoCommit(autoCommit);
            }
        }));
    }

    /** Hears how far an import has come. */
    public interface Progress {
        void reach(Step step, long done, long of);
    }

    /** What an import does, in this order. */
    public enum Step {
        READ, CHECK, STORE
    }

    /**
     * How an import ended.
     *
     * @param rows how many came in, by table
     * @param changed how many of them were new or different and are stored; 0 when anything is wrong
     * @param faults the first thousand of what is wrong
     * @param faultCount how much is wrong in all
     */
    public record Outcome(Map<String, Long> rows, long changed, List<Fault> faults, long faultCount) {
        public Outcome {
            rows = Map.copyOf(rows);
            faults = List.copyOf(faults);
        }

        public boolean stored() {
            return faultCount == 0;
        }
    }

    private static final class Run implements DirectorySource.Intake {
        private final Connection connection;
        private final Progress progress;
        private final DirectoryFaults faults = new DirectoryFaults();
        private final Map<DirectoryTable, CopyBuffer> incoming = new EnumMap<>(DirectoryTable.class);
        private final Map<DirectoryTable, String> files = new EnumMap<>(DirectoryTable.class);

        Run(Connection connection, Progress progress) {
            this.connection = connection;
            this.progress = progress;
        }

        Outcome of(DirectorySource directory) throws SQLException {
            prepare();
            boolean whole = directory.read(this);
            for (var buffer : incoming.values()) {
                buffer.flush();
            }
            check(whole);
            long changed = faults.count() == 0 ? store() : 0;
            connection.commit();
            return new Outcome(incoming.entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().table, entry -> entry.getValue().count())), changed, faults.first(),
                    faults.count());
        }

        @Override
        public void entry(String file, long line, Entry entry) {
            var table = DirectoryTable.of(entry);
            try {
                files.putIfAbsent(table, file);
                incoming.computeIfAbsent(table, key -> new CopyBuffer(connection, key)).add(line, DirectoryTable.values(entry));
            } catch (SQLException e) {
                throw new UncategorizedSQLException("taking rows in", null, e);
            }
        }

        @Override
        public void fault(Fault fault) {
            faults.add(fault);
        }

        @Override
        public void progress(long lines, long of) {
            progress.reach(Step.READ, lines, of);
        }

        private void prepare() throws SQLException {
            execute("set local statement_timeout = 0");
            execute("set local lock_timeout = 0");
            execute("set local idle_in_transaction_session_timeout = 0");
            execute("set local work_mem = '64MB'");
            execute("select pg_advisory_xact_lock(" + LOCK + ")");
            for (var table : DirectoryTable.values()) {
                execute("create temp table " + table.incoming + " (line bigint not null, like " + table.table + ") on commit drop");
            }
        }

        private void check(boolean whole) throws SQLException {
            for (var table : incoming.keySet()) {
                execute("analyze " + table.incoming);
            }
            var checks = new DirectoryChecks(connection, files, faults);
            long done = 0;
            for (var table : incoming.keySet()) {
                progress.reach(Step.CHECK, done++, incoming.size());
                checks.checkCodes(table);
                if (whole) {
                    checks.checkReferences(table);
                    checks.checkAddresses(table);
                }
            }
            progress.reach(Step.CHECK, done, incoming.size());
        }

        private long store() throws SQLException {
            long changed = 0;
            if (incoming.containsKey(DirectoryTable.RECEPTION)) {
                changed += update("""
                        delete from reception as t using (select distinct station from incoming_reception) as named
                        where t.station = named.station and not exists (
                            select from incoming_reception as i where (i.station, i.pattern, i.begins) = (t.station, t.pattern, t.begins))
                        """);
            }
            long of = incoming.values().stream().mapToLong(CopyBuffer::count).sum();
            long before = 0;
            for (var entry : incoming.entrySet()) {
                changed += store(entry.getKey(), entry.getValue().count(), before, of);
                before += entry.getValue().count();
                execute("analyze " + entry.getKey().table);
            }
            progress.reach(Step.STORE, of, of);
            if (changed > 0) {
                execute("update directory_version set version = version + 1");
            }
            return changed;
        }

        /** By pages of the temporary table: somebody watches how far it is. */
        private long store(DirectoryTable table, long rows, long before, long of) throws SQLException {
            long pages = pages(table.incoming);
            long changed = 0;
            String sql = """
                    insert into %1$s as t (%2$s, %3$s) select %2$s, %3$s from %4$s
                    where ctid >= ?::tid and ctid < ?::tid
                    on conflict (%2$s) do update set (%3$s) = row (%5$s) where (%6$s) is distinct from (%5$s)
                    """.formatted(table.table, String.join(", ", table.key), String.join(", ", table.others), table.incoming,
                    table.otherColumns("excluded"), table.otherColumns("t"));
            try (var statement = connection.prepareStatement(sql)) {
                for (long page = 0; page < pages; page += STRIDE) {
                    progress.reach(Step.STORE, before + rows * page / pages, of);
                    statement.setString(1, "(" + page + ",0)");
                    statement.setString(2, "(" + (page + STRIDE) + ",0)");
                    changed += statement.executeUpdate();
                }
            }
            return changed;
        }

        private long pages(String table) throws SQLException {
            try (var statement = connection.prepareStatement("select pg_relation_size(?::regclass) / current_setting('block_size')::int")) {
                statement.setString(1, table);
                try (var found = statement.executeQuery()) {
                    found.next();
                    return found.getLong(1);
                }
            }
        }

        private void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private long update(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        }

    }
}
