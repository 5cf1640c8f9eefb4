package liaison.bot.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Whether letters may be the name of one of the country's villages and communities, without what such names end in. Of 260,000 names only a Bloom
 * filter is kept, which takes one in forty other words for a name, too; {@code VillageTable} writes it.
 */
final class VillageNames {
    static final int SHORTEST = 2;
    static final int LONGEST = 5;
    private static final int WORDS_BITS = 15;
    static final int WORDS = 1 << WORDS_BITS;
    private static final int PLACE_BITS = WORDS_BITS + Integer.numberOfTrailingZeros(Long.SIZE);
    private static final int PROBES = 4;
    private static final char FIRST_IDEOGRAPH = '\u4e00';

    private final long[] bits;

    /** @param bits as {@link #add} fills them */
    VillageNames(long[] bits) {
        this.bits = bits;
    }

    static VillageNames shipped() {
        try (var stream = Objects.requireNonNull(VillageNames.class.getResourceAsStream("/address/villages.bin"))) {
            var bits = new long[WORDS];
            ByteBuffer.wrap(stream.readAllBytes()).asLongBuffer().get(bits);
            return new VillageNames(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void add(long[] bits, String name) {
        long hash = DivisionNames.hash(name);
        for (int probe = 0; probe < PROBES; probe++) {
            bits[word(hash)] |= 1L << (hash >>> (Long.SIZE - PLACE_BITS));
            hash = DivisionNames.mix(hash, FIRST_IDEOGRAPH);
        }
    }

    /** How many letters the longest name has that begins there, or 0. */
    int longestAt(String text, int start, int end) {
        int found = 0;
        int to = Math.min(end, start + LONGEST);
        long hash = DivisionNames.SEED;
        for (int at = start; at < to && text.charAt(at) >= FIRST_IDEOGRAPH; at++) {
            hash = DivisionNames.mix(hash, text.charAt(at));
            if (at > start && mayHold(hash)) {
                found = at + 1 - start;
            }
        }
        return found;
    }

    private boolean mayHold(long name) {
        long hash = name;
        for (int probe = 0; probe < PROBES; probe++) {
            if ((bits[word(hash)] & (1L << (hash >>> (Long.SIZE - PLACE_BITS)))) == 0) {
                return false;
            }
            hash = DivisionNames.mix(hash, FIRST_IDEOGRAPH);
        }
        return true;
    }

    private static int word(long hash) {
        return (int) (hash >>> (Long.SIZE - WORDS_BITS));
    }
}
