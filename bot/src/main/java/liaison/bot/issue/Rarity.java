package liaison.bot.issue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How rare two neighbouring characters are in what residents write: the natural logarithm of messages in all over messages
 * with them, in halves. The shipped table was counted over 5,185 messages; pairs in fewer than 8 of them are not in it.
 */
final class Rarity {
    /** That of a pair which two of the messages hold. */
    static final float UNKNOWN = 7.5f;

    private static final String PATH = "/issue/common-pairs.tsv";
    private static final int SIZE = 1 << 17;

    private final int[] pairs = new int[SIZE];
    private final float[] rarities = new float[SIZE];

    private Rarity() {
    }

    static Rarity shipped() {
        var stream = Objects.requireNonNull(Rarity.class.getResourceAsStream(PATH), PATH);
        var rarity = new Rarity();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(rarity::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rarity;
    }

    /** Two characters as one number, never 0. */
    static int pair(char first, char second) {
        return first << Character.SIZE | second;
    }

    float of(int pair) {
        int slot = slot(pair);
        return pairs[slot] == pair ? rarities[slot] : UNKNOWN;
    }

    private void add(String line) {
        int tab = line.indexOf('\t');
        float value = Float.parseFloat(line.substring(0, tab));
        for (String pair : line.substring(tab + 1).split(" ", -1)) {
            int slot = slot(pair(pair.charAt(0), pair.charAt(1)));
            pairs[slot] = pair(pair.charAt(0), pair.charAt(1));
            rarities[slot] = value;
        }
    }

    private int slot(int pair) {
        int slot = Postings.spread(pair) & SIZE - 1;
        while (pairs[slot] != 0 && pairs[slot] != pair) {
            slot = slot + 1 & SIZE - 1;
        }
        return slot;
    }
}
