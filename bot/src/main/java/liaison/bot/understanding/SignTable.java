package liaison.bot.understanding;

import java.util.Arrays;

/** Letters and pairs of letters with their numbers, looked up without a box around either: some hundred times a text. */
public final class SignTable {
    private static final int NONE = -1;

    private final int[] keys;
    private final int[] numbers;

    SignTable(int size) {
        int room = Integer.highestOneBit(Math.max(1, size)) << 2;
        keys = new int[room];
        numbers = new int[room];
        Arrays.fill(numbers, NONE);
    }

    static int key(char one, char two) {
        return (one << 16) | two;
    }

    void put(int key, int number) {
        int slot = slot(key);
        keys[slot] = key;
        numbers[slot] = number;
    }

    /** The number, or -1. */
    int get(int key) {
        return numbers[slot(key)];
    }

    private int slot(int key) {
        int slot = ((key * 0x9E3779B9) >>> 7) & (keys.length - 1);
        while (numbers[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
