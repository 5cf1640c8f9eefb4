package liaison.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import liaison.bot.dialog.Dialogs;
import liaison.bot.dialog.Dialogs.Kept;
import liaison.bot.message.Address;
import org.junit.jupiter.api.Test;

/** What every {@link Dialogs} does. */
public abstract class DialogsContract {
    protected static final Address WANG = Address.parse("web:demo:wang");
    private static final Address LI = Address.parse("web:demo:li");

    /** Dialogs of which nothing is kept yet. */
    protected abstract Dialogs dialogs();

    @Test
    void get_findsWhatWasPut() {
        var dialogs = dialogs();
        dialogs.put(List.of(kept(WANG, 3, "third"), kept(LI, 1, "first")));
        assertThat(dialogs.get(List.of(WANG, LI))).hasSize(2);
        assertThat(text(dialogs, WANG)).isEqualTo("3 third");
        assertThat(text(dialogs, LI)).isEqualTo("1 first");
    }

    @Test
    void get_findsNothingOfStrangers() {
        assertThat(dialogs().get(List.of(WANG, LI))).isEmpty();
        assertThat(dialogs().get(List.of())).isEmpty();
    }

    @Test
    void put_neverReplacesALaterOne() {
        var dialogs = dialogs();
        dialogs.put(List.of(kept(WANG, 300, "later")));
        dialogs.put(List.of(kept(WANG, 299, "earlier")));
        assertThat(text(dialogs, WANG)).isEqualTo("300 later");
        dialogs.put(List.of(kept(WANG, 301, "latest")));
        assertThat(text(dialogs, WANG)).isEqualTo("301 latest");
    }

    @Test
    void drop_forgetsThatOne() {
        var dialogs = dialogs();
        dialogs.put(List.of(kept(WANG, 1, "one"), kept(LI, 1, "other")));
        dialogs.drop(List.of(WANG));
        assertThat(dialogs.get(List.of(WANG, LI))).containsOnlyKeys(LI);
    }

    protected static Kept kept(Address address, long seq, String dialog) {
        return new Kept(address, seq, new byte[]{1, 2, 3}, dialog.getBytes(StandardCharsets.UTF_8));
    }

    /** The number and the text of what is kept. */
    protected static String text(Dialogs dialogs, Address address) {
        var kept = Objects.requireNonNull(dialogs.get(List.of(address)).get(address));
        assertThat(kept.wrappedKey()).containsExactly(1, 2, 3);
        return kept.seq() + " " + new String(kept.dialog(), StandardCharsets.UTF_8);
    }
}
