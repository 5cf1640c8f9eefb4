package liaison.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import liaison.bot.calendar.QuietHours;
import liaison.bot.message.Channel;
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
        return new OutboxRelay(new OutboxRelay.Parts(new Counted(outbox, registry), letters, byKind(senders), QuietHours.NIGHT, clock,
                new SecureRandom()));
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

    /** Counts how entries end; {@code failed}, {@code expired} and {@code unknown} are what somebody of the staff must look at. */
    private record Counted(Outbox outbox, MeterRegistry registry) implements Outbox {
        Counted {
            Arrays.stream(State.values()).filter(state -> state != State.PENDING).forEach(state -> count(registry, state, 0));
            unshown(registry, 0);
        }

        private static void unshown(MeterRegistry registry, int count) {
            Counter.builder("liaison.outbox.unshown").description("messages that a platform took and, as it told later, did not show")
                    .register(registry).increment(count);
        }

        private static void count(MeterRegistry registry, State state, double count) {
            Counter.builder("liaison.outbox.ended").description("messages that the relay sent or gave up").tag("state", state.code())
                    .register(registry).increment(count);
        }

        @Override
        public List<Taken> take(Instant now, int most, Duration lease, Set<Channel> except) {
            return outbox.take(now, most, lease, except);
        }

        @Override
        public List<Attempt> begin(Collection<Attempt> attempts, Duration lease) {
            return outbox.begin(attempts, lease);
        }

        @Override
        public void settle(Collection<Result> results) {
            outbox.settle(results);
            results.stream().map(Result::state).filter(state -> state != State.PENDING)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .forEach((state, count) -> count(registry, state, count.doubleValue()));
        }

        @Override
        public List<Unshown> reopen() {
            var unshown = outbox.reopen();
            unshown(registry, unshown.size());
            return unshown;
        }

        @Override
        public Duration oldest(Instant now) {
            return outbox.oldest(now);
        }
    }

    private static Map<String, Sender> byKind(Map<String, Sender> beans) {
        return beans.entrySet().stream().filter(bean -> bean.getKey().endsWith(SENDER))
                .collect(Collectors.toMap(bean -> bean.getKey().substring(0, bean.getKey().length() - SENDER.length()),
                        Map.Entry::getValue));
    }
}
