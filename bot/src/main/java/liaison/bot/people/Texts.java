package liaison.bot.people;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many short strings in one array of bytes: a string object each would cost several times their letters. */
final class Texts {
    private final byte[] bytes;
    private final int[] ends;

    private Texts(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    int size() {
        return ends.length;
    }

    String get(int index) {
        int start = start(index);
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    boolean isEmpty(int index) {
        return start(index) == ends[index];
    }

    /** Where the text stands when all are sorted by their bytes, or -1. */
    int find(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = ends.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(bytes, start(middle), ends[middle], wanted, 0, wanted.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    static final class Builder {
        private byte[] bytes = new byte[1 << 10];
        private int[] ends = new int[1 << 6];
        private int size;

        void add(String text) {
            byte[] added = text.getBytes(StandardCharsets.UTF_8);
            int start = size == 0 ? 0 : ends[size - 1];
            int end = Math.addExact(start, added.length);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + (bytes.length >> 1)));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size + (size >> 1));
            }
            System.arraycopy(added, 0, bytes, start, added.length);
            ends[size++] = end;
        }

        Texts build() {
            int length = size == 0 ? 0 : ends[size - 1];
            return new Texts(Arrays.copyOf(bytes, length), Arrays.copyOf(ends, size));
        }
    }
}
