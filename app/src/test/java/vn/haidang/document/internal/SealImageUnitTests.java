package vn.haidang.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A seal is red on a transparent ground; whatever else somebody sends is told apart before it is read whole. */
public class SealImageUnitTests {

    private static final Color RED = new Color(0xC8102E);

    /** A ring of a colour, as a file. */
    public static byte[] ring(Color colour, int size, int kind) {
        return ring(colour, size, size, kind, "png");
    }

    private static byte[] ring(Color colour, int width, int height, int kind, String format) {
        var image = new BufferedImage(width, height, kind);
        var pen = image.createGraphics();
        if (kind == BufferedImage.TYPE_INT_RGB) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
        }
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(9));
        pen.drawOval(10, 10, width - 20, height - 20);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void takesARedRingOnATransparentGround() {
        assertThat(SealImage.wrong(ring(RED, 400, BufferedImage.TYPE_INT_ARGB))).isEmpty();
        assertThat(SealImage.wrong(ring(RED, 400, 300, BufferedImage.TYPE_INT_ARGB, "png")))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAnythingElse() {
        assertThat(wrong(new byte[0])).isEqualTo("missing");
        assertThat(wrong(new byte[SealImage.LARGEST + 1])).isEqualTo("large");
        assertThat(wrong("<svg/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("unreadable");
        assertThat(wrong(ring(RED, 400, 400, BufferedImage.TYPE_INT_RGB, "jpg")))
                .isEqualTo("unreadable");
        assertThat(wrong(ring(RED, 100, BufferedImage.TYPE_INT_ARGB))).isEqualTo("size");
        assertThat(wrong(ring(RED, 900, 300, BufferedImage.TYPE_INT_ARGB, "png")))
                .isEqualTo("size");
        assertThat(wrong(ring(RED, 400, BufferedImage.TYPE_INT_RGB))).isEqualTo("ground");
        assertThat(wrong(ring(Color.BLUE, 400, BufferedImage.TYPE_INT_ARGB))).isEqualTo("red");
        assertThat(wrong(ring(Color.BLACK, 400, BufferedImage.TYPE_INT_ARGB))).isEqualTo("red");
    }

    /** One that is small outside and huge inside is not read; nor is one that breaks off. */
    @Test
    void readsNothingWhole() {
        byte[] good = ring(RED, 400, BufferedImage.TYPE_INT_ARGB);
        byte[] huge = good.clone();
        huge[16] = 0x7f;
        assertThat(wrong(huge)).isIn("size", "unreadable");
        assertThat(wrong(Arrays.copyOf(good, good.length / 2))).isEqualTo("unreadable");
    }

    private static String wrong(byte[] png) {
        String key = SealImage.wrong(png).orElseThrow();
        return key.substring("document.seals.file.".length());
    }
}
