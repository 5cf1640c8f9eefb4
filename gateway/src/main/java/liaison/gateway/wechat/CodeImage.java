package liaison.gateway.wechat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws a QR code for printing: black on white with the quiet zone, readable with a quarter of it gone. */
public final class CodeImage {
    /** At 300 dots an inch some 10 cm wide. */
    private static final int DOTS = 1200;
    private static final int QUIET = 4;
    private static final Map<EncodeHintType, ?> HINTS = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q,
            EncodeHintType.MARGIN, QUIET, EncodeHintType.CHARACTER_SET, "UTF-8");

    private CodeImage() {
    }

    public static byte[] png(String content) {
        var modules = modules(content, DOTS);
        var image = new BufferedImage(modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                image.setRGB(x, y, modules.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One path of a square a module, so that it prints sharp at any size; the name stands below. */
    public static byte[] svg(String content, String name) {
        var modules = modules(content, 1);
        int size = modules.getWidth();
        var path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="%dmm" viewBox="0 0 %d %d" shape-rendering="crispEdges">
                <title>%s</title>
                <rect width="%d" height="%d" fill="#fff"/>
                <path fill="#000" d="%s"/>
                <text x="%s" y="%d" font-family="sans-serif" font-size="3" text-anchor="middle">%s</text>
                </svg>
                """.formatted(Math.round(100.0 * (size + QUIET) / size), size, size + QUIET, escaped(name), size, size + QUIET, path,
                size / 2.0, size + 1, escaped(name)).getBytes(StandardCharsets.UTF_8);
    }

    private static BitMatrix modules(String content, int dots) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, dots, dots, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a code", e);
        }
    }

    private static String escaped(String name) {
        return XmlText.clean(name).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
