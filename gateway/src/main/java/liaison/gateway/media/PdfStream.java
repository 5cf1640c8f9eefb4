package liaison.gateway.media;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import liaison.gateway.media.PdfTokens.Token;

/** What a stream's dictionary says of it, and its content. What is packed in a way that is not read here is unfit. */
final class PdfStream {
    private static final String END = "endstream";
    private static final Set<String> OF_PICTURES = Set.of("DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode");
    private static final Set<String> OUTSIDE = Set.of("F", "FFilter", "FDecodeParms");
    private static final Token NONE = new Token.Word("null");
    private static final Token PICTURE = new Token.Name("XObject");
    private static final int MOST_FILTERS = 2;
    private static final int LONGEST_ROW = 1 << 20;

    private final Map<String, Token> values;
    private final List<String> filters;
    /** Objects lie in nothing that has no first one. */
    private final boolean isPicture;

    PdfStream(Map<String, Token> values) {
        this(values, values.containsKey("Filter") ? filters(values.get("Filter")) : List.of());
        if (values.keySet().stream().anyMatch(OUTSIDE::contains)) {
            throw Pdf.odd();
        }
    }

    private PdfStream(Map<String, Token> values, List<String> filters) {
        this.values = values;
        this.filters = filters;
        isPicture = new Token.Name("Image").equals(values.get("Subtype")) && !holdsObjects()
                && values.getOrDefault("Type", PICTURE).equals(PICTURE);
    }

    private boolean holdsObjects() {
        return values.containsKey("First") || values.containsKey("N");
    }

    private static List<String> filters(Token said) {
        return switch (said) {
            case Token.Name(var name) -> List.of(name);
            case Token.Array(var values) when values.size() <= MOST_FILTERS -> values.stream().map(PdfStream::filter).toList();
            default -> throw Pdf.odd();
        };
    }

    private static String filter(Token said) {
        if (said instanceof Token.Name(var name)) {
            return name;
        }
        throw Pdf.odd();
    }

    /** How far a content goes, and how much of the bound is left. */
    private record Looked(int end, int left) {
    }

    /** Looks at the content from an index on; answers how much of the bound is left, and goes on behind its end. */
    int look(Bytes bytes, PdfTokens tokens, int left) {
        int start = tokens.at();
        String first = filters.isEmpty() ? "" : filters.getFirst();
        Looked looked;
        if (first.equals("ASCII85Decode")) {
            var text = Ascii85.read(bytes, start);
            var plain = new Bytes(text.plain());
            looked = new Looked(text.end(), new PdfStream(values, filters.subList(1, filters.size())).lookInside(plain, left));
        } else {
            looked = looked(bytes, start, first.isEmpty() ? plainEnd(bytes, start) : -1, left);
        }
        end(bytes, tokens, looked.end());
        return looked.left();
    }

    /** The same for what was packed twice. */
    private int lookInside(Bytes plain, int left) {
        var looked = looked(plain, 0, plain.length(), left);
        for (int i = looked.end(); i < plain.length(); i++) {
            if (!PdfTokens.isSpace(plain.at(i))) {
                throw Pdf.odd();
            }
        }
        return looked.left();
    }

    /** @param length where the content ends unless it tells by itself; -1 for where that is said */
    private Looked looked(Bytes bytes, int start, int length, int left) {
        if (filters.size() > 1) {
            throw Pdf.odd();
        }
        String filter = filters.isEmpty() ? "" : filters.getFirst();
        if (filter.equals("FlateDecode")) {
            return inflate(bytes, start, left);
        }
        if (!filter.isEmpty() && !(isPicture && OF_PICTURES.contains(filter))) {
            throw Pdf.odd();
        }
        int end = length < 0 ? said(bytes, start) : length;
        var names = new NameReader();
        for (int i = start; !isPicture && i < end; i++) {
            names.pass(bytes.at(i));
        }
        names.pass(' ');
        return new Looked(end, left);
    }

    private static int said(Bytes bytes, int start) {
        int end = bytes.find(END, start);
        if (end < 0) {
            throw Pdf.odd();
        }
        return end;
    }

    /**
     * Where the end cannot be told by the content, it is said; by another object mostly where the file was written in one go. A content
     * without objects may be read to the first end there: what follows is looked at either way.
     */
    private int plainEnd(Bytes bytes, int start) {
        boolean elsewhere = new Token.Word("R").equals(values.get("Length")) && !holdsObjects();
        return elsewhere ? said(bytes, start) : start + number(values, "Length", -1);
    }

    private Looked inflate(Bytes bytes, int start, int most) {
        var rows = isPicture ? PdfRows.NONE : rows();
        int left = most;
        var names = new NameReader();
        byte[] plain = new byte[1 << 16];
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes.all(), start, bytes.length() - start);
            while (!inflater.finished()) {
                int length = inflater.inflate(plain);
                left -= length;
                if (left < 0) {
                    throw new Unfit("too-much-inside");
                }
                if (length == 0 && !inflater.finished()) {
                    throw Pdf.odd();
                }
                for (int i = 0; !isPicture && i < length; i++) {
                    rows.add(plain[i], names);
                }
            }
            names.pass(' ');
            return new Looked(start + Math.toIntExact(inflater.getBytesRead()), left);
        } catch (DataFormatException otherwise) {
            throw Pdf.odd();
        }
    }

    private static void end(Bytes bytes, PdfTokens tokens, int index) {
        int end = index;
        while (PdfTokens.isSpace(bytes.at(end))) {
            end++;
        }
        if (!bytes.isAt(end, END)) {
            throw Pdf.odd();
        }
        tokens.goOn(end + END.length());
    }

    private PdfRows rows() {
        var said = values.getOrDefault("DecodeParms", values.getOrDefault("DP", NONE));
        if (said instanceof Token.Array(var all)) {
            // letters have none
            boolean last = !all.isEmpty() && all.subList(0, all.size() - 1).stream().allMatch(NONE::equals);
            said = last ? all.getLast() : said;
        }
        return switch (said) {
            case Token.Word(var letters) when letters.equals("null") -> PdfRows.NONE;
            case Token.Dictionary(var parameters) -> rows(parameters);
            default -> throw Pdf.odd();
        };
    }

    private static PdfRows rows(Map<String, Token> parameters) {
        int predictor = number(parameters, "Predictor", 1);
        if (predictor == 1) {
            return PdfRows.NONE;
        }
        long dot = (long) number(parameters, "Colors", 1) * number(parameters, "BitsPerComponent", 8);
        long row = (dot * number(parameters, "Columns", 1) + 7) / 8;
        if (predictor < 10 || predictor > 15 || dot < 1 || row < 1 || row > LONGEST_ROW) {
            throw Pdf.odd();
        }
        return new PdfRows((int) row, (int) Math.max(1, dot / 8));
    }

    private static int number(Map<String, Token> values, String key, int otherwise) {
        if (otherwise >= 0 && !values.containsKey(key)) {
            return otherwise;
        }
        if (values.get(key) instanceof Token.Word(var digits) && digits.matches("[0-9]{1,8}")) {
            return Integer.parseInt(digits);
        }
        throw Pdf.odd();
    }
}
