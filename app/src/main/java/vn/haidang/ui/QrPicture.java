package vn.haidang.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A text as a square of light and dark for a camera, drawn here: what it says goes to nobody else.
 *
 * @param size of the square, in modules, with the light border it needs
 * @param path of the dark modules, as SVG writes it
 */
public record QrPicture(int size, String path) {

    private static final int BORDER = 4;

    public static QrPicture of(String text) {
        try {
            var matrix =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, BORDER));
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrPicture(matrix.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
