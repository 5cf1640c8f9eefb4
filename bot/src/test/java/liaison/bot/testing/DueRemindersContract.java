package liaison.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import liaison.bot.message.Address;
import liaison.bot.notice.DueReminders;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Reminder;
import org.junit.jupiter.api.Test;

/** What every store of reminders does. */
public abstract class DueRemindersContract {
    private static final Address OWNER = Address.parse("wechat:demo:o1");

    private final Instant now = Instant.now(java.time.Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS);

    protected abstract DueReminders reminders();

    protected abstract Outbox outbox();

    /** Adds what one turn plans. */
    protected abstract void add(List<Reminder> reminders);

    /** The cause of the reminders under this key is gone. */
    protected abstract void drop(Address owner, String causeKey);

    @Test
    void sweep_movesWhatIsDueOnce() {
        add(reminder("LZ1", "half", "deputy:d1", Duration.ofSeconds(-1)));
        add(reminder("LZ1", "overdue", "deputy:d1", Duration.ofHours(1)));
        assertThat(sweep(10)).isEqualTo(1);
        assertThat(sweep(10)).isZero();
        assertThat(waiting()).containsExactly("LZ1 half deputy:d1");
    }

    @Test
    void sweep_ofSeveralMissedTheLatestIsSaidToEachRecipient() {
        add(reminder("LZ1", "half", "deputy:d1", Duration.ofDays(-3)));
        add(reminder("LZ1", "day-before", "deputy:d1", Duration.ofDays(-2)));
        add(reminder("LZ1", "overdue", "deputy:d1", Duration.ofDays(-1)));
        add(reminder("LZ1", "overdue", "head:s1", Duration.ofDays(-1)));
        IntStream.range(0, 4).forEach(i -> assertThat(sweep(1)).isEqualTo(1));
        assertThat(waiting()).containsExactlyInAnyOrder("LZ1 overdue deputy:d1", "LZ1 overdue head:s1");
    }

    @Test
    void sweep_sameReminderIsSaidOnceForEver() {
        add(reminder("LZ1", "half", "deputy:d1", Duration.ofSeconds(-1)));
        sweep(10);
        add(reminder("LZ1", "half", "deputy:d1", Duration.ofSeconds(-1)));
        assertThat(sweep(10)).isZero();
    }

    @Test
    void drop_endsWhatIsPendingAndWhatWaits() {
        add(reminder("LZ1", "half", "deputy:d1", Duration.ofSeconds(-1)));
        add(reminder("LZ1", "overdue", "deputy:d1", Duration.ZERO));
        add(reminder("LZ2", "half", "deputy:d1", Duration.ofSeconds(-1)));
        sweep(1);
        drop(OWNER, "LZ1");
        sweep(10);
        assertThat(waiting()).containsExactly("LZ2 half deputy:d1");
    }

    @Test
    void sweep_ofWhatWasPlannedAtOnceEachIsSaidInItsTime() {
        add(plan());
        var said = new ArrayList<List<String>>();
        for (int day = 1; day <= 4; day++) {
            reminders().sweep(now.plus(Duration.ofDays(day)), now.plus(Duration.ofDays(9)), 10);
            said.add(waiting(Duration.ofDays(day)));
        }
        assertThat(said).containsExactly(List.of("LZ1 half deputy:d1"), List.of("LZ1 day-before deputy:d1"),
                List.of("LZ1 overdue deputy:d1", "LZ1 overdue head:s1"), List.of());
    }

    @Test
    void sweep_ofWhatWasPlannedAtOnceTheLatestMissedIsSaidAndTheRestWaits() {
        add(plan());
        var second = now.plus(Duration.ofDays(2));
        assertThat(reminders().sweep(second, second, 10)).isPositive();
        assertThat(waiting(Duration.ofDays(2))).containsExactly("LZ1 day-before deputy:d1");
        var last = now.plus(Duration.ofDays(3));
        assertThat(reminders().sweep(last, last, 10)).isPositive();
        assertThat(waiting(Duration.ofDays(3))).containsExactly("LZ1 overdue deputy:d1", "LZ1 overdue head:s1");
        assertThat(reminders().sweep(last, last, 10)).isZero();
    }

    @Test
    void sweep_twoPlansOfOneCauseAreBothSaid() {
        add(plan());
        add(List.of(reminder("LZ1", "accept", "deputy:d2", Duration.ofDays(1)), reminder("LZ1", "urged", "deputy:d2", Duration.ofDays(3))));
        var said = new ArrayList<String>();
        for (int day = 1; day <= 3; day++) {
            reminders().sweep(now.plus(Duration.ofDays(day)), now.plus(Duration.ofDays(9)), 10);
            said.addAll(waiting(Duration.ofDays(day)));
        }
        assertThat(said).containsExactlyInAnyOrder("LZ1 half deputy:d1", "LZ1 accept deputy:d2", "LZ1 day-before deputy:d1",
                "LZ1 overdue deputy:d1", "LZ1 overdue head:s1", "LZ1 urged deputy:d2");
    }

    @Test
    void drop_endsWhatWasPlannedAtOnce() {
        add(plan());
        var first = now.plus(Duration.ofDays(1));
        reminders().sweep(first, first.plus(Duration.ofDays(9)), 10);
        drop(OWNER, "LZ1");
        var last = now.plus(Duration.ofDays(3));
        assertThat(reminders().sweep(last, last, 10)).isZero();
        assertThat(waiting(Duration.ofDays(3))).isEmpty();
    }

    private List<Reminder> plan() {
        return List.of(reminder("LZ1", "overdue", "head:s1", Duration.ofDays(3)), reminder("LZ1", "half", "deputy:d1", Duration.ofDays(1)),
                reminder("LZ1", "overdue", "deputy:d1", Duration.ofDays(3)),
                reminder("LZ1", "day-before", "deputy:d1", Duration.ofDays(2)));
    }

    private void add(Reminder reminder) {
        add(List.of(reminder));
    }

    private int sweep(int limit) {
        return reminders().sweep(now, now.plus(Duration.ofDays(3)), limit);
    }

    private List<String> waiting() {
        return waiting(Duration.ZERO);
    }

    private List<String> waiting(Duration later) {
        return outbox().take(now.plus(later), 100, Duration.ofSeconds(30)).stream()
                .map(taken -> taken.entry().subject() + " " + taken.entry().occurrence() + " " + taken.entry().recipient()).sorted()
                .toList();
    }

    private Reminder reminder(String key, String occurrence, String recipient, Duration later) {
        return new Reminder(OWNER, "request", key, occurrence, recipient, now.plus(later));
    }
}
