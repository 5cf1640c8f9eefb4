package liaison.bot.dialog;

import java.util.HashMap;
import java.util.Map;
import liaison.bot.people.Directory;
import org.jspecify.annotations.Nullable;

/** What deciding may know beyond the dialog: the directory, and the wants that were read for this address. */
public final class Facts {
    private final Directory directory;
    private final Map<Want<?>, Object> known;

    public Facts(Directory directory) {
        this(directory, Map.of());
    }

    private Facts(Directory directory, Map<Want<?>, Object> known) {
        this.directory = directory;
        this.known = known;
    }

    public Directory directory() {
        return directory;
    }

    /** The answer; when it was not read yet, deciding ends here and begins again once it was. */
    @SuppressWarnings("unchecked") // FactsSource answers each want with its own type
    public <T> T get(Want<T> want) {
        @Nullable Object answer = known.get(want);
        if (answer == null) {
            throw new Missing(want);
        }
        return (T) answer;
    }

    public Facts with(Map<Want<?>, Object> more) {
        Map<Want<?>, Object> all = new HashMap<>(known);
        all.putAll(more);
        return new Facts(directory, all);
    }

    /** Leaves {@link Decider#decide}; caught where the read is made. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Want<?> want;

        Missing(Want<?> want) {
            super("a fact was not read yet", null, false, false);
            this.want = want;
        }

        Want<?> want() {
            return want;
        }
    }
}
