package liaison.scheduler;

import liaison.bot.notice.OutboxRelay;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in the outbox. */
@DisallowConcurrentExecution
public final class OutboxJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxJob.class);

    private final OutboxRelay relay;

    public OutboxJob(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            relay.run();
        } catch (RuntimeException e) {
            LOG.error("what waits in the outbox is sent the next time", e);
        }
    }
}
