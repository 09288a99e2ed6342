package vn.haidang.document.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Turns merged XHTML into PDF with embedded Vietnamese fonts; nothing outside the product is fetched. */
@Component
public class PdfRenderer {

    private static final String FAMILY = "Tinos";

    /** The directory of an OpenType file: how many tables it has, the first entry, its length; names are four letters. */
    private static final int TABLES = 4;

    private static final int FIRST_TABLE = 12;
    private static final int TABLE_ENTRY = 16;
    private static final int SUBSTITUTIONS = 0x47535542;
    private static final int UNKNOWN = 0x47535578;

    private static final Map<String, byte[]> FONTS = new ConcurrentHashMap<>();

    static {
        XRLog.setLoggingEnabled(false);
    }

    public byte[] render(String xhtml, String title) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useUriResolver((base, uri) -> null);
        builder.useFont(() -> font("Tinos_400Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Tinos_400Regular_Italic.ttf"), FAMILY, 400, FontStyle.ITALIC, true);
        builder.useFont(() -> font("Tinos_700Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        builder.withProducer("Haidang");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("rendering " + title, failure);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        return new ByteArrayInputStream(FONTS.computeIfAbsent(file, PdfRenderer::read));
    }

    /** Without its table of substitutions: Vietnamese in composed letters needs none, and asking it costs more than all the rest. */
    private static byte[] read(String file) {
        try (InputStream bytes = new ClassPathResource("fonts/" + file).getInputStream()) {
            ByteBuffer font = ByteBuffer.wrap(bytes.readAllBytes());
            int tables = font.getShort(TABLES);
            for (int table = 0; table < tables; table++) {
                int entry = FIRST_TABLE + table * TABLE_ENTRY;
                if (font.getInt(entry) == SUBSTITUTIONS) {
                    font.putInt(entry, UNKNOWN);
                }
            }
            return font.array();
        } catch (IOException missing) {
            throw new UncheckedIOException("font " + file + " is not in the build", missing);
        }
    }
}
