package liaison.bot.dialog;

import java.util.Arrays;
import java.util.HexFormat;

/** 16 bytes that stand for a message key of one address. */
public record KeyHash(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
