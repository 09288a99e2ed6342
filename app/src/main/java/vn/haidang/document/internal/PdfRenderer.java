package vn.haidang.document.internal;

import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/** Turns merged XHTML into PDF with embedded Vietnamese fonts; nothing outside the product is fetched. */
@Component
public class PdfRenderer {

    static {
        XRLog.setLoggingEnabled(false);
    }

    /** As many as documents were ever made at the same time. */
    private final Map<Press.Letters, Queue<Press>> idle = Map.of(
            Press.Letters.USUAL, new ConcurrentLinkedQueue<>(), Press.Letters.ALL, new ConcurrentLinkedQueue<>());

    public byte[] render(String xhtml, String title) {
        Press.Letters letters = Press.Letters.of(xhtml);
        Queue<Press> presses = Objects.requireNonNull(idle.get(letters));
        Press press = Optional.ofNullable(presses.poll()).orElseGet(() -> new Press(letters));
        try {
            return press.print(xhtml);
        } catch (IOException failure) {
            throw new UncheckedIOException("rendering " + title, failure);
        } finally {
            presses.add(press);
        }
    }
}
