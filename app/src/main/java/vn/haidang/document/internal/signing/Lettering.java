package vn.haidang.document.internal.signing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** Text as outlines of the product's own typeface: a server has no fonts of its own to draw with. */
final class Lettering {

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double unit;

    Lettering(String file) {
        try (var bytes = new ClassPathResource("fonts/" + file).getInputStream()) {
            this.font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            this.letters = font.getUnicodeCmapLookup();
            this.unit = font.getUnitsPerEm();
        } catch (IOException missing) {
            throw new UncheckedIOException("font " + file + " is not in the build", missing);
        }
    }

    /** How wide a text is at this size. */
    synchronized double width(String text, double size) {
        return text.codePoints().mapToDouble(point -> advance(point, size)).sum();
    }

    /** On a straight line that begins at the point. */
    synchronized Path2D line(String text, double size, double x, double y) {
        var path = new Path2D.Double();
        double at = x;
        for (int point : text.codePoints().toArray()) {
            var place = new AffineTransform(size / unit, 0, 0, -size / unit, at, y);
            path.append(place.createTransformedShape(outline(point)), false);
            at += advance(point, size);
        }
        return path;
    }

    /** Along the upper part of a circle, in its middle. */
    synchronized Path2D arc(String text, double size, double centre, double radius) {
        var path = new Path2D.Double();
        double angle = -width(text, size) / radius / 2;
        for (int point : text.codePoints().toArray()) {
            double half = advance(point, size) / radius / 2;
            angle += half;
            var place = AffineTransform.getTranslateInstance(centre, centre);
            place.rotate(angle);
            place.translate(-advance(point, size) / 2, -radius);
            place.scale(size / unit, -size / unit);
            path.append(place.createTransformedShape(outline(point)), false);
            angle += half;
        }
        return path;
    }

    private double advance(int point, double size) {
        try {
            return font.getAdvanceWidth(letters.getGlyphId(point)) * size / unit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private java.awt.Shape outline(int point) {
        try {
            var glyph = font.getGlyph().getGlyph(letters.getGlyphId(point));
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
