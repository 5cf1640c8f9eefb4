package liaison.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import liaison.bot.calendar.QuietHours;
import liaison.bot.message.Sender;
import liaison.bot.notice.DueReminders;
import liaison.bot.notice.Letters;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxRelay;
import liaison.bot.notice.Reminders;
import liaison.scheduler.Timetable;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What wakes by itself: reminders that are due, and what waits to be sent. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {
    private static final String SENDER = "Sender";

    @Bean
    Reminders reminders(DueReminders due) {
        return new Reminders(due);
    }

    /** A sender serves the kind of channel that its bean is named for: {@code wechatSender}, {@code chatSender}. */
    @Bean
    OutboxRelay outboxRelay(Outbox outbox, Letters letters, Map<String, Sender> senders, Clock clock, MeterRegistry registry) {
        TimeGauge.builder("liaison.outbox.oldest", outbox, TimeUnit.SECONDS, held -> held.oldest(clock.instant()).toSeconds())
                .description("how long the oldest due message has waited").register(registry);
        return new OutboxRelay(new OutboxRelay.Parts(outbox, letters, byKind(senders), QuietHours.NIGHT, clock, new SecureRandom()));
    }

    @Bean
    SchedulerFactoryBeanCustomizer timetable() {
        return factory -> {
            var plan = Timetable.plan();
            factory.setSchedulerName("liaison");
            factory.setQuartzProperties(Timetable.cluster());
            factory.setJobDetails(plan.keySet().toArray(JobDetail[]::new));
            factory.setTriggers(plan.values().stream().flatMap(List::stream).toArray(Trigger[]::new));
            factory.setOverwriteExistingJobs(true);
            factory.setWaitForJobsToCompleteOnShutdown(true);
        };
    }

    private static Map<String, Sender> byKind(Map<String, Sender> beans) {
        return beans.entrySet().stream().filter(bean -> bean.getKey().endsWith(SENDER))
                .collect(Collectors.toMap(bean -> bean.getKey().substring(0, bean.getKey().length() - SENDER.length()),
                        Map.Entry::getValue));
    }
}
