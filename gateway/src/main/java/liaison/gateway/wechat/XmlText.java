package liaison.gateway.wechat;

/** Characters on their way into XML and out of it. */
public final class XmlText {
    private static final int LONGEST_REFERENCE = 10;

    private XmlText() {
    }

    /** Without the characters that XML does not have: controls, and halves of surrogate pairs. */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || !isLegal(c)) {
                return cleanFrom(text, i);
            }
        }
        return text;
    }

    private static String cleanFrom(String text, int start) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, start);
        text.codePoints().skip(text.codePointCount(0, start)).filter(XmlText::isLegal).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isLegal(int c) {
        return c < ' ' ? c == '\t' || c == '\n' || c == '\r' : (c & 0xFFFE) != 0xFFFE && (c < 0xD800 || c > 0xDFFF);
    }

    /** Resolves the five entities of XML and numbers; anything else is refused. */
    static String unescape(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        for (; at >= 0; at = text.indexOf('&', done)) {
            int end = text.indexOf(';', at);
            if (end < 0 || end - at > LONGEST_REFERENCE) {
                throw Refused.malformed("an entity does not end");
            }
            plain.append(text, done, at).appendCodePoint(referred(text.substring(at + 1, end)));
            done = end + 1;
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static int referred(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> number(name);
        };
    }

    private static int number(String name) {
        try {
            int c = name.startsWith("#x")
                    ? Integer.parseUnsignedInt(name, 2, name.length(), 16)
                    : name.startsWith("#") ? Integer.parseUnsignedInt(name, 1, name.length(), 10) : -1;
            if (Character.isValidCodePoint(c)) {
                return c;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // not a number either
        }
        throw Refused.malformed("an entity that is not XML's");
    }

    /** A text as it stands in a CDATA section, which it cannot end. */
    static String inCdata(String text) {
        return text.contains("]]>") ? text.replace("]]>", "]]]]><![CDATA[>") : text;
    }

    /** As much of a text as fits, whole characters, with a mark where something was left out. */
    public static String cut(String text, int bytes) {
        if (text.length() * 3 <= bytes) {
            return text;
        }
        int used = 0;
        int fits = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            used += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            i += Character.charCount(c);
            if (used <= bytes - 3) {
                fits = i;
            } else if (used > bytes) {
                return text.substring(0, fits) + '…';
            }
        }
        return text;
    }
}
