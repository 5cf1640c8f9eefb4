package liaison.gateway.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Looks at content; whatever lies behind its end makes the content unfit. */
record Bytes(byte[] all) {
    int length() {
        return all.length;
    }

    int at(int index) {
        need(index, 1);
        return all[index] & 0xff;
    }

    int big16(int index) {
        need(index, 2);
        return at(index) << 8 | at(index + 1);
    }

    int little16(int index) {
        need(index, 2);
        return at(index + 1) << 8 | at(index);
    }

    int little24(int index) {
        return little16(index) | at(index + 2) << 16;
    }

    long big32(int index) {
        need(index, 4);
        return Integer.toUnsignedLong(ByteBuffer.wrap(all).getInt(index));
    }

    long little32(int index) {
        need(index, 4);
        return Integer.toUnsignedLong(ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(index));
    }

    /** Four letters, as names of parts are written. */
    String name(int index) {
        need(index, 4);
        return new String(all, index, 4, StandardCharsets.ISO_8859_1);
    }

    /** The letters between two indexes, a byte each. */
    String text(int from, int to) {
        need(from, to - (long) from);
        return new String(all, from, to - from, StandardCharsets.ISO_8859_1);
    }

    void need(int index, long count) {
        if (index < 0 || count < 0 || index + count > all.length) {
            throw new Unfit("truncated");
        }
    }

    boolean begins(String letters) {
        return isAt(0, letters);
    }

    boolean isAt(int index, String letters) {
        if (index < 0 || index + letters.length() > all.length) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if ((all[index + i] & 0xff) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where lower-case letters stand first from an index on, whatever the case of the content; -1 for nowhere. */
    int find(String lower, int from) {
        int first = lower.charAt(0);
        int other = lower.substring(0, 1).toUpperCase(Locale.ROOT).charAt(0);
        for (int i = Math.max(0, from); i <= all.length - lower.length(); i++) {
            int letter = all[i] & 0xff;
            if ((letter == first || letter == other) && isAtInAnyCase(i, lower)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAtInAnyCase(int index, String lower) {
        for (int i = 1; i < lower.length(); i++) {
            int letter = all[index + i] & 0xff;
            int small = letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
            if (small != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void copy(int from, long count, ByteArrayOutputStream out) {
        need(from, count);
        out.write(all, from, (int) count);
    }
}
