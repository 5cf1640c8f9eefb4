package liaison.gateway.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** WebP, which the JDK does not draw: its parts are walked to the end, and those that draw nothing are left out. */
final class Webp {
    private static final Set<String> DRAWN = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");
    private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L", "ANMF");
    private static final long MOST_DOTS = 50_000_000;
    /** Flags of the first part: a colour profile, Exif, XMP. */
    private static final int LEFT_OUT = 0x20 | 0x08 | 0x04;
    private static final int HEAD = 12;

    private Webp() {
    }

    static Bytes cleaned(Bytes from) {
        if (from.little32(4) + 8 != from.length()) {
            throw new Unfit(from.little32(4) + 8 > from.length() ? "truncated" : "trailing-bytes");
        }
        var parts = new ByteArrayOutputStream(from.length());
        boolean drawn = false;
        int at = HEAD;
        while (at < from.length()) {
            String name = from.name(at);
            long size = 8 + from.little32(at + 4);
            long padded = size + (size & 1);
            from.need(at, padded);
            if (DRAWN.contains(name)) {
                measure(from, at, name);
                from.copy(at, padded, parts);
                drawn |= PICTURES.contains(name);
            }
            at += (int) padded;
        }
        if (!drawn) {
            throw new Unfit("broken");
        }
        return new Bytes(joined(parts.toByteArray()));
    }

    private static void measure(Bytes from, int at, String name) {
        int content = at + 8;
        long dots = switch (name) {
            case "VP8X" -> (1L + from.little24(content + 4)) * (1L + from.little24(content + 7));
            case "VP8 " -> (long) (from.little16(content + 6) & 0x3fff) * (from.little16(content + 8) & 0x3fff);
            case "VP8L" -> {
                long bits = from.little32(content + 1);
                yield (1 + (bits & 0x3fff)) * (1 + ((bits >> 14) & 0x3fff));
            }
            default -> 1;
        };
        if (dots > MOST_DOTS) {
            throw new Unfit("too-many-dots");
        }
    }

    private static byte[] joined(byte[] parts) {
        if (new Bytes(parts).begins("VP8X")) {
            parts[8] &= (byte) ~LEFT_OUT;
        }
        return ByteBuffer.allocate(HEAD + parts.length).order(ByteOrder.LITTLE_ENDIAN).put(new byte[]{'R', 'I', 'F', 'F'})
                .putInt(4 + parts.length).put(new byte[]{'W', 'E', 'B', 'P'}).put(parts).array();
    }
}
