package liaison.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import liaison.bot.dialog.Books;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.Dialogs;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.FactsSource;
import liaison.bot.dialog.Journal;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Ledger;
import liaison.bot.dialog.Links;
import liaison.bot.dialog.Scopes;
import liaison.bot.dialog.Seals;
import liaison.bot.dialog.Transcript;
import liaison.bot.people.Directory;
import liaison.bot.request.Numbers;
import liaison.gateway.jdbc.JdbcAwaited;
import liaison.gateway.jdbc.JdbcBindings;
import liaison.gateway.jdbc.JdbcBroadcasts;
import liaison.gateway.jdbc.JdbcCalls;
import liaison.gateway.jdbc.JdbcDueReminders;
import liaison.gateway.jdbc.JdbcEffects;
import liaison.gateway.jdbc.JdbcFacts;
import liaison.gateway.jdbc.JdbcJournal;
import liaison.gateway.jdbc.JdbcLedger;
import liaison.gateway.jdbc.JdbcMedia;
import liaison.gateway.jdbc.JdbcMisses;
import liaison.gateway.jdbc.JdbcNumbers;
import liaison.gateway.jdbc.JdbcOutbox;
import liaison.gateway.jdbc.JdbcRequests;
import liaison.gateway.jdbc.JdbcVisits;
import liaison.gateway.netty.Lanes;
import liaison.gateway.redis.RedisDialogs;
import liaison.gateway.seal.Sealer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import redis.clients.jedis.UnifiedJedis;

/** From a received message to its row. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {
    private static final Duration DIALOGS_LIVE = Duration.ofDays(3);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ledger ledger(DataSource source, PlatformTransactionManager transactions, JdbcJournal journal, JdbcEffects effects) {
        return new JdbcLedger(source, transactions, journal, effects);
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    JdbcAwaited awaited(DataSource source) {
        return new JdbcAwaited(source);
    }

    @Bean
    @DependsOnDatabaseInitialization
    JdbcJournal journal(DataSource source, JdbcAwaited awaited, Sealer seals) {
        var journal = new JdbcJournal(source, awaited);
        seals.mustOpen(journal.someKeys());
        return journal;
    }

    @Bean
    Transcript transcript(Journal journal, Seals seals) {
        return new JournalTranscript(journal, seals);
    }

    @Bean
    JdbcRequests requests(DataSource source, Seals seals) {
        return new JdbcRequests(source, seals);
    }

    @Bean
    JdbcVisits visits(DataSource source, Seals seals) {
        return new JdbcVisits(source, seals);
    }

    @Bean
    JdbcOutbox outbox(DataSource source, Seals seals) {
        return new JdbcOutbox(source, seals);
    }

    @Bean
    JdbcDueReminders dueReminders(DataSource source) {
        return new JdbcDueReminders(source);
    }

    @Bean
    JdbcBroadcasts broadcasts(DataSource source, JdbcOutbox outbox, Seals seals) {
        return new JdbcBroadcasts(source, outbox, seals);
    }

    @Bean
    JdbcBindings bindings(DataSource source, Seals seals) {
        return new JdbcBindings(source, seals);
    }

    @Bean
    JdbcCalls calls(DataSource source, Transcript transcript) {
        return new JdbcCalls(source, transcript);
    }

    @Bean
    Scopes scopes(LiveAccounts accounts) {
        return account -> accounts.now().stations(account);
    }

    @Bean
    JdbcMisses misses(DataSource source, JdbcBroadcasts broadcasts, Scopes scopes, Directory directory) {
        return new JdbcMisses(source, broadcasts, scopes, () -> directory);
    }

    @Bean
    FactsSource facts(JdbcRequests requests, JdbcVisits visits, JdbcBroadcasts broadcasts, JdbcBindings bindings, JdbcCalls calls,
            JdbcMisses misses, JdbcMedia media, Directory directory) {
        return new JdbcFacts(requests, visits, broadcasts, bindings, calls, misses, media, () -> directory);
    }

    @Bean
    JdbcEffects effects(JdbcRequests requests, JdbcVisits visits, JdbcDueReminders reminders, JdbcOutbox outbox, JdbcBroadcasts broadcasts,
            JdbcBindings bindings, JdbcMedia media, Waker mediaWaker, DataSource source) {
        return new JdbcEffects(source, requests, visits, reminders, outbox, broadcasts, bindings, media, mediaWaker::wake);
    }

    @Bean
    Dialogs dialogs(UnifiedJedis redis, MeterRegistry registry) {
        var dialogs = new RedisDialogs(redis, DIALOGS_LIVE);
        FunctionCounter.builder("liaison.redis.failures", dialogs, RedisDialogs::failures)
                .description("times that Redis did not answer as it should; the ledger does without").register(registry);
        return dialogs;
    }

    @Bean
    Numbers numbers(DataSource source, PlatformTransactionManager transactions) {
        return new JdbcNumbers(source, transactions);
    }

    @Bean
    Conversation conversation(Ledger ledger, Journal journal, Dialogs dialogs, FactsSource facts, Effects effects, Seals seals,
            Numbers numbers, Books books, Scopes scopes, Links links, Directory directory, Clock clock) {
        return new Conversation(
                new Parts(ledger, journal, dialogs, facts, effects, seals, numbers, books, scopes, links, () -> directory, clock));
    }

    @Bean
    Lanes lanes(Conversation conversation, GatewaySettings settings, MeterRegistry registry) {
        var lanes = new Lanes(conversation, settings.lanes(), settings.laneCapacity(), new Meters(registry));
        Gauge.builder("liaison.lane.depth", lanes, Lanes::depth).description("messages that wait to be decided").register(registry);
        return lanes;
    }

    private static final class Meters implements Lanes.Meters {
        private final Counter messages;
        private final DistributionSummary sizes;
        private final Timer commits;
        private final Timer failures;

        Meters(MeterRegistry registry) {
            messages = Counter.builder("liaison.messages").description("messages decided and committed").register(registry);
            sizes = DistributionSummary.builder("liaison.batch.size").description("messages committed together")
                    .publishPercentiles(0.5, 0.99).register(registry);
            commits = timer("committed", registry);
            failures = timer("failed", registry);
        }

        private static Timer timer(String outcome, MeterRegistry registry) {
            return Timer.builder("liaison.batch").description("from the first look at a batch to its commit").tag("outcome", outcome)
                    .publishPercentiles(0.5, 0.99).register(registry);
        }

        @Override
        public void batch(int count, Duration took, boolean committed) {
            if (committed) {
                messages.increment(count);
                sizes.record(count);
            }
            (committed ? commits : failures).record(took);
        }
    }
}
