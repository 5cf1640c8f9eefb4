package liaison.bot.text;

/**
 * Small numbers under keys of 64 bits, without an object for each. Of a key only 43 mixed bits are kept beside the number, so that one look into
 * memory answers; among 100,000 keys two that are taken for one another are not to be expected, and would be seen while the table is filled.
 */
final class LongTable {
    static final int ABSENT = -1;
    private static final int VALUE_BITS = 21;
    /** Two to the power of this bits to a slot say whether there may be a key at all; most keys that are asked for are absent. */
    private static final int SIEVE_BITS = 2;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** The key's upper bits, then the number and one, so that an empty place is 0. */
    private final long[] slots;
    private final int shift;
    private final long[] sieve;
    private final int sieveShift;

    LongTable(int expected) {
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(expected * 2));
        slots = new long[1 << bits];
        shift = Long.SIZE - bits;
        sieveShift = shift - SIEVE_BITS;
        sieve = new long[(slots.length << SIEVE_BITS) / Long.SIZE];
    }

    /** Takes no more keys than were expected; a value is not negative. */
    void put(long key, int value) {
        long mixed = mix(key);
        sieve[(int) (mixed >>> (sieveShift + Long.numberOfTrailingZeros(Long.SIZE)))] |= 1L << (mixed >>> sieveShift);
        int at = place(mixed);
        if (slots[at] != 0) {
            throw new IllegalArgumentException("a key twice: " + key);
        }
        slots[at] = ((mixed >>> VALUE_BITS) << VALUE_BITS) | (value + 1);
    }

    int get(long key) {
        long mixed = mix(key);
        if ((sieve[(int) (mixed >>> (sieveShift + Long.numberOfTrailingZeros(Long.SIZE)))] & (1L << (mixed >>> sieveShift))) == 0) {
            return ABSENT;
        }
        return (int) (slots[place(mixed)] & ((1 << VALUE_BITS) - 1)) - 1;
    }

    private int place(long mixed) {
        int at = (int) (mixed >>> shift);
        while (slots[at] != 0 && (slots[at] ^ mixed) >>> VALUE_BITS != 0) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    private static long mix(long key) {
        long mixed = (key ^ (key >>> 32)) * FACTOR;
        return (mixed ^ (mixed >>> 29)) * FACTOR;
    }
}
