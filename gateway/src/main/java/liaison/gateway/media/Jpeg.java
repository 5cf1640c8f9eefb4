package liaison.gateway.media;

import java.io.ByteArrayOutputStream;

/**
 * A JPEG without all that is not needed to draw it.
 *
 * @param orientation how the camera was held, 1 to 8
 */
record Jpeg(Bytes bytes, int orientation) {
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int JFIF = 0xe0;
    private static final int ADOBE = 0xee;
    private static final int COMMENT = 0xfe;
    private static final int EXIF = 0xe1;
    /** A progressive picture has ten; thousands are made to keep a decoder busy. */
    private static final int MOST_SCANS = 64;
    private static final int ORIENTATION = 0x0112;

    /** Throws {@link Unfit} for what has no end, or is made to be slow. */
    static Jpeg bare(Bytes from) {
        var out = new ByteArrayOutputStream(from.length());
        from.copy(0, 2, out);
        int orientation = 1;
        int at = 2;
        while (from.at(at + 1) != START_OF_SCAN) {
            int marker = from.at(at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = 2 + from.big16(at + 2);
            if (from.at(at) != 0xff || length < 4) {
                throw new Unfit("broken");
            }
            if (marker == EXIF) {
                orientation = orientation(from, at + 4);
            }
            if (isNeeded(marker)) {
                from.copy(at, length, out);
            }
            at += length;
        }
        int end = end(from, at);
        from.copy(at, end - at, out);
        return new Jpeg(new Bytes(out.toByteArray()), orientation);
    }

    private static boolean isNeeded(int marker) {
        boolean ofApplications = marker >= JFIF && marker <= 0xef;
        return marker == JFIF || marker == ADOBE || !(ofApplications || marker == COMMENT);
    }

    /** Behind the mark that ends the picture; what follows is none of it. */
    private static int end(Bytes from, int start) {
        int scans = 0;
        for (int i = start; i + 1 < from.length(); i++) {
            if (from.at(i) == 0xff) {
                int marker = from.at(i + 1);
                if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
                    throw new Unfit("too-many-scans");
                }
                if (marker == END) {
                    return i + 2;
                }
            }
        }
        throw new Unfit("truncated");
    }

    /** 1 where it is not told, or not in order. */
    private static int orientation(Bytes from, int at) {
        if (!from.isAt(at, "Exif\0\0")) {
            return 1;
        }
        int tiff = at + 6;
        boolean little = from.isAt(tiff, "II");
        try {
            int table = tiff + (int) number(from, tiff + 4, 4, little);
            int count = (int) number(from, table, 2, little);
            for (int i = 0; i < count; i++) {
                int entry = table + 2 + 12 * i;
                if (number(from, entry, 2, little) == ORIENTATION) {
                    int value = (int) number(from, entry + 8, 2, little);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
        } catch (Unfit shorter) {
            return 1;
        }
        return 1;
    }

    private static long number(Bytes from, int at, int length, boolean little) {
        if (length == 2) {
            return little ? from.little16(at) : from.big16(at);
        }
        return little ? from.little32(at) : from.big32(at);
    }
}
