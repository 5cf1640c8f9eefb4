package liaison.bot.dialog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes small values as bytes: numbers of seven bits a byte, texts in UTF-8 behind their length. */
final class Packer {
    private byte[] bytes = new byte[256];
    private int size;

    Packer number(int value) {
        reserve(5);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    Packer text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    Packer texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
        return this;
    }

    Packer map(Map<String, String> values) {
        number(values.size());
        (values.size() > 1 ? new TreeMap<>(values) : values).forEach((name, value) -> text(name).text(value));
        return this;
    }

    byte[] done() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
