package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

final class CodeImageTest {
    private static final String URL = "http://weixin.qq.com/q/02Nt7kNLUxfYk1KqsUNBWD1234567890";
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void png_isReadBackAndLargeEnoughToPrint() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(CodeImage.png(URL)));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(read(image)).isEqualTo(URL);
    }

    @Test
    void svg_isReadBackAndNamesTheStation() throws Exception {
        byte[] svg = CodeImage.svg(URL, "城南<&>站");
        var drawn = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertThat(drawn.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("城南<&>站");
        assertThat(read(modules(new String(svg, StandardCharsets.UTF_8)))).isEqualTo(URL);
    }

    private static BufferedImage modules(String svg) {
        int dots = 8;
        var image = new BufferedImage(800, 800, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 800, 800);
        graphics.setColor(Color.BLACK);
        var found = MODULE.matcher(svg);
        while (found.find()) {
            graphics.fillRect(Integer.parseInt(found.group(1)) * dots, Integer.parseInt(found.group(2)) * dots, dots, dots);
        }
        graphics.dispose();
        return image;
    }

    private static String read(BufferedImage image) throws Exception {
        int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }
}
