package liaison.gateway.media;

import java.io.ByteArrayOutputStream;

/**
 * Bytes that are written as letters, four as five.
 *
 * @param end behind the letters and their mark
 */
record Ascii85(byte[] plain, int end) {
    private static final int FIRST = '!';
    private static final int BASE = 85;
    private static final int GROUP = 5;

    /** Reads letters from an index on to their mark; what else stands there is unfit. */
    static Ascii85 read(Bytes bytes, int start) {
        var out = new ByteArrayOutputStream();
        long group = 0;
        int letters = 0;
        int at = start;
        for (int letter = bytes.at(at); letter != '~'; letter = bytes.at(++at)) {
            if (letter == 'z' && letters == 0) {
                put(out, 0, GROUP);
            } else if (letter >= FIRST && letter < FIRST + BASE) {
                group = group * BASE + letter - FIRST;
                if (++letters == GROUP) {
                    put(out, group, GROUP);
                    group = 0;
                    letters = 0;
                }
            } else if (!PdfTokens.isSpace(letter)) {
                throw Pdf.odd();
            }
        }
        if (letters == 1 || bytes.at(at + 1) != '>') {
            throw Pdf.odd();
        }
        if (letters > 0) {
            for (int missing = letters; missing < GROUP; missing++) {
                group = group * BASE + BASE - 1;
            }
            put(out, group, letters);
        }
        return new Ascii85(out.toByteArray(), at + 2);
    }

    private static void put(ByteArrayOutputStream out, long group, int letters) {
        if (group >> Integer.SIZE != 0) {
            throw Pdf.odd();
        }
        for (int i = 1; i < letters; i++) {
            out.write((int) (group >> (Integer.SIZE - i * Byte.SIZE)));
        }
    }
}
