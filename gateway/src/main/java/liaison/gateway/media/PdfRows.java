package liaison.gateway.media;

/** Rows of bytes that are written as differences, as PNG does it. */
final class PdfRows {
    /** Nothing is a difference. */
    static final PdfRows NONE = new PdfRows(0, 0);

    private final int dot;
    private final byte[] above;
    private final byte[] row;
    private int kind = -1;
    private int at;

    /** A row's bytes, and how many of them a dot has. */
    PdfRows(int length, int dot) {
        this.dot = dot;
        above = new byte[length];
        row = new byte[length];
    }

    /** One byte more; what it stands for goes on to the names. */
    void add(byte written, NameReader names) {
        if (row.length == 0) {
            names.pass(written & 0xff);
        } else if (kind < 0) {
            kind = written & 0xff;
            if (kind > 4) {
                throw Pdf.odd();
            }
        } else {
            row[at] = (byte) (written + guess());
            names.pass(row[at] & 0xff);
            at++;
            if (at == row.length) {
                System.arraycopy(row, 0, above, 0, at);
                at = 0;
                kind = -1;
            }
        }
    }

    private int guess() {
        int left = at < dot ? 0 : row[at - dot] & 0xff;
        int up = above[at] & 0xff;
        int corner = at < dot ? 0 : above[at - dot] & 0xff;
        return switch (kind) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> nearest(left, up, corner);
            default -> 0;
        };
    }

    private static int nearest(int left, int up, int corner) {
        int ofLeft = Math.abs(up - corner);
        int ofUp = Math.abs(left - corner);
        int ofCorner = Math.abs(left + up - 2 * corner);
        if (ofLeft <= ofUp && ofLeft <= ofCorner) {
            return left;
        }
        return ofUp <= ofCorner ? up : corner;
    }
}
