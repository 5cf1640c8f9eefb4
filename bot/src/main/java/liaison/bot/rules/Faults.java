package liaison.bot.rules;

import java.util.ArrayList;
import java.util.List;

/** The faults of rule files, gathered while they are read, so that all are told at once. */
final class Faults {
    private static final int MOST = 50;

    private final List<String> all = new ArrayList<>();

    void add(String fault) {
        all.add(fault);
    }

    void addFirst(String fault) {
        all.addFirst(fault);
    }

    int count() {
        return all.size();
    }

    /** Reads something; a section that is broken is a fault. */
    void guarded(Runnable reading) {
        try {
            reading.run();
        } catch (Section.Broken broken) {
            add(String.valueOf(broken.getMessage()));
        }
    }

    /** The same, and what is refused as an argument is a fault of this section. */
    void checked(Section at, String what, Runnable building) {
        guarded(() -> {
            try {
                building.run();
            } catch (IllegalArgumentException wrong) {
                add(at.file() + ":" + at.line() + ": " + what + ": " + wrong.getMessage());
            }
        });
    }

    /** Throws {@link RuleFault} where there are any. */
    void giveUp() {
        if (!all.isEmpty()) {
            throw new RuleFault(all.subList(0, Math.min(all.size(), MOST)));
        }
    }
}
