package liaison.bot.issue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether two short reports are about one thing. What their texts have in common is the reason, as people read it. */
public final class Sameness {
    /** More than one pair of a name: one alone may be chance. */
    private static final double NAMES = 10;

    private final Sketcher sketcher;

    private Sameness(Sketcher sketcher) {
        this.sketcher = sketcher;
    }

    public static Sameness shipped() {
        return new Sameness(Sketcher.shipped());
    }

    /** Whether one text is the other written again. */
    public boolean isAgain(String text, String other) {
        return text.equals(other) || sketcher.sketch(text).isNear(sketcher.sketch(other));
    }

    /** What is wrong in both texts; nothing where they tell of different things. */
    public List<String> problem(String text, String other) {
        var sketch = sketcher.sketch(text);
        return sketch.problem(text.equals(other) ? sketch : sketcher.sketch(other));
    }

    /** Whether names of places that no directory knows are the same. */
    public boolean isNamedAlike(String where, String other) {
        return sketcher.sketch(where).sharedNames(sketcher.sketch(other)) >= NAMES;
    }

    /** Whether both give numbers of houses, and none in common, or others of one kind. */
    public boolean isElsewhere(String where, String other) {
        if (where.equals(other)) {
            return false;
        }
        var here = numbers(where);
        var there = numbers(other);
        boolean both = !here.isEmpty() && !there.isEmpty();
        here.retainAll(there);
        return (both && here.isEmpty()) || sketcher.sketch(where).site.numbersElsewhere(sketcher.sketch(other).site);
    }

    private static Set<String> numbers(String text) {
        var numbers = new TreeSet<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean digit = i < text.length() && Character.isDigit(text.charAt(i));
            if (digit && start < 0) {
                start = i;
            } else if (!digit && start >= 0) {
                numbers.add(text.substring(start, i));
                start = -1;
            }
        }
        return numbers;
    }
}
