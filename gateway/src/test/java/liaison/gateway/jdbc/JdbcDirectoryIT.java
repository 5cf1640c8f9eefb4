package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liaison.bot.people.Directory;
import liaison.bot.people.Entry;
import liaison.bot.people.Place;
import liaison.bot.testing.DirectoryContract;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class JdbcDirectoryIT extends DirectoryContract {
    private static final Duration SELDOM = Duration.ofHours(1);
    private static TestStores.Database database = TestStores.migrated();

    private final List<JdbcDirectory> opened = new ArrayList<>();

    @BeforeAll
    static void migrate() {
        database.close();
        database = TestStores.migrated();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @AfterEach
    void close() {
        opened.forEach(JdbcDirectory::close);
        new JdbcTemplate(database.dataSource())
                .execute("truncate home, place, station, electoral_unit, deputy, handling_unit, staff, reception");
    }

    @Override
    protected Directory directory(List<Entry> entries) {
        take(entries);
        return open(SELDOM);
    }

    private static void take(List<? extends Entry> entries) {
        assertThat(new DirectoryImport(database.dataSource()).run(new Entries(entries), (step, done, of) -> {
        }).faults()).isEmpty();
    }

    private JdbcDirectory open(Duration poll) {
        var directory = new JdbcDirectory(database.dataSource(), poll);
        opened.add(directory);
        return directory;
    }

    @Test
    void isEmpty_untilAnythingCame() {
        var directory = open(SELDOM);
        assertThat(directory.isEmpty()).isTrue();
        take(List.of(HOME));
        assertThat(directory.isEmpty()).isFalse();
    }

    @Test
    void refresh_takesANewVersionOverWhole() {
        var directory = open(SELDOM);
        take(ENTRIES);
        assertThat(directory.mentions("临川街道")).isEmpty();
        assertThat(directory.refresh()).isTrue();
        assertThat(directory.mentions("临川街道")).hasSize(1);
        assertThat(directory.deputiesOf("S1")).hasSize(2);
        assertThat(directory.refresh()).isFalse();
    }

    @Test
    void poll_takesANewVersionOverByItself() {
        var directory = open(Duration.ofMillis(20));
        take(List.of(new Place("Q", "", "county", "新来县", List.of())));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (directory.place("Q").isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        assertThat(directory.place("Q")).isPresent();
    }

    @Test
    void lookups_ofOneVersionAreAskedOnce() {
        take(ENTRIES);
        var directory = open(SELDOM);
        assertThat(directory.deputiesOf("S1")).hasSize(2);
        new JdbcTemplate(database.dataSource()).execute("truncate deputy");
        assertThat(directory.deputiesOf("S1")).hasSize(2);
    }
}
