package liaison.bot.dialog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import liaison.bot.people.Directory;
import org.jspecify.annotations.Nullable;

/** What deciding may know beyond the dialog: the directory, and the wants that were read for this address. */
public final class Facts {
    private final Directory directory;
    private final List<String> scope;
    private final Map<Want<?>, Object> known;
    /** Answers what was not read. */
    private final Function<Want<?>, Object> otherwise;
    private final Readings readings;

    public Facts(Directory directory) {
        this(directory, List.of(), Map.of(), want -> {
            throw new Missing(want);
        }, new Readings());
    }

    private Facts(Directory directory, List<String> scope, Map<Want<?>, Object> known, Function<Want<?>, Object> otherwise,
            Readings readings) {
        this.directory = directory;
        this.scope = scope;
        this.known = known;
        this.otherwise = otherwise;
        this.readings = readings;
    }

    /** Those of somebody who was never heard of. */
    static Facts ofAStranger(Directory directory) {
        return new Facts(directory, List.of(), Map.of(), Facts::nothing, new Readings());
    }

    private static Object nothing(Want<?> want) {
        return switch (want) {
            case Want.Requests requests -> List.of();
            case Want.Alike alike -> List.of();
            case Want.Bound bound -> List.of();
            case Want.Case request -> Optional.empty();
            case Want.Decided decided -> List.of();
            case Want.Open open -> Duties.NONE;
            case Want.Reached reached -> Set.of();
            case Want.Code code -> Optional.empty();
            case Want.SpentCode code -> false;
            case Want.Taken taken -> Map.of();
            case Want.Visits visits -> List.of();
            case Want.Sent sent -> Map.of();
            case Want.Live live -> List.of();
            case Want.Latest latest -> Optional.empty();
            case Want.Answers answers -> Map.of();
            case Want.Answered answered -> "";
            case Want.Received received -> List.of();
            case Want.Stopped stopped -> List.of();
            case Want.Media media -> List.of();
            case Want.Recorded recorded -> List.of();
            case Want.Calls calls -> new Call.Page(0, List.of());
            case Want.Misses misses -> new Miss.Page(0, List.of());
        };
    }

    public Directory directory() {
        return directory;
    }

    /** What was understood so far of the message that is decided. */
    Readings readings() {
        return readings;
    }

    /** Codes of the stations whose residents write to this account; empty for all. */
    List<String> scope() {
        return scope;
    }

    /** The same, which has a look there before a fact is missing. */
    Facts beside(Function<Want<?>, Optional<Object>> near) {
        return new Facts(directory, scope, known, want -> near.apply(want).orElseThrow(() -> new Missing(want)), readings);
    }

    /** The same for an account of some stations. */
    Facts within(List<String> stations) {
        return stations.isEmpty() ? this : new Facts(directory, List.copyOf(stations), known, otherwise, readings);
    }

    /** The answer; when it was not read yet, deciding ends here and begins again once it was. */
    @SuppressWarnings("unchecked") // FactsSource answers each want with its own type
    public <T> T get(Want<T> want) {
        @Nullable Object answer = known.get(want);
        return (T) (answer == null ? otherwise.apply(want) : answer);
    }

    public Facts with(Map<Want<?>, Object> more) {
        Map<Want<?>, Object> all = new HashMap<>(known);
        all.putAll(more);
        return new Facts(directory, scope, all, otherwise, readings);
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
