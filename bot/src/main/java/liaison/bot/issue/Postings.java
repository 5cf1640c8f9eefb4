package liaison.bot.issue;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Lists of numbers under keys, the newest first; without an object for each, since there are millions. */
final class Postings {
    private static final int NONE = -1;

    private int[] keys = new int[1 << 10];
    private int[] newest = filled(1 << 10);
    private int[] next = new int[1 << 10];
    private int[] values = new int[1 << 10];
    private int size;
    private int lists;

    void add(int key, int value) {
        if (size == values.length) {
            next = Arrays.copyOf(next, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        if (lists * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (newest[slot] == NONE) {
            lists++;
        }
        keys[slot] = key;
        next[size] = newest[slot];
        values[size] = value;
        newest[slot] = size++;
    }

    /** Hands over the newest numbers under a key, so many at most. */
    void each(int key, int most, IntConsumer value) {
        int left = most;
        for (int entry = newest[slot(key)]; entry != NONE && left > 0; entry = next[entry]) {
            value.accept(values[entry]);
            left--;
        }
    }

    /** Spreads keys that look alike over all bits. */
    static int spread(int key) {
        int mixed = (key ^ key >>> 16) * 0x7feb352d;
        mixed = (mixed ^ mixed >>> 15) * 0x846ca68b;
        return mixed ^ mixed >>> 16;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldNewest = newest;
        keys = new int[oldKeys.length * 2];
        newest = filled(oldKeys.length * 2);
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldNewest[old] != NONE) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                newest[slot] = oldNewest[old];
            }
        }
    }

    private int slot(int key) {
        int slot = spread(key) & keys.length - 1;
        while (newest[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private static int[] filled(int length) {
        int[] all = new int[length];
        Arrays.fill(all, NONE);
        return all;
    }
}
