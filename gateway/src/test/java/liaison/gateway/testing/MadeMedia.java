package liaison.gateway.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Pictures, films, sounds and files, good ones and such as somebody makes who means harm. */
public final class MadeMedia {
    /** What tells where a picture was made, as it stands in the file. */
    public static final String PLACE = "30.2741N120.1551E";

    private MadeMedia() {
    }

    /** Of two colours: the upper half red, the lower blue. */
    public static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width, height / 2);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, height / 2, width, height - height / 2);
        canvas.dispose();
        return picture;
    }

    public static byte[] written(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static BufferedImage read(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photo as a phone makes it: where it was made, and how it was held, stand in it. */
    public static byte[] photo(int width, int height, int orientation) {
        byte[] bare = written(picture(width, height), "jpeg");
        var tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN).put(new byte[]{'I', 'I', 42, 0}).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0).array();
        byte[] exif = joined(ascii("Exif\0\0"), tiff, ascii(PLACE));
        byte[] segment = joined(new byte[]{(byte) 0xff, (byte) 0xe1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)}, exif);
        return joined(slice(bare, 0, 2), segment, slice(bare, 2, bare.length));
    }

    /** Says that it is as large as is told, and holds nothing. */
    public static byte[] hugePng(int side) {
        var head = ByteBuffer.allocate(17).put(ascii("IHDR")).putInt(side).putInt(side).put(new byte[]{8, 2, 0, 0, 0}).array();
        return joined(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, chunk(head),
                chunk(joined(ascii("IDAT"), packed(new byte[1 << 16]))), chunk(ascii("IEND")));
    }

    private static byte[] chunk(byte[] nameAndContent) {
        var crc = new CRC32();
        crc.update(nameAndContent);
        return ByteBuffer.allocate(8 + nameAndContent.length).putInt(nameAndContent.length - 4).put(nameAndContent)
                .putInt((int) crc.getValue()).array();
    }

    public static byte[] webp(int width, int height, byte[]... more) {
        var vp8x = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN).put(ascii("VP8X")).putInt(10).putInt(0x2c)
                .put((byte) (width - 1)).put((byte) ((width - 1) >> 8)).put((byte) ((width - 1) >> 16)).put((byte) (height - 1))
                .put((byte) ((height - 1) >> 8)).put((byte) ((height - 1) >> 16)).array();
        byte[] parts = joined(vp8x, riff("VP8 ", new byte[]{0, 0, 0, (byte) 0x9d, 1, 0x2a, 16, 0, 16, 0, 1, 2}), joined(more));
        return ByteBuffer.allocate(12 + parts.length).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(4 + parts.length)
                .put(ascii("WEBP")).put(parts).array();
    }

    public static byte[] riff(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1)).order(ByteOrder.LITTLE_ENDIAN).put(ascii(name))
                .putInt(content.length).put(content).array();
    }

    /** A film that says where it was made. */
    public static byte[] film(byte[] frames) {
        byte[] place = box("udta", box("loci", ascii(PLACE)));
        return joined(box("ftyp", ascii("isom\0\0\2\0isommp41")), box("moov", box("mvhd", new byte[100]), box("trak", place), place),
                box("mdat", frames));
    }

    public static byte[] box(String name, byte[]... content) {
        byte[] all = joined(content);
        return ByteBuffer.allocate(8 + all.length).putInt(8 + all.length).put(ascii(name)).put(all).array();
    }

    public static byte[] amr(int frames) {
        byte[] frame = new byte[32];
        frame[0] = 0x3c;
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("#!AMR\n"));
        for (int i = 0; i < frames; i++) {
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    public static byte[] silk() {
        return joined(ascii("\2#!SILK_V3"), new byte[]{3, 0, 7, 7, 7, 2, 0, 7, 7, (byte) 0xff, (byte) 0xff});
    }

    /** Frames of 128 kilobits, behind a tag. */
    public static byte[] mp3(int frames) {
        byte[] frame = new byte[417];
        frame[0] = (byte) 0xff;
        frame[1] = (byte) 0xfb;
        frame[2] = (byte) 0x90;
        var out = new ByteArrayOutputStream();
        out.writeBytes(joined(ascii("ID3\4\0\0\0\0\0\21"), ascii(PLACE)));
        for (int i = 0; i < frames; i++) {
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    /** A file with one stream, packed or not, and more in its dictionary. */
    public static byte[] pdf(String plain, byte[] stream) {
        return pdfOf(pdfObject(plain, stream));
    }

    public static byte[] pdfOf(byte[]... objects) {
        return joined(ascii("%PDF-1.7\n"), joined(objects), ascii("trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"));
    }

    public static byte[] pdfObject(String plain, byte[] stream) {
        return joined(ascii("1 0 obj\n<<" + plain + "/Length " + stream.length + ">>\nstream\n"), stream,
                ascii("\nendstream\nendobj\n"));
    }

    public static byte[] packed(byte[] plain) {
        try (var deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] out = new byte[plain.length + 64];
            return slice(out, 0, deflater.deflate(out));
        }
    }

    /** Four bytes as five letters. */
    public static byte[] letters(byte[] plain) {
        var out = new StringBuilder();
        for (int i = 0; i < plain.length; i += 4) {
            int left = Math.min(4, plain.length - i);
            long group = Integer.toUnsignedLong(ByteBuffer.wrap(Arrays.copyOf(slice(plain, i, i + left), 4)).getInt());
            for (long unit = 85 * 85 * 85 * 85, n = 0; n <= left; unit /= 85, n++) {
                out.append((char) ('!' + group / unit % 85));
            }
            out.append(i % 60 == 0 ? "\n" : "");
        }
        return ascii(out + "~>");
    }

    public static byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/vbaProject.bin"));
            zip.write(1);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] slice(byte[] from, int start, int end) {
        return Arrays.copyOfRange(from, start, end);
    }

    public static byte[] ascii(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }
}
