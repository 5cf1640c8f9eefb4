package liaison.bot.dialog;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads what {@link Packer} wrote; anything else ends in an {@link IllegalArgumentException} or an index out of bounds. */
final class Unpacker {
    private final byte[] bytes;
    private int at;
    private boolean utf8;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Texts are as an earlier {@link Packer} wrote them: in UTF-8, behind the number of their bytes. */
    Unpacker utf8() {
        utf8 = true;
        return this;
    }

    int number() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has at most five bytes");
    }

    String text() {
        int length = number();
        if (utf8) {
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }
        boolean wide = (length & 1) != 0;
        length >>>= 1;
        if (!wide) {
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
        }
        var signs = new char[Math.min(length, bytes.length)];
        for (int i = 0; i < length; i++) {
            signs[i] = (char) ((bytes[at++] & 0xff) | (bytes[at++] << Byte.SIZE));
        }
        return new String(signs);
    }

    Map<String, String> map() {
        int count = number();
        var values = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            values.put(text(), text());
        }
        return values;
    }
}
