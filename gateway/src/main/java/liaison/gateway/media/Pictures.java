package liaison.gateway.media;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws pictures anew: nothing of the old file but its dots is kept, so neither where it was made nor what hung on to it. */
final class Pictures {
    /** More is made to fill the memory. */
    private static final long MOST_DOTS = 50_000_000;
    /** What is larger is kept at a half, a third … of its sides: enough for every detail on a street. */
    private static final long KEPT_DOTS = 8_000_000;
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final float QUALITY = 0.9f;
    /** One at a time: a picture takes ten times its file while it is drawn. */
    private final Semaphore turn = new Semaphore(1, true);

    Bytes jpeg(Bytes bytes) {
        var bare = Jpeg.bare(bytes);
        return inTurn(() -> new Bytes(jpeg(upright(decoded(bare.bytes(), "jpeg"), bare.orientation()))));
    }

    Bytes png(Bytes bytes, String format) {
        return inTurn(() -> {
            var picture = decoded(bytes, format);
            byte[] png = written(picture, "png");
            return new Bytes(png.length <= MOST_BYTES ? png : jpeg(upright(picture, 1)));
        });
    }

    private interface Drawing {
        Bytes draw() throws IOException;
    }

    private Bytes inTurn(Drawing drawing) {
        turn.acquireUninterruptibly();
        try {
            return drawing.draw();
        } catch (IOException broken) {
            throw new Unfit("broken");
        } finally {
            turn.release();
        }
    }

    private static BufferedImage decoded(Bytes bytes, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.all()))) {
            reader.setInput(in, true, true);
            long dots = (long) reader.getWidth(0) * reader.getHeight(0);
            if (dots > MOST_DOTS) {
                throw new Unfit("too-many-dots");
            }
            var how = reader.getDefaultReadParam();
            int step = (int) Math.ceil(Math.sqrt((double) dots / KEPT_DOTS));
            if (step > 1) {
                how.setSourceSubsampling(step, step, 0, 0);
            }
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /** On white, and turned as the camera was held. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lies = orientation > 4;
        var turned = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        var canvas = turned.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        canvas.drawImage(picture, turn(orientation, width, height), null);
        canvas.dispose();
        return turned;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        return written(picture, "jpeg");
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
