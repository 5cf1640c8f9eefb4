package liaison.bot.memory;

import java.time.Clock;
import java.util.List;
import liaison.bot.message.Address;
import liaison.bot.notice.DueReminders;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Reminder;
import liaison.bot.testing.DueRemindersContract;

final class MemoryDueRemindersTest extends DueRemindersContract {
    private final MemoryOutbox outbox = new MemoryOutbox(Clock.systemUTC());
    private final MemoryDueReminders reminders = new MemoryDueReminders(outbox);

    @Override
    protected DueReminders reminders() {
        return reminders;
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void add(List<Reminder> planned) {
        planned.forEach(reminders::add);
    }

    @Override
    protected void drop(Address owner, String causeKey) {
        reminders.cancel(causeKey);
    }
}
