package liaison.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.BookLetters;
import liaison.bot.dialog.Times;
import liaison.bot.notice.Broadcasts;
import liaison.bot.notice.Letters;
import liaison.bot.people.Bindings;
import liaison.bot.people.Directory;
import liaison.bot.request.ServiceRequests;
import liaison.bot.rules.RuleBooks;
import liaison.bot.rules.RuleFault;
import liaison.bot.rules.RuleFiles;
import liaison.bot.visit.Visits;
import liaison.gateway.jdbc.JdbcRuleFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rule book, and the letters made from its texts. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(RulesConfiguration.class);
    private static final int LOOK_SECONDS = 2;

    @Bean
    @DependsOnDatabaseInitialization
    RuleBooks books(LiaisonSettings settings, DataSource source, Clock clock) {
        var times = new Times(WorkingDays.shipped(), DateWords.shipped(), settings.request().answerWorkdays());
        var kept = new JdbcRuleFiles(source);
        var files = files(settings.rulesDir());
        var books = new RuleBooks(files, times, kept::find);
        kept.keep(files, clock.instant());
        return books;
    }

    /** Looks whether the rules changed, where they are a folder of the deployment's own. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService rulesWatch(RuleBooks books, LiaisonSettings settings, DataSource source, Clock clock) {
        var watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("rules").factory());
        var folder = settings.rulesDir();
        if (folder != null) {
            var kept = new JdbcRuleFiles(source);
            var _ = watch.scheduleWithFixedDelay(new Look(books, folder, kept, clock), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
        return watch;
    }

    @Bean
    Letters letters(RuleBooks books, Directory directory, Bindings bindings, ServiceRequests requests, Visits visits,
            Broadcasts broadcasts) {
        return new BookLetters(books::current, () -> directory, bindings, new BookLetters.Causes(requests, visits, broadcasts));
    }

    private static RuleFiles files(@Nullable Path folder) {
        return folder == null ? RuleFiles.shipped() : RuleFiles.in(folder);
    }

    /** A faulty book is said once and leaves the one in use. */
    private static final class Look implements Runnable {
        private final RuleBooks books;
        private final Path folder;
        private final JdbcRuleFiles kept;
        private final Clock clock;
        private String seen;

        Look(RuleBooks books, Path folder, JdbcRuleFiles kept, Clock clock) {
            this.books = books;
            this.folder = folder;
            this.kept = kept;
            this.clock = clock;
            seen = books.current().hash();
        }

        @Override
        public void run() {
            try {
                var files = RuleFiles.in(folder);
                if (!files.hash().equals(seen)) {
                    seen = files.hash();
                    books.reload(files);
                    kept.keep(files, clock.instant());
                    LOG.info("A new rule book is in use: {}", seen);
                }
            } catch (RuleFault fault) {
                LOG.error("The rules in {} are faulty, the earlier ones stay in use: {}", folder, fault.getMessage());
            } catch (RuntimeException failure) {
                LOG.error("The rules in {} cannot be read, the earlier ones stay in use", folder, failure);
            }
        }
    }
}
