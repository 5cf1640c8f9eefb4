package liaison.gateway.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Whether a file is text in UTF-8, and how many lines it has; a decoder that replaces what it cannot read would store
 * wrong names.
 *
 * @param reason what is wrong at {@code line}, or empty
 */
record FirstLook(long lines, long line, String reason) {
    private static final int BUFFER = 1 << 16;
    private static final int UTF16_MARK = 0xFEFF;
    private static final int UTF16_SWAPPED = 0xFFFE;
    private static final int ZIP = 0x504B;
    private static final String SAVE = "; save it as “CSV UTF-8”";

    static FirstLook at(InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(BUFFER);
        var chars = CharBuffer.allocate(BUFFER);
        long ends = 0;
        boolean first = true;
        for (int read = 0; read >= 0;) {
            read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + read).flip();
            if (first && bytes.limit() > 1 && !foreign(bytes.getShort(0) & 0xFFFF).isEmpty()) {
                return new FirstLook(0, 1, foreign(bytes.getShort(0) & 0xFFFF) + SAVE);
            }
            first = false;
            read = read == 0 ? -1 : read;
            CoderResult result = decoder.decode(bytes, chars, read < 0);
            bytes.compact();
            chars.flip();
            for (int i = 0; i < chars.limit(); i++) {
                ends += chars.get(i) == '\n' ? 1 : 0;
                if (chars.get(i) == 0) {
                    return new FirstLook(ends, ends + 1, "is not text" + SAVE);
                }
            }
            chars.clear();
            if (result.isError()) {
                return new FirstLook(ends, ends + 1, "is not UTF-8, perhaps GBK" + SAVE);
            }
        }
        return new FirstLook(ends + 1, 0, "");
    }

    private static String foreign(int start) {
        return switch (start) {
            case UTF16_MARK, UTF16_SWAPPED -> "is UTF-16";
            case ZIP -> "is a workbook or an archive, not CSV";
            default -> "";
        };
    }
}
