package liaison.bot.issue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comparing needs of one text. It holds the text and is not stored. */
public final class Sketch {
    /** Texts share so much of all four-character runs of both, or of the shorter one's: the same text was written again. */
    private static final double NEAR = 0.33;
    private static final double INSIDE = 0.55;
    /** In texts of a few sentences that share so much nothing but a few words was exchanged. */
    private static final double CLOSE = 0.6;
    private static final int FEW_SENTENCES = 150;
    /** Problems that no word of the table of things names: so much alike are two ways to say the same. */
    private static final double WORDS = 0.4;

    final String letters;
    final Site site;
    private final Sketcher sketcher;
    private final String text;
    private @Nullable Runs runs;
    private int @Nullable [] marks;
    private @Nullable Words words;

    Sketch(Sketcher sketcher, String text, String letters, Site site) {
        this.sketcher = sketcher;
        this.text = text;
        this.letters = letters;
        this.site = site;
    }

    /**
     * What tells whether a text was written again.
     *
     * @param all every four characters, hashed and in order
     * @param head the first sentence, 0 where it is too short to tell anything
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Runs(int[] all, long head) {
    }

    /** The weighed pairs of letters that stand in names of places, and those that tell what is wrong. */
    record Words(Weights place, Weights problem) {
    }

    /** Made when it is asked for: most comparisons end at the places. */
    Runs runs() {
        if (runs == null) {
            runs = Sketcher.runs(text, letters);
        }
        return runs;
    }

    /** Some of the runs, in order, so chosen that two texts with eleven characters in common have one in common. */
    int[] marks() {
        if (marks == null) {
            marks = Sketcher.marks(letters);
        }
        return marks;
    }

    private Words words() {
        if (words == null) {
            words = sketcher.words(letters);
        }
        return words;
    }

    Weights place() {
        return words().place;
    }

    Weights problem() {
        return words().problem;
    }

    /** Whether one is the other written again: nearly the same text, or under the same first sentence. */
    public boolean isNear(Sketch other) {
        return nearness(other) > 0;
    }

    /** How near the texts are, 0 for two texts. */
    double nearness(Sketch other) {
        if (isElsewhere(other) || site.isApart(other.site) || site.tellsAnother(other.site)) {
            return 0;
        }
        if (runs().head != 0 && runs().head == other.runs().head) {
            return 2;
        }
        double near = near(other);
        double inside = (double) both(other) / Math.max(1, Math.min(runs().all.length, other.runs().all.length));
        return near >= NEAR || inside >= INSIDE ? Math.max(near, inside / 2) : 0;
    }

    private double near(Sketch other) {
        int both = both(other);
        return (double) both / Math.max(1, runs().all.length + other.runs().all.length - both);
    }

    /** Whether little but the place is said, or exchanged, and it is another one. */
    boolean isElsewhere(Sketch other) {
        int longer = Math.max(letters.length(), other.letters.length());
        boolean little = Site.isShort(letters) && Site.isShort(other.letters);
        return (little || (longer <= FEW_SENTENCES && near(other) >= CLOSE)) && site.isElsewhere(other.site);
    }

    /** Whether both are short, and tell of one thing at one place. */
    boolean tellsTheSame(Sketch other) {
        return site.isShort() && other.site.isShort() && site.sharesName(other.site) && !problem(other).isEmpty();
    }

    /** What is wrong in both; nothing where they tell of different things. */
    List<String> problem(Sketch other) {
        boolean none = site.things().isEmpty() && other.site.things().isEmpty();
        return none && problemLikeness(other) >= WORDS ? sharedWords(other) : site.things().shared(other.site.things());
    }

    /** What is wrong in both, the words they share where no table names it. */
    List<String> reason(Sketch other) {
        var problem = problem(other);
        return problem.isEmpty() ? sharedWords(other) : problem;
    }

    private int both(Sketch other) {
        int[] ours = runs().all;
        int[] theirs = other.runs().all;
        int both = 0;
        for (int i = 0, j = 0; i < ours.length && j < theirs.length;) {
            int order = Integer.compare(ours[i], theirs[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return both;
    }

    /** How much the problems are alike, from 0 to 1. */
    public double problemLikeness(Sketch other) {
        return problem().likeness(other.problem());
    }

    /** How much the names of places in both weigh; a name of three characters that is in no other text weighs about 15. */
    public double sharedNames(Sketch other) {
        return place().shared(other.place());
    }

    /** The words of this text that tell of the same problem in the other, as written here without signs. */
    public List<String> sharedWords(Sketch other) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i < letters.length(); i++) {
            boolean shared = i + 1 < letters.length() && isShared(Rarity.pair(letters.charAt(i), letters.charAt(i + 1)), other);
            if (shared && start < 0) {
                start = i;
            } else if (!shared && start >= 0) {
                String word = letters.substring(start, i + 1);
                start = -1;
                if (!words.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private boolean isShared(int pair, Sketch other) {
        return problem().has(pair) && other.problem().has(pair);
    }

    @Override
    public String toString() {
        return "Sketch of " + letters.length() + " characters";
    }
}
