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
    private static final Token PICTURE = new Token.Name("XObject");
    private static final int LONGEST_ROW = 1 << 20;

    private final Map<String, Token> values;
    private final String filter;
    /** Objects lie in nothing that has no first one. */
    private final boolean isPicture;

    PdfStream(Map<String, Token> values) {
        this.values = values;
        filter = values.containsKey("Filter") ? filter(values.get("Filter")) : "";
        isPicture = new Token.Name("Image").equals(values.get("Subtype")) && !values.containsKey("First") && !values.containsKey("N")
                && values.getOrDefault("Type", PICTURE).equals(PICTURE);
        if (values.keySet().stream().anyMatch(OUTSIDE::contains)) {
            throw Pdf.odd();
        }
    }

    private static String filter(Token said) {
        return switch (said) {
            case Token.Name(var name) -> name;
            case Token.Array(var values) when values.isEmpty() -> "";
            case Token.Array(var values) when values.size() == 1 && values.get(0) instanceof Token.Name(var name) -> name;
            default -> throw Pdf.odd();
        };
    }

    /** Looks at the content from an index on; answers how much of the bound is left, and goes on behind its end. */
    int look(Bytes bytes, PdfTokens tokens, int left) {
        int start = tokens.at();
        if (filter.equals("FlateDecode")) {
            return inflate(bytes, tokens, left);
        }
        if (!filter.isEmpty() && !(isPicture && OF_PICTURES.contains(filter))) {
            throw Pdf.odd();
        }
        int end = bytes.find(END, start);
        if (end < 0) {
            throw Pdf.odd();
        }
        if (filter.isEmpty()) {
            end = start + length();
            var names = new NameReader();
            for (int i = start; !isPicture && i < end; i++) {
                names.pass(bytes.at(i));
            }
            names.pass(' ');
        }
        end(bytes, tokens, end);
        return left;
    }

    /** Where the end cannot be told by the content, it is said. */
    private int length() {
        return number(values, "Length", -1);
    }

    private int inflate(Bytes bytes, PdfTokens tokens, int most) {
        var rows = isPicture ? PdfRows.NONE : rows();
        int left = most;
        var names = new NameReader();
        byte[] plain = new byte[1 << 16];
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes.all(), tokens.at(), bytes.length() - tokens.at());
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
            end(bytes, tokens, tokens.at() + Math.toIntExact(inflater.getBytesRead()));
        } catch (DataFormatException otherwise) {
            throw Pdf.odd();
        }
        return left;
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
        var said = values.getOrDefault("DecodeParms", values.getOrDefault("DP", new Token.Word("null")));
        if (said instanceof Token.Array(var one)) {
            said = one.size() == 1 ? one.get(0) : new Token.Array(List.of());
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
