package liaison.scheduler;

import java.time.Clock;
import liaison.bot.notice.Reminders;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves due reminders into the outbox. */
@DisallowConcurrentExecution
public final class ReminderJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);

    private final Reminders reminders;
    private final Clock clock;

    public ReminderJob(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            reminders.due(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("due reminders stay where they are until the next time", e);
        }
    }
}
