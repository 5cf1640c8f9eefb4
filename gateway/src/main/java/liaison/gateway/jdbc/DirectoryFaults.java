package liaison.gateway.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liaison.bot.people.Fault;

/** The first faults of an import, and how many there are. */
final class DirectoryFaults {
    static final int MOST = 1_000;

    private final List<Fault> first = new ArrayList<>();
    private final Set<String> lines = new HashSet<>();
    private long count;

    void add(Fault fault) {
        count++;
        if (first.size() < MOST) {
            first.add(fault);
            lines.add(fault.file() + ":" + fault.line());
        }
    }

    /** Faults that follow from what was already told of the line stay untold. */
    void addUnlessTold(Fault fault) {
        if (!lines.contains(fault.file() + ":" + fault.line())) {
            add(fault);
        }
    }

    void addUncounted(long more) {
        count += more;
    }

    List<Fault> first() {
        return List.copyOf(first);
    }

    long count() {
        return count;
    }
}
