package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import liaison.bot.media.MediaFetcher;
import liaison.bot.media.MediaRetention;
import liaison.bot.media.MediaSource.Fetched.Never;
import liaison.bot.memory.MemoryDueReminders;
import liaison.bot.memory.MemoryMediaStore;
import liaison.bot.memory.MemoryOutbox;
import liaison.bot.message.Address;
import liaison.bot.message.Sender;
import liaison.bot.notice.DueReminders;
import liaison.bot.notice.Letters;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Reminder;
import liaison.bot.testing.MutableClock;
import liaison.bot.testing.RecordingSender;
import liaison.gateway.jdbc.JdbcMedia;
import liaison.gateway.jdbc.JdbcOutbox;
import liaison.gateway.media.Contents;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.TestStores;
import liaison.scheduler.Timetable;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Boot's Quartz support gives the jobs what they ask for, and the timetable runs from the ledger's tables. */
final class SchedulerConfigurationIT {
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final Address ONE = Address.parse("wechat:demo:o1");
    private static final Sealer SEALS = new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32])), Algorithm.AES);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final MutableClock clock = new MutableClock(MORNING);
    private final MemoryOutbox outbox = new MemoryOutbox(clock);
    private final MemoryDueReminders reminders = new MemoryDueReminders(outbox);
    private final RecordingSender sender = new RecordingSender();

    /** A job that cannot be made leaves its trigger in error, for ever and on every node. */
    @Test
    void timetable_everyJobIsMadeAndRuns() throws SchedulerException {
        try (var database = TestStores.migrated(); var context = context(database.dataSource())) {
            var scheduler = context.getBean(Scheduler.class);
            var triggers = Timetable.plan().values().stream().flatMap(List::stream).map(Trigger::getKey).toList();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (var trigger : triggers) {
                while (scheduler.getTrigger(trigger).getPreviousFireTime() == null && System.nanoTime() - deadline < 0) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            }
            scheduler.shutdown(true);
            assertThat(new JdbcTemplate(database.dataSource()).queryForList(
                    "select trigger_name from qrtz_triggers where prev_fire_time <= 0 or trigger_state = 'ERROR'", String.class)).isEmpty();
        }
    }

    @Test
    void timetable_bringsADueReminderToItsSender() {
        reminders.add(new Reminder(ONE, "request", "LZ1", "half", "deputy:d1", MORNING));
        try (var database = TestStores.migrated(); var context = context(database.dataSource())) {
            assertThat(context.isRunning()).isTrue();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (sender.sent().isEmpty() && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertThat(sender.sent()).extracting(sent -> sent.message().to()).containsExactly(ONE);
            var ended = context.getBean(MeterRegistry.class).get("liaison.outbox.ended");
            while (ended.tag("state", "sent").counter().count() < 1 && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertThat(ended.tag("state", "sent").counter().count()).isEqualTo(1);
        }
    }

    private AnnotationConfigApplicationContext context(DataSource source) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test",
                Map.of("spring.quartz.job-store-type", "jdbc", "spring.quartz.jdbc.initialize-schema", "never")));
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Outbox.class, () -> outbox);
        context.registerBean(DueReminders.class, () -> reminders);
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(Letters.class, () -> entry -> Optional.of(new Letter(List.of(ONE), "words", Map.of(), List.of())));
        var media = new JdbcMedia(source, new JdbcTransactionManager(source), new JdbcOutbox(source, SEALS), SEALS);
        var store = new MemoryMediaStore();
        context.registerBean(MediaRetention.class, () -> new MediaRetention(media, store, clock));
        context.registerBean(MediaFetcher.class, () -> new MediaFetcher(new MediaFetcher.Parts(media, (address, id) -> new Never("unknown"),
                new Contents(), MediaConfiguration.sealing(SEALS), store, clock, new Random(1), state -> {
                })));
        context.registerBean("wechatSender", Sender.class, () -> sender);
        context.register(SchedulerConfiguration.class, QuartzAutoConfiguration.class);
        context.refresh();
        return context;
    }
}
