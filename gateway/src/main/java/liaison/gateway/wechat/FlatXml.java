package liaison.gateway.wechat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the platform's XML into a flat map: {@code ScanCodeInfo/ScanType}, and {@code NAME#n} for a repeated one. It knows no
 * DTD, no entity but the five of XML and no instruction but the declaration, and refuses what has them.
 */
public final class FlatXml {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_ELEMENTS = 1024;

    private final String text;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private int at;
    private int elements;

    private FlatXml(String text) {
        this.text = text;
    }

    public static Map<String, String> read(byte[] bytes) {
        FlatXml xml = new FlatXml(new String(bytes, StandardCharsets.UTF_8));
        xml.document();
        return xml.fields;
    }

    private void document() {
        at = text.startsWith("\uFEFF") ? 1 : 0;
        if (text.startsWith("<?xml ", at)) {
            skipPast("?>");
        }
        skipBlanks();
        if (!text.startsWith("<xml", at) || (at + 4 < text.length() && isNamePart(text.charAt(at + 4)))) {
            throw Refused.malformed("no xml element");
        }
        at++;
        element("", 0);
        skipBlanks();
        if (at < text.length()) {
            throw Refused.malformed("something behind the xml element");
        }
    }

    /** Reads the element whose name begins here; the root has no part in a path. */
    private void element(String parent, int depth) {
        if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw Refused.malformed("too many elements");
        }
        String name = name();
        String path = depth == 0 ? "" : parent.isEmpty() ? name : parent + '/' + name;
        if (skipAttributes()) {
            put(path, "");
            return;
        }
        String value = "";
        boolean literal = false;
        boolean branch = false;
        while (true) {
            value = value.concat(words());
            if (text.startsWith("![CDATA[", at)) {
                int start = at + 8;
                skipPast("]]>");
                value = value.concat(text.substring(start, at - 3));
                literal = true;
            } else if (text.startsWith("!--", at)) {
                skipPast("-->");
            } else if (text.startsWith("/", at)) {
                close(name);
                break;
            } else {
                branch = true;
                element(path, depth + 1);
            }
        }
        if (!branch) {
            put(path, literal ? value : value.strip());
        }
    }

    private void put(String path, String value) {
        if (!path.isEmpty()) {
            String clean = XmlText.clean(value);
            if (fields.putIfAbsent(path, clean) != null) {
                fields.put(path + '#' + elements, clean);
            }
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (at == start || !(Character.isLetter(text.charAt(start)) || text.charAt(start) == '_')) {
            throw Refused.malformed("no name where one should be");
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }

    /** Whether the element ends with its own tag. */
    private boolean skipAttributes() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '>') {
                return false;
            } else if (c == '/' && text.startsWith(">", at)) {
                at++;
                return true;
            } else if (c == '"' || c == '\'') {
                skipPast(String.valueOf(c));
            } else if (c != '=' && !isBlank(c) && !isNamePart(c)) {
                break;
            }
        }
        throw Refused.malformed("a tag does not end");
    }

    /** The characters up to the next tag, empty when they are blank. */
    private String words() {
        int start = at;
        int tag = text.indexOf('<', at);
        if (tag < 0) {
            throw Refused.malformed("an element does not end");
        }
        at = tag + 1;
        for (int i = start; i < tag; i++) {
            if (!isBlank(text.charAt(i))) {
                return XmlText.unescape(text.substring(start, tag));
            }
        }
        return "";
    }

    private void close(String name) {
        at++;
        if (!text.startsWith(name, at)) {
            throw Refused.malformed("tags do not match");
        }
        at += name.length();
        skipBlanks();
        if (!text.startsWith(">", at)) {
            throw Refused.malformed("tags do not match");
        }
        at++;
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw Refused.malformed("cut short");
        }
        at = found + end.length();
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
