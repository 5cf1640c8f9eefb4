package liaison.gateway.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Lines of UTF-8, each decoded by itself, so that a broken one can be named and the next one read. */
final class TextLines {
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    TextLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line, if there is one. */
    boolean next() throws IOException {
        line.reset();
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, at - from);
            if (at < end) {
                at++;
                break;
            }
        }
        number += any ? 1 : 0;
        return any;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** Whether more can be read without waiting for it. */
    boolean isReady() throws IOException {
        return at < end || in.available() > 0;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    /** Without its end, and without the marks that may begin the first one; throws {@link IllegalArgumentException} for what is no UTF-8. */
    String text() {
        byte[] bytes = line.toByteArray();
        boolean returned = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes, 0, returned ? bytes.length - 1 : bytes.length)).toString();
            return number == 1 ? text.replaceFirst("^\ufeff+", "") : text;
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException("is no text in UTF-8", broken);
        }
    }
}
