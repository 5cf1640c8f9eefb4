package liaison.bot.issue;

import java.time.Instant;

/** Puts messages about one thing together, one after the other as they came. Remembers the newest 50,000 to 100,000 of them. */
public final class Grouping {
    private final Sketcher sketcher;
    private final Refilings refilings = new Refilings();
    private final Issues issues = new Issues();

    public Grouping(Sketcher sketcher) {
        this.sketcher = sketcher;
    }

    /** The group of a message: the id of the first one in it, its own where it is about something new. */
    public String add(String id, Instant at, String text) {
        var sketch = sketcher.sketch(text);
        var again = refilings.find(sketch);
        var issue = again.or(() -> issues.find(sketch, at)).orElseGet(() -> new Issue(id, at));
        if (again.isEmpty()) {
            issue.take(sketch);
        }
        issue.touch(at);
        issues.name(issue, sketch);
        refilings.add(sketch, issue);
        return issue.name;
    }
}
