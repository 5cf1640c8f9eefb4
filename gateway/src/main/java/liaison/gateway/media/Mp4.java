package liaison.gateway.media;

import java.util.Arrays;
import java.util.Set;

/**
 * Films: boxes within boxes, walked to the end of the file. Those that hold no film, such as where it was made, are blanked in
 * their place, since others name places in the file by their distance from its start.
 */
final class Mp4 {
    private static final Set<String> TOP = Set.of("ftyp", "styp", "moov", "moof", "mdat", "sidx", "mfra", "pdin", "emsg");
    private static final Set<String> BLANKED = Set.of("free", "skip", "wide", "udta", "meta", "uuid", "meco");
    private static final Set<String> WALKED = Set.of("moov", "trak", "moof", "traf", "mdia", "minf");
    /** Pictures in the same boxes; nothing here draws them anew or takes out where they were made. */
    private static final Set<String> PICTURES = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private final Bytes bytes;
    private boolean film;
    private boolean index;

    private Mp4(Bytes bytes) {
        this.bytes = bytes;
    }

    static Bytes cleaned(Bytes from) {
        if (PICTURES.contains(from.name(8))) {
            throw new Unfit("heic");
        }
        var film = new Mp4(new Bytes(from.all().clone()));
        film.walk(0, from.length(), true);
        if (!film.film || !film.index) {
            throw new Unfit("broken");
        }
        return film.bytes;
    }

    private void walk(int from, int end, boolean top) {
        int at = from;
        while (at < end) {
            long size = size(at, end);
            String name = bytes.name(at + 4);
            if (BLANKED.contains(name)) {
                blank(at, (int) size);
            } else if (top && !TOP.contains(name)) {
                throw new Unfit("trailing-bytes");
            } else if (WALKED.contains(name)) {
                walk(at + 8, at + (int) size, false);
            }
            film |= name.equals("mdat");
            index |= name.equals("moov");
            at += (int) size;
        }
    }

    private long size(int at, int end) {
        long size = bytes.big32(at);
        if (size == 1) {
            // a length of 64 bits; what is longer than the file does not fit anyway
            size = bytes.big32(at + 8) == 0 ? bytes.big32(at + 12) : Long.MAX_VALUE;
        } else if (size == 0) {
            size = (long) end - at;
        }
        if (size < 8) {
            throw new Unfit("broken");
        }
        if (size > end - at) {
            throw new Unfit("truncated");
        }
        return size;
    }

    private void blank(int at, int size) {
        int head = bytes.big32(at) == 1 ? 16 : 8;
        System.arraycopy(new byte[]{'f', 'r', 'e', 'e'}, 0, bytes.all(), at + 4, 4);
        Arrays.fill(bytes.all(), at + Math.min(head, size), at + size, (byte) 0);
    }
}
