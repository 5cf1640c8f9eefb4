package liaison.gateway.media;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Voice messages: a head and then frame by frame to the end; tags of music files are cut off. */
final class Sounds {
    /** Bytes of a frame with its first one, by the type that stands in it; 0 for types there are none of. */
    private static final int[] NARROW = {13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1};
    private static final int[] WIDE = {18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1};
    private static final int[] KILOBITS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_LOW = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HERTZ = {44_100, 48_000, 32_000};
    private static final int MUSIC_TAG = 128;

    private Sounds() {
    }

    static Bytes amr(Bytes bytes) {
        boolean wide = bytes.begins("#!AMR-WB\n");
        if (!wide && !bytes.begins("#!AMR\n")) {
            throw new Unfit("unknown-type");
        }
        int at = wide ? 9 : 6;
        while (at < bytes.length()) {
            int length = (wide ? WIDE : NARROW)[bytes.at(at) >> 3 & 0xf];
            if (length == 0 || (bytes.at(at) & 0x83) != 0) {
                throw new Unfit("trailing-bytes");
            }
            bytes.need(at, length);
            at += length;
        }
        return bytes;
    }

    static Bytes silk(Bytes bytes) {
        int at = bytes.at(0) == 2 ? 10 : 9;
        while (at < bytes.length()) {
            int length = bytes.little16(at);
            if (length == 0xffff) {
                if (at + 2 != bytes.length()) {
                    throw new Unfit("trailing-bytes");
                }
                return bytes;
            }
            bytes.need(at + 2, length);
            at += 2 + length;
        }
        return bytes;
    }

    static Bytes mp3(Bytes bytes) {
        int start = bytes.begins("ID3") ? 10 + (bytes.at(6) << 21 | bytes.at(7) << 14 | bytes.at(8) << 7 | bytes.at(9)) : 0;
        int end = bytes.isAt(bytes.length() - MUSIC_TAG, "TAG") ? bytes.length() - MUSIC_TAG : bytes.length();
        if (start < 0 || start >= end) {
            throw new Unfit("truncated");
        }
        var sound = new Bytes(Arrays.copyOfRange(bytes.all(), start, end));
        var out = new ByteArrayOutputStream(sound.length());
        int at = 0;
        while (at < sound.length()) {
            int length = frame(sound, at);
            sound.copy(at, length, out);
            at += length;
        }
        return new Bytes(out.toByteArray());
    }

    private static int frame(Bytes bytes, int at) {
        int version = bytes.at(at + 1) >> 3 & 3;
        int rate = bytes.at(at + 2) >> 4;
        int hertz = bytes.at(at + 2) >> 2 & 3;
        boolean layerThree = (bytes.at(at + 1) >> 1 & 3) == 1;
        if (bytes.at(at) != 0xff || bytes.at(at + 1) < 0xe0 || version == 1 || !layerThree || rate == 0 || rate == 15 || hertz == 3) {
            throw new Unfit("trailing-bytes");
        }
        boolean first = version == 3;
        int bits = 1_000 * (first ? KILOBITS : KILOBITS_LOW)[rate];
        int samples = HERTZ[hertz] / (first ? 1 : version == 2 ? 2 : 4);
        return (first ? 144 : 72) * bits / samples + (bytes.at(at + 2) >> 1 & 1);
    }
}
