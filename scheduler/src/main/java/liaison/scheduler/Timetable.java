package liaison.scheduler;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * What is run when. A time that was missed is made up for once, at once; what is due stands in the ledger, so that one run
 * does the work of all that were missed.
 */
public final class Timetable {
    private static final Duration REMINDERS = Duration.ofSeconds(5);
    private static final Duration OUTBOX = Duration.ofSeconds(1);
    /** What comes is fetched at once; this is for what could not be. */
    private static final Duration MEDIA = Duration.ofSeconds(5);

    /** What is kept for days may go some hours late. */
    private static final Duration RETENTION = Duration.ofHours(6);

    private Timetable() {
    }

    /** Every job with its triggers, the same on all nodes. */
    public static Map<JobDetail, List<Trigger>> plan() {
        var reminders = job("reminders", ReminderJob.class);
        var outbox = job("outbox", OutboxJob.class);
        var media = job("media", MediaJob.class);
        var retention = job("retention", RetentionJob.class);
        return Map.of(reminders, List.of(every(REMINDERS, reminders)), outbox, List.of(every(OUTBOX, outbox)), media,
                List.of(every(MEDIA, media)), retention, List.of(every(RETENTION, retention)));
    }

    /** What every scheduler of the cluster must agree on; data source and tables are the caller's. */
    public static Properties cluster() {
        var properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "liaison");
        properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        properties.setProperty("org.quartz.threadPool.threadCount", "4");
        properties.setProperty("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "2000");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "5000");
        // by default two nodes may fire one trigger
        properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return properties;
    }

    private static JobDetail job(String name, Class<? extends Job> kind) {
        return JobBuilder.newJob(kind).withIdentity(name).storeDurably().build();
    }

    private static Trigger every(Duration pause, JobDetail job) {
        return TriggerBuilder.newTrigger().withIdentity(job.getKey().getName()).forJob(job)
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withIntervalInMilliseconds(pause.toMillis()).repeatForever()
                        .withMisfireHandlingInstructionNowWithExistingCount())
                .build();
    }
}
