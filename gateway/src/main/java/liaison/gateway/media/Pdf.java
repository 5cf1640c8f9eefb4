package liaison.gateway.media;

import java.util.Set;
import liaison.gateway.media.PdfTokens.Token;

/**
 * PDF, which is never shown here, only handed on: read from its first byte to its last, streams unpacked. What acts when it is opened is
 * refused, and so is whatever cannot be looked into.
 */
final class Pdf {
    private static final String EOF = "%%eof";
    private static final Set<String> WORDS = Set.of("endobj", "R", "true", "false", "null", "xref", "startxref", "n", "f");
    private static final String NUMBER = "[-+0-9.]+";
    /** Unpacked in all: some pages as pictures. */
    private static final int IN_ALL = 64 << 20;

    private Pdf() {
    }

    /** Not as the format foresees it, or packed in a way that is not read here. */
    static Unfit odd() {
        return new Unfit("not-understood");
    }

    static Bytes checked(Bytes bytes) {
        int end = bytes.find(EOF, bytes.length() - 1_024);
        int last = end;
        while (end >= 0) {
            last = end;
            end = bytes.find(EOF, end + 1);
        }
        if (last < 0) {
            throw new Unfit("truncated");
        }
        for (int i = last + EOF.length(); i < bytes.length(); i++) {
            if (bytes.at(i) > ' ') {
                throw new Unfit("trailing-bytes");
            }
        }
        read(bytes);
        return bytes;
    }

    /** Readers go to objects and trailers by where they lie: one that lies in letters or a stream would be one that nobody has read here. */
    private static void read(Bytes bytes) {
        var tokens = new PdfTokens(bytes);
        int left = IN_ALL;
        int objects = 0;
        int trailers = 0;
        Token before = new Token.Letters();
        while (!tokens.isAtEnd()) {
            var token = tokens.next();
            if (token instanceof Token.Word word) {
                switch (word.letters()) {
                    case "obj" -> objects++;
                    case "trailer" -> trailers++;
                    case "stream" -> left = stream(bytes, tokens, before, left);
                    default -> {
                        if (!WORDS.contains(word.letters()) && !word.letters().matches(NUMBER)) {
                            throw odd();
                        }
                    }
                }
            }
            before = token;
        }
        if (objects != objects(bytes) || trailers != count(bytes, "trailer")) {
            throw odd();
        }
    }

    private static int stream(Bytes bytes, PdfTokens tokens, Token before, int left) {
        int at = tokens.at();
        int start = at + (bytes.isAt(at, "\r\n") ? 2 : 1);
        if (!(before instanceof Token.Dictionary(var values)) || bytes.at(start - 1) != '\n') {
            throw odd();
        }
        tokens.goOn(start);
        return new PdfStream(values).look(bytes, tokens, left);
    }

    private static int objects(Bytes bytes) {
        int count = 0;
        for (int at = bytes.find("obj", 1); at >= 0; at = bytes.find("obj", at + 1)) {
            int before = bytes.at(at - 1);
            boolean whole = PdfTokens.isSpace(before) || (before >= '0' && before <= '9');
            boolean ends = at + 3 < bytes.length() && !PdfTokens.isRegular(bytes.at(at + 3));
            count += whole && ends && bytes.isAt(at, "obj") ? 1 : 0;
        }
        return count;
    }

    private static int count(Bytes bytes, String word) {
        int count = 0;
        for (int at = bytes.find(word, 0); at >= 0; at = bytes.find(word, at + 1)) {
            count++;
        }
        return count;
    }
}
