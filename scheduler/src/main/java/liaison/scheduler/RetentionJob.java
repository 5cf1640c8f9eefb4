package liaison.scheduler;

import liaison.bot.media.MediaRetention;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is kept for a while and no longer. */
@DisallowConcurrentExecution
public final class RetentionJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final MediaRetention media;

    public RetentionJob(MediaRetention media) {
        this.media = media;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            media.run();
        } catch (RuntimeException e) {
            LOG.error("what is past its time is removed the next time", e);
        }
    }
}
