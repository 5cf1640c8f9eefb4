package liaison.gateway;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import liaison.bot.message.Recurrences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts as they are now. The file is looked at every second; what stands there counts when it stood there for one look, so
 * that nobody reads half of what an editor writes, and whole or not at all.
 */
final class LiveAccounts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveAccounts.class);

    private final AccountsFile file;
    private final List<Consumer<Accounts>> users = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("accounts").factory());
    private final Recurrences failures = new Recurrences();
    private volatile Accounts current;
    private String used;
    private String seen;
    private String fault = "";

    private LiveAccounts(AccountsFile file, String text) {
        this.file = file;
        current = file.read(text);
        used = text;
        seen = text;
    }

    /** Throws {@link IllegalArgumentException} where the settings or the file are faulty. */
    static LiveAccounts of(AccountsFile file) {
        try {
            return new LiveAccounts(file, file.text());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file.path() + " cannot be read", unreadable);
        } catch (IllegalArgumentException faulty) {
            throw new IllegalArgumentException("the accounts of the settings and of " + file.path() + ": " + faulty.getMessage(), faulty);
        }
    }

    Accounts now() {
        return current;
    }

    /** Tells of every change from now on. */
    void onChange(Consumer<Accounts> user) {
        users.add(user);
    }

    LiveAccounts watching() {
        var _ = watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        return this;
    }

    /** A fault is said once and leaves the accounts as they are, until it is mended: in the file, or by an import of the station it names. */
    void look() {
        try {
            String text = file.text();
            boolean settled = text.equals(seen);
            seen = text;
            if (text.equals(used)) {
                fault = "";
            } else if (settled) {
                current = file.read(text);
                used = text;
                users.forEach(user -> user.accept(current));
                LOG.info("New settings of accounts are in use, from {}", file.path());
            }
        } catch (IllegalArgumentException faulty) {
            String said = fault;
            fault = String.valueOf(faulty.getMessage());
            if (!fault.equals(said)) {
                LOG.error("{} is faulty, the earlier accounts stay in use: {}", file.path(), fault);
            }
        } catch (IOException | RuntimeException failure) {
            failures.happened(failure.getClass().getName(), often -> LOG.error("{} cannot be read, the earlier accounts stay in use: {}{}",
                    file.path(), failure.getClass().getName(), often));
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
