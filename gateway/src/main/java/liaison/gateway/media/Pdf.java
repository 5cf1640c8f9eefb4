package liaison.gateway.media;

import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** PDF, which is never shown here, only handed on: what acts when it is opened is refused, packed away or not. */
final class Pdf {
    private static final List<String> ACTIVE = List.of("/javascript", "/launch", "/embeddedfile", "/richmedia", "/xfa ", "/xfa[",
            "/encrypt",
            "/submitform", "/importdata");
    private static final String END = "%%eof";
    /** Unpacked so far; tables of objects are small, and pictures need not be read to their end. */
    private static final int OF_EACH = 1 << 20;
    private static final int IN_ALL = 32 << 20;

    private Pdf() {
    }

    static Bytes checked(Bytes bytes) {
        int end = bytes.find(END, bytes.length() - 1_024);
        int last = end;
        while (end >= 0) {
            last = end;
            end = bytes.find(END, end + 1);
        }
        if (last < 0) {
            throw new Unfit("truncated");
        }
        for (int i = last + END.length(); i < bytes.length(); i++) {
            if (bytes.at(i) > ' ') {
                throw new Unfit("trailing-bytes");
            }
        }
        refuseActive(bytes);
        unpack(bytes);
        return bytes;
    }

    private static void refuseActive(Bytes bytes) {
        if (ACTIVE.stream().anyMatch(name -> bytes.find(name, 0) >= 0)) {
            throw new Unfit("active");
        }
    }

    private static void unpack(Bytes bytes) {
        int left = IN_ALL;
        for (int at = bytes.find("stream", 0); at >= 0; at = bytes.find("stream", at + 1)) {
            int start = at + "stream".length() + (bytes.isAt(at + 6, "\r\n") ? 2 : 1);
            var plain = unpacked(bytes, start);
            left -= plain.length();
            if (left < 0) {
                throw new Unfit("too-much-inside");
            }
            refuseActive(plain);
        }
    }

    /** Nothing where it is not packed in the usual way. */
    private static Bytes unpacked(Bytes bytes, int start) {
        byte[] plain = new byte[OF_EACH];
        int length = 0;
        if (start < bytes.length() && (bytes.at(start) & 0x0f) == 8) {
            try (var inflater = new Inflater()) {
                inflater.setInput(bytes.all(), start, bytes.length() - start);
                length = inflater.inflate(plain);
            } catch (DataFormatException otherwise) {
                length = 0;
            }
        }
        return new Bytes(Arrays.copyOf(plain, length));
    }
}
