package vn.haidang.document.internal.signing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A picture with transparency, packed once in the way PDF keeps it. */
record Picture(int width, int height, byte[] colours, byte[] opacity) {

    private static final int BITS = 8;
    private static final int ALPHA = 24;
    private static final int RED = 16;
    private static final int GREEN = 8;

    static Picture of(BufferedImage image) {
        int pixels = image.getWidth() * image.getHeight();
        byte[] colours = new byte[3 * pixels];
        byte[] opacity = new byte[pixels];
        int[] values = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int at = 0; at < pixels; at++) {
            opacity[at] = (byte) (values[at] >>> ALPHA);
            colours[3 * at] = (byte) (values[at] >>> RED);
            colours[3 * at + 1] = (byte) (values[at] >>> GREEN);
            colours[3 * at + 2] = (byte) values[at];
        }
        return new Picture(image.getWidth(), image.getHeight(), packed(colours), packed(opacity));
    }

    PDImageXObject in(PDDocument document) throws IOException {
        var image = image(document, colours, PDDeviceRGB.INSTANCE);
        image.getCOSObject().setItem(COSName.SMASK, image(document, opacity, PDDeviceGray.INSTANCE));
        return image;
    }

    private PDImageXObject image(
            PDDocument document, byte[] bytes, org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace colours)
            throws IOException {
        return new PDImageXObject(
                document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE, width, height, BITS, colours);
    }

    private static byte[] packed(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
