package liaison.bot.dialog;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads what {@link Packer} wrote; anything else ends in an {@link IllegalArgumentException} or an index out of bounds. */
final class Unpacker {
    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
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
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
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
