package liaison.gateway.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects of a PDF in the order of its bytes; streams are left to whoever asks. What the format does not foresee is unfit. */
final class PdfTokens {
    private static final int DEEPEST = 64;
    private static final int LONGEST_WORD = 128;
    private static final String SPACES = "\0\t\n\f\r ";
    private static final String DELIMITERS = "()<>[]{}/%";

    private final Bytes bytes;
    private int at;

    PdfTokens(Bytes bytes) {
        this.bytes = bytes;
    }

    /** A value, or a keyword such as {@code obj}. */
    sealed interface Token {
        record Name(String plain) implements Token {
        }

        record Word(String letters) implements Token {
        }

        /** Of characters; what it says is nobody's business. */
        record Letters() implements Token {
        }

        record Array(List<Token> values) implements Token {
        }

        record Dictionary(Map<String, Token> values) implements Token {
        }
    }

    int at() {
        return at;
    }

    void goOn(int index) {
        at = index;
    }

    boolean isAtEnd() {
        skip();
        return at >= bytes.length();
    }

    Token next() {
        return next(DEEPEST);
    }

    private Token next(int deeper) {
        skip();
        if (deeper == 0) {
            throw Pdf.odd();
        }
        int letter = bytes.at(at);
        return switch (letter) {
            case '/' -> name();
            case '(' -> letters();
            case '[' -> array(deeper);
            case '<' -> bytes.isAt(at, "<<") ? dictionary(deeper) : hex();
            default -> deeper == DEEPEST ? word() : number();
        };
    }

    private void skip() {
        while (at < bytes.length() && (isSpace(bytes.at(at)) || bytes.at(at) == '%')) {
            if (bytes.at(at) == '%') {
                while (at < bytes.length() && bytes.at(at) != '\n' && bytes.at(at) != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private Token name() {
        var names = new NameReader();
        at++;
        while (at < bytes.length() && isRegular(bytes.at(at))) {
            names.add(bytes.at(at++));
        }
        return new Token.Name(names.name());
    }

    private Token letters() {
        int open = 0;
        do {
            switch (bytes.at(at)) {
                case '(' -> open++;
                case ')' -> open--;
                case '\\' -> at++;
                default -> {
                }
            }
            at++;
        } while (open > 0);
        return new Token.Letters();
    }

    private Token hex() {
        at++;
        while (bytes.at(at) != '>') {
            if (!isSpace(bytes.at(at)) && Character.digit(bytes.at(at), 16) < 0) {
                throw Pdf.odd();
            }
            at++;
        }
        at++;
        return new Token.Letters();
    }

    private Token array(int deeper) {
        at++;
        var values = new ArrayList<Token>();
        while (!isNext("]")) {
            values.add(next(deeper - 1));
        }
        return new Token.Array(List.copyOf(values));
    }

    /** Of two values under one key nobody knows which counts. */
    private Token dictionary(int deeper) {
        at += 2;
        var values = new HashMap<String, Token>();
        while (!isNext(">>")) {
            if (!(next(deeper - 1) instanceof Token.Name(var key)) || values.put(key, value(deeper - 1)) != null) {
                throw Pdf.odd();
            }
        }
        return new Token.Dictionary(Map.copyOf(values));
    }

    /** A reference is three words, and is kept as its last. */
    private Token value(int deeper) {
        var value = next(deeper);
        if (!(value instanceof Token.Word)) {
            return value;
        }
        int after = at;
        if (isWord() && next(deeper) instanceof Token.Word && isWord() && next(deeper) instanceof Token.Word(var last)
                && last.equals("R")) {
            return new Token.Word("R");
        }
        at = after;
        return value;
    }

    private boolean isWord() {
        skip();
        return at < bytes.length() && isRegular(bytes.at(at));
    }

    private boolean isNext(String end) {
        skip();
        boolean found = bytes.isAt(at, end);
        if (found) {
            at += end.length();
        }
        return found;
    }

    /** Or one of the few other words that may stand inside a value. */
    private Token number() {
        var word = word();
        if (!word.letters().matches("[-+0-9.]+|true|false|null|R")) {
            throw Pdf.odd();
        }
        return word;
    }

    private Token.Word word() {
        int start = at;
        while (at < bytes.length() && isRegular(bytes.at(at))) {
            at++;
        }
        if (at == start || at - start > LONGEST_WORD) {
            throw Pdf.odd();
        }
        return new Token.Word(bytes.text(start, at));
    }

    static boolean isSpace(int letter) {
        return SPACES.indexOf(letter) >= 0;
    }

    static boolean isRegular(int letter) {
        return !isSpace(letter) && DELIMITERS.indexOf(letter) < 0;
    }
}
