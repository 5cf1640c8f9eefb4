package liaison.bot.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liaison.bot.notice.DueReminders;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.Reminder;

/** Reminders in memory, swept into an outbox in memory. */
public final class MemoryDueReminders implements DueReminders {
    private static final Comparator<Reminder> ORDER = Comparator.comparing(Reminder::dueAt).thenComparing(Reminder::occurrence);

    private final List<Reminder> pending = new ArrayList<>();
    private final List<Reminder> past = new ArrayList<>();
    private final MemoryOutbox outbox;

    public MemoryDueReminders(MemoryOutbox outbox) {
        this.outbox = outbox;
    }

    public synchronized void add(Reminder reminder) {
        if (Stream.concat(pending.stream(), past.stream()).noneMatch(other -> isSame(other, reminder))) {
            pending.add(reminder);
        }
    }

    /** The cause is gone. */
    public synchronized void cancel(String causeKey) {
        var gone = pending.stream().filter(reminder -> reminder.causeKey().equals(causeKey)).toList();
        pending.removeAll(gone);
        past.addAll(gone);
        outbox.cancel(causeKey);
    }

    @Override
    public synchronized int sweep(Instant now, Instant expiresAt, int limit) {
        var due = pending.stream().filter(reminder -> !reminder.dueAt().isAfter(now)).sorted(ORDER).limit(limit).toList();
        for (var reminder : due) {
            boolean outdated = pending.stream().anyMatch(later -> isOfOneCause(later, reminder) && !later.dueAt().isAfter(now)
                    && ORDER.compare(later, reminder) > 0);
            if (!outdated) {
                outbox.add(new OutboxEntry(reminder.owner().toString(), reminder.causeKind().equals("visit") ? "visit" : "reminder",
                        reminder.causeKey(), reminder.recipient(), reminder.occurrence(), reminder.dueAt(), expiresAt, Map.of()));
            }
        }
        pending.removeAll(due);
        past.addAll(due);
        return due.size();
    }

    private static boolean isSame(Reminder one, Reminder other) {
        return isOfOneCause(one, other) && one.occurrence().equals(other.occurrence());
    }

    private static boolean isOfOneCause(Reminder one, Reminder other) {
        return one.owner().equals(other.owner()) && one.causeKind().equals(other.causeKind())
                && one.causeKey().equals(other.causeKey()) && one.recipient().equals(other.recipient());
    }
}
