package vn.haidang.document.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Whether a picture can stand for a seal: a PNG, red on a transparent ground (Decree 30/2020/ND-CP), sharp enough to print and not huge
 * inside.
 */
final class SealImage {

    static final int LARGEST = 300 * 1024;

    private static final String UNREADABLE = "document.seals.file.unreadable";
    private static final int LEAST = 200;
    private static final int MOST = 2000;
    private static final int CLEAR = 16;
    private static final int REDDER = 40;
    private static final int HUNDRED = 100;

    private SealImage() {}

    /** Key of what is wrong with it; empty where nothing is. */
    static Optional<String> wrong(byte[] png) {
        if (png.length == 0) {
            return Optional.of("document.seals.file.missing");
        }
        if (png.length > LARGEST) {
            return Optional.of("document.seals.file.large");
        }
        try (ImageInputStream bytes = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                if (!reader.getOriginatingProvider().canDecodeInput(bytes)) {
                    return Optional.of(UNREADABLE);
                }
                reader.setInput(bytes, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (outside(width) || outside(height) || width > 2 * height || height > 2 * width) {
                    return Optional.of("document.seals.file.size");
                }
                return wrong(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.of(UNREADABLE);
        }
    }

    private static boolean outside(int pixels) {
        return pixels < LEAST || pixels > MOST;
    }

    private static Optional<String> wrong(BufferedImage image) {
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        boolean corners = clear(image.getRGB(0, 0))
                && clear(image.getRGB(right, 0))
                && clear(image.getRGB(0, bottom))
                && clear(image.getRGB(right, bottom));
        if (!corners) {
            return Optional.of("document.seals.file.ground");
        }
        long drawn = 0;
        long red = 0;
        for (int y = 0; y <= bottom; y++) {
            for (int x = 0; x <= right; x++) {
                int colour = image.getRGB(x, y);
                if (!clear(colour)) {
                    drawn++;
                    red += red(colour) ? 1 : 0;
                }
            }
        }
        long all = (long) image.getWidth() * image.getHeight();
        boolean enough = drawn * HUNDRED >= all && red * HUNDRED >= drawn * 90;
        return enough ? Optional.empty() : Optional.of("document.seals.file.red");
    }

    private static boolean clear(int colour) {
        return colour >>> 24 < CLEAR;
    }

    private static boolean red(int colour) {
        int red = colour >> 16 & 255;
        return red >= (colour >> 8 & 255) + REDDER && red >= (colour & 255) + REDDER;
    }
}
