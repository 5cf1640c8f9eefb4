package liaison.bot.issue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import liaison.bot.calendar.WordTable;

/** Whether two short reports are about one thing. What their texts have in common is the reason, as people read it. */
public final class Sameness {
    /** Problems that no word of the table names: so much alike are two ways to say the same. */
    private static final double WORDS = 0.4;
    /** More than one pair of a name: one alone may be chance. */
    private static final double NAMES = 10;
    private static final String THING = "thing";

    private final Sketcher sketcher;
    private final WordTable things;

    private Sameness(Sketcher sketcher, WordTable things) {
        this.sketcher = sketcher;
        this.things = things;
    }

    public static Sameness shipped() {
        return new Sameness(Sketcher.shipped(), WordTable.shipped("/issue/things.tsv"));
    }

    /** Whether one text is the other written again. */
    public boolean isAgain(String text, String other) {
        return text.equals(other) || sketcher.sketch(text).isNear(sketcher.sketch(other));
    }

    /** What is wrong in both texts; nothing where they tell of different things. */
    public List<String> problem(String text, String other) {
        var here = things(text);
        var there = things(other);
        if (!here.isEmpty() && !there.isEmpty()) {
            here.retainAll(there);
            return List.copyOf(here);
        }
        var sketch = sketcher.sketch(text);
        var their = sketcher.sketch(other);
        return here.isEmpty() && there.isEmpty() && sketch.problemLikeness(their) >= WORDS ? sketch.sharedWords(their) : List.of();
    }

    /** Whether names of places that no directory knows are the same. */
    public boolean isNamedAlike(String where, String other) {
        return sketcher.sketch(where).sharedNames(sketcher.sketch(other)) >= NAMES;
    }

    /** Whether both give numbers of houses, and none in common. */
    public static boolean isElsewhere(String where, String other) {
        var here = numbers(where);
        var there = numbers(other);
        boolean both = !here.isEmpty() && !there.isEmpty();
        here.retainAll(there);
        return both && here.isEmpty();
    }

    private Set<String> things(String text) {
        var found = new TreeSet<String>();
        for (int at = 0; at < text.length();) {
            var word = things.at(text, at, THING);
            word.ifPresent(one -> found.add(one.value()));
            at = word.map(WordTable.Word::end).orElse(at + 1);
        }
        return found;
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
