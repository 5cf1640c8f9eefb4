package liaison.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Times;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.memory.MemoryEffects;
import liaison.bot.memory.MemoryFacts;
import liaison.bot.memory.MemoryJournal;
import liaison.bot.memory.MemoryLedger;
import liaison.bot.memory.MemoryNumbers;
import liaison.bot.memory.PlainSeals;
import liaison.bot.people.Directory;
import liaison.bot.rules.RuleBooks;
import liaison.bot.rules.RuleFiles;
import liaison.gateway.cli.BindCommand;
import liaison.gateway.cli.ChatCommand;
import liaison.gateway.cli.CheckRulesCommand;
import liaison.gateway.cli.Commands;
import liaison.gateway.cli.DeadlineCommand;
import liaison.gateway.cli.ExplainCommand;
import liaison.gateway.cli.ExportCommand;
import liaison.gateway.cli.GroupCommand;
import liaison.gateway.cli.ImportCommand;
import liaison.gateway.cli.MenuCommand;
import liaison.gateway.cli.Operations;
import liaison.gateway.cli.QrCommand;
import liaison.gateway.cli.QuotaCommand;
import liaison.gateway.cli.Streams;
import liaison.gateway.cli.TrainTopicsCommand;
import liaison.gateway.cli.WechatOperations;
import liaison.gateway.csv.CsvDirectory;
import liaison.gateway.jdbc.LedgerCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
final class GatewayApplication {
    private static final int ANSWER_WORKDAYS = 7;
    private static final int MOST_STARTS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    static void main(String[] args) {
        if (Commands.serves(args)) {
            serve(Arrays.stream(args).filter(arg -> !arg.equals("serve")).toArray(String[]::new));
        } else {
            System.setProperty("logback.configurationFile", "logging-of-commands.xml");
            var streams = Streams.ofProcess();
            System.exit(Commands.run(streams, commands(streams, Clock.systemUTC()), args));
        }
    }

    /** A ledger that goes away in the middle of a start is waited for, as it is at any other time. */
    private static void serve(String[] args) {
        for (int start = 1;; start++) {
            try {
                var application = new SpringApplication(GatewayApplication.class);
                application.addInitializers(context -> KnownSettings.require(context.getEnvironment()));
                application.run(args);
                return;
            } catch (RuntimeException failure) {
                if (start == MOST_STARTS || !LedgerCheck.isAway(failure)) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** All but serve, which is this application. */
    private static List<Callable<Integer>> commands(Streams streams, Clock clock) {
        Operations.Opener opener = CommandStores::open;
        WechatOperations.Opener wechat = () -> CommandAccounts.open(clock);
        return List.of(new ChatCommand(streams, () -> talk(clock)), new ExplainCommand(streams, opener, () -> books().current(), clock),
                new ImportCommand(streams, opener, clock), new ExportCommand(streams, opener, clock), new BindCommand(streams, opener),
                new CheckRulesCommand(streams, times()), new DeadlineCommand(streams, clock), new TrainTopicsCommand(streams, clock),
                new GroupCommand(streams, clock), new QrCommand(streams, opener, wechat, clock), new MenuCommand(streams, wechat),
                new QuotaCommand(streams, wechat));
    }

    private static Conversation talk(Clock clock) {
        Directory directory = MemoryDirectory.from(CsvDirectory.demo());
        var ledger = new MemoryLedger();
        var effects = new MemoryEffects(ledger);
        var journal = new MemoryJournal(ledger);
        var seals = new PlainSeals();
        return new Conversation(new Parts(ledger, journal, new MemoryDialogs(),
                new MemoryFacts(effects, new JournalTranscript(journal, seals), () -> directory), effects, seals, new MemoryNumbers(),
                books(), () -> directory, clock));
    }

    static RuleBooks books() {
        return new RuleBooks(CommandStores.setting("liaison.rules-dir").map(Path::of).map(RuleFiles::in).orElseGet(RuleFiles::shipped),
                times());
    }

    private static Times times() {
        int workdays = CommandStores.setting("liaison.request.answer-workdays").map(Integer::parseInt).orElse(ANSWER_WORKDAYS);
        return new Times(WorkingDays.shipped(), DateWords.shipped(), workdays);
    }
}
