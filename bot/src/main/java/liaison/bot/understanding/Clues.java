package liaison.bot.understanding;

import java.util.List;
import liaison.bot.text.Span;
import liaison.bot.understanding.Sentences.Run;

/** Where the words of danger stand in a text: what holds none need not be heard by itself. */
public final class Clues {
    private final boolean isCut;
    private final List<Span> gravely;
    private final List<Span> calling;

    /**
     * @param grave words without which nobody is in danger, by bits of their numbers
     * @param calls and those that call for help or say that it is now
     */
    Clues(Heard heard, long[] grave, long[] calls) {
        isCut = heard.isCut();
        gravely = heard.words(grave);
        calling = heard.words(calls);
    }

    /** Whether anything in the text may be in danger. */
    boolean areAny() {
        return isCut || !gravely.isEmpty();
    }

    boolean areGrave(Run run) {
        return isCut || run.holds(gravely);
    }

    boolean call(Run run) {
        return areGrave(run) && (isCut || run.holds(calling));
    }
}
