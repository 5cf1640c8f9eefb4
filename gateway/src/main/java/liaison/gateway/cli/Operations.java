package liaison.gateway.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import liaison.bot.people.Directory;
import org.jspecify.annotations.Nullable;

/** What commands do on the ledger; opened for one command, beside a running server or by itself. */
public interface Operations extends AutoCloseable {
    /** What {@link #export} knows. */
    SequencedSet<String> exports();

    /** Hands over the rows of a kind; with {@code clear} also the words, which is written down with the reason. */
    void export(String kind, boolean clear, String reason, Consumer<Map<String, @Nullable Object>> row);

    /** Whether words may be shown without a reason. */
    boolean isDemo();

    /** Takes a folder of CSV files in, whole or not at all; answers what is wrong, nothing when it is in. */
    List<String> take(Path folder, Advance advance);

    /** A one-time code for a deputy or a member of staff; throws {@link IllegalArgumentException} for an unknown code. */
    String bind(String code);

    Directory directory();

    @Override
    void close();

    /** Hears how far it has come. */
    interface Advance {
        void reach(long done, long of);
    }

    /** Opens them when a command begins to work. */
    interface Opener extends Supplier<Operations> {
    }
}
