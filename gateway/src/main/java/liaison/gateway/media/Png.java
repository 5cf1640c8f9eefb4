package liaison.gateway.media;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** A PNG up to its end, with the parts alone that it takes to draw it. */
final class Png {
    private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int HEAD = 8;
    private static final int AROUND = 12;

    private Png() {
    }

    static Bytes bare(Bytes from) {
        var out = new ByteArrayOutputStream(from.length());
        from.copy(0, HEAD, out);
        int at = HEAD;
        String name;
        do {
            long length = from.big32(at) + AROUND;
            from.need(at, length);
            name = from.name(at + 4);
            if (DRAWN.contains(name)) {
                from.copy(at, length, out);
            }
            at += (int) length;
        } while (!name.equals("IEND"));
        return new Bytes(out.toByteArray());
    }
}
