package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import liaison.bot.text.Fold;

/**
 * The pieces of a message between words that count or join matters, wherever they stand: coarser than {@link PartReader}, since
 * one dangerous thing among harmless ones must be heard by itself even where nothing is filed apart.
 */
public final class Pieces {
    /** Longer messages are letters that tell what happened. */
    private static final int LONGEST = 200;
    private static final int FEWEST_COUNTED = 2;
    /** Letters within which a message begins. */
    private static final int OPENING = 40;

    private final List<List<String>> counts;
    private final List<String> joins;
    private final List<String> openings;

    public Pieces(List<List<String>> counts, List<String> joins, List<String> openings) {
        this.counts = counts.stream().map(row -> row.stream().map(Fold::all).toList()).toList();
        this.joins = joins.stream().map(Fold::all).toList();
        this.openings = openings.stream().map(Fold::all).toList();
    }

    /**
     * What follows the words by which a polite message begins; none where it begins with the matter.
     *
     * @param folded the text by {@link Fold#all}
     */
    Optional<String> afterOpening(String text, String folded) {
        String start = folded.substring(0, Math.min(text.length(), OPENING));
        long letters = letters(start);
        int end = 0;
        for (String words : openings) {
            int at = mayHold(letters, words) ? start.lastIndexOf(words) : -1;
            end = at < 0 ? end : Math.max(end, at + words.length());
        }
        return end == 0 || text.length() > LONGEST ? Optional.empty() : Optional.of(text.substring(end));
    }

    /**
     * None where nothing is counted or joined.
     *
     * @param folded the text by {@link Fold#all}
     */
    List<String> of(String text, String folded) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        var cuts = new TreeSet<Integer>();
        long letters = letters(folded);
        for (var row : counts) {
            var counted = mayHold(letters, row.getFirst()) ? counted(folded, row) : List.<Integer>of();
            if (counted.size() >= FEWEST_COUNTED) {
                cuts.addAll(counted);
            }
        }
        for (String join : joins) {
            for (int at = mayHold(letters, join) ? folded.indexOf(join) : -1; at >= 0; at = folded.indexOf(join, at + join.length())) {
                cuts.add(at);
            }
        }
        if (cuts.isEmpty()) {
            return List.of();
        }
        var bounds = Stream.of(List.of(0), cuts, List.of(text.length())).flatMap(Collection::stream).distinct().toList();
        var pieces = new ArrayList<String>();
        for (int i = 1; i < bounds.size() && bounds.size() > 2; i++) {
            pieces.add(text.substring(bounds.get(i - 1), bounds.get(i)));
        }
        return pieces;
    }

    /** A bit for each letter of a text; several letters share one. */
    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << text.charAt(i);
        }
        return letters;
    }

    /** False where a text of such letters holds no word with that first one: nearly always. */
    private static boolean mayHold(long letters, String word) {
        return (letters & 1L << word.charAt(0)) != 0;
    }

    private static List<Integer> counted(String text, List<String> row) {
        var found = new ArrayList<Integer>();
        int from = 0;
        for (String word : row) {
            int at = text.indexOf(word, from);
            if (at < 0) {
                return found;
            }
            found.add(at);
            from = at + word.length();
        }
        return found;
    }
}
