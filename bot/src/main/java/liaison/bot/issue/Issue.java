package liaison.bot.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Filings about one thing: what their names and their words are on the average, and when they came. */
final class Issue {
    private static final int MOST_MEMBERS = 4;

    final String name;
    final Centre places = new Centre();
    final Centre problems = new Centre();
    /** The first ones, which tell where it is. */
    private final List<Sketch> members = new ArrayList<>();
    private Instant first;
    private Instant last;

    Issue(String name, Instant at) {
        this.name = name;
        first = at;
        last = at;
    }

    boolean isOpenAt(Instant at) {
        return !at.isAfter(last.plus(Sameness.WINDOW)) && !at.isBefore(first.minus(Sameness.WINDOW));
    }

    /** The text of another resident: its words count. */
    void take(Sketch sketch) {
        places.add(sketch.place());
        problems.add(sketch.problem());
        if (members.size() < MOST_MEMBERS) {
            members.add(sketch);
        }
    }

    /** Whether a text is about the same as the only one so far. */
    boolean isOne(Sketch sketch) {
        return Sameness.isOne(sketch, members.getFirst(), false);
    }

    boolean isElsewhere(Sketch sketch) {
        return members.stream().anyMatch(member -> member.isElsewhere(sketch));
    }

    /** Whether a short text tells the same as one of it, place and thing. */
    boolean isToldIn(Sketch sketch) {
        return members.stream().anyMatch(member -> member.tellsTheSame(sketch));
    }

    /** Whether a text is at the place of the issue, but tells in a few words of another thing. */
    boolean isOtherThing(Sketch sketch) {
        return members.stream().allMatch(member -> member.site.tellsAnother(sketch.site));
    }

    /** Words that came again do not count, but keep it open. */
    void touch(Instant at) {
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
    }
}
