package liaison.bot.issue;

import java.time.Duration;
import java.time.Instant;

/** Filings about one thing: what their names and their words are on the average, and when they came. */
final class Issue {
    /** Of a thing that nobody has written about for so long it is likely another one. */
    static final Duration WINDOW = Duration.ofDays(30);

    final String name;
    final Centre places = new Centre();
    final Centre problems = new Centre();
    private Instant first;
    private Instant last;

    Issue(String name, Instant at) {
        this.name = name;
        first = at;
        last = at;
    }

    boolean isOpenAt(Instant at) {
        return !at.isAfter(last.plus(WINDOW)) && !at.isBefore(first.minus(WINDOW));
    }

    /** The text of another resident: its words count. */
    void take(Sketch sketch) {
        places.add(sketch.place);
        problems.add(sketch.problem);
    }

    /** Words that came again do not count, but keep it open. */
    void touch(Instant at) {
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
    }
}
