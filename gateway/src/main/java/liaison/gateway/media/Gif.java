package liaison.gateway.media;

/** A GIF has an end: the JDK draws what there is of one that was cut off. */
final class Gif {
    private static final int HEAD = 13;
    private static final int TABLE = 0x80;
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2c;
    private static final int END = 0x3b;

    private Gif() {
    }

    static Bytes whole(Bytes bytes) {
        int at = HEAD + colours(bytes.at(HEAD - 3));
        while (bytes.at(at) != END) {
            at = switch (bytes.at(at)) {
                case EXTENSION -> blocks(bytes, at + 2);
                case PICTURE -> blocks(bytes, at + 11 + colours(bytes.at(at + 9)));
                default -> throw new Unfit("broken");
            };
        }
        return bytes;
    }

    private static int colours(int flags) {
        return (flags & TABLE) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int blocks(Bytes bytes, int from) {
        int at = from;
        while (bytes.at(at) != 0) {
            at += 1 + bytes.at(at);
        }
        return at + 1;
    }
}
