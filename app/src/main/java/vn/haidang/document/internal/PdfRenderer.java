package vn.haidang.document.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Turns merged XHTML into PDF with embedded Vietnamese fonts; nothing outside the product is fetched. */
@Component
public class PdfRenderer {

    private static final String FAMILY = "Tinos";

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
        try {
            return new ClassPathResource("fonts/" + file).getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException("font " + file + " is not in the build", missing);
        }
    }
}
