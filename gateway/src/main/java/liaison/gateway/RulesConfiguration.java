package liaison.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.BookLetters;
import liaison.bot.dialog.Times;
import liaison.bot.message.Channel;
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
    RuleBooks books(LiaisonSettings settings, LiveAccounts accounts, DataSource source, Clock clock) {
        var times = new Times(WorkingDays.shipped(), DateWords.shipped(), settings.request().answerWorkdays());
        var kept = new JdbcRuleFiles(source);
        var files = files(settings.rulesDir());
        var books = new RuleBooks(files, times, kept::find);
        kept.keep(files, clock.instant());
        accounts.now().rules().forEach((account, folder) -> {
            var own = RuleFiles.in(folder);
            books.reload(account, own);
            kept.keep(own, clock.instant());
        });
        return books;
    }

    /** Looks whether the rules changed, where they are a folder of the deployment's own. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService rulesWatch(RuleBooks books, LiaisonSettings settings, LiveAccounts accounts, DataSource source,
            Clock clock) {
        var watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("rules").factory());
        var kept = new JdbcRuleFiles(source);
        var folder = settings.rulesDir();
        if (folder != null) {
            var look = new Look(folder, books.current().hash(), books::reload, kept, clock);
            var _ = watch.scheduleWithFixedDelay(look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
        var _ = watch.scheduleWithFixedDelay(new AccountLooks(books, accounts, kept, clock), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return watch;
    }

    @Bean
    Letters letters(RuleBooks books, Directory directory, Bindings bindings, ServiceRequests requests, Visits visits,
            Broadcasts broadcasts, Clock clock) {
        return new BookLetters(account -> books.current(account), () -> directory, bindings,
                new BookLetters.Causes(requests, visits, broadcasts), clock);
    }

    private static RuleFiles files(@Nullable Path folder) {
        return folder == null ? RuleFiles.shipped() : RuleFiles.in(folder);
    }

    /** The folders of accounts that have rules of their own; an account that has none any more gets the shared book again. */
    private static final class AccountLooks implements Runnable {
        private final RuleBooks books;
        private final LiveAccounts accounts;
        private final JdbcRuleFiles kept;
        private final Clock clock;
        private final Map<Channel, Look> looks = new HashMap<>();

        AccountLooks(RuleBooks books, LiveAccounts accounts, JdbcRuleFiles kept, Clock clock) {
            this.books = books;
            this.accounts = accounts;
            this.kept = kept;
            this.clock = clock;
            looks.putAll(looks());
        }

        private Map<Channel, Look> looks() {
            var now = new HashMap<Channel, Look>();
            accounts.now().rules().forEach((account, folder) -> now.put(account,
                    new Look(folder, books.current(account).hash(), files -> books.reload(account, files), kept, clock)));
            return now;
        }

        @Override
        public void run() {
            var now = looks();
            looks.keySet().stream().filter(account -> !now.containsKey(account)).forEach(books::share);
            now.replaceAll((account, look) -> look.goesOn(looks.get(account)));
            looks.clear();
            looks.putAll(now);
            looks.values().forEach(Look::run);
        }
    }

    /** A faulty book is said once and leaves the one in use. */
    private static final class Look implements Runnable {
        private final Path folder;
        private final Consumer<RuleFiles> reload;
        private final JdbcRuleFiles kept;
        private final Clock clock;
        private String seen;

        Look(Path folder, String seen, Consumer<RuleFiles> reload, JdbcRuleFiles kept, Clock clock) {
            this.folder = folder;
            this.seen = seen;
            this.reload = reload;
            this.kept = kept;
            this.clock = clock;
        }

        /** An earlier look at the same folder knows what was seen there. */
        Look goesOn(@Nullable Look earlier) {
            return earlier != null && earlier.folder.equals(folder) ? earlier : this;
        }

        @Override
        public void run() {
            try {
                var files = RuleFiles.in(folder);
                if (!files.hash().equals(seen)) {
                    seen = files.hash();
                    reload.accept(files);
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
