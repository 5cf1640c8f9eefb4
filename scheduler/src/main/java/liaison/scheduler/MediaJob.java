package liaison.scheduler;

import liaison.bot.media.MediaFetcher;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches what residents sent and could not be fetched at once. */
@DisallowConcurrentExecution
public final class MediaJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(MediaJob.class);

    private final MediaFetcher fetcher;

    public MediaJob(MediaFetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            fetcher.run();
        } catch (RuntimeException e) {
            LOG.error("what residents sent is fetched the next time", e);
        }
    }
}
