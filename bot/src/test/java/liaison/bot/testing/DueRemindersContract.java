package liaison.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    protected abstract void add(Reminder reminder);

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

    private int sweep(int limit) {
        return reminders().sweep(now, now.plus(Duration.ofDays(3)), limit);
    }

    private List<String> waiting() {
        return outbox().take(now, 100, Duration.ofSeconds(30)).stream()
                .map(taken -> taken.entry().subject() + " " + taken.entry().occurrence() + " " + taken.entry().recipient()).toList();
    }

    private Reminder reminder(String key, String occurrence, String recipient, Duration later) {
        return new Reminder(OWNER, "request", key, occurrence, recipient, now.plus(later));
    }
}
