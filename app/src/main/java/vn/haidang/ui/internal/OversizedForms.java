package vn.haidang.ui.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.haidang.ui.KeptInput;
import vn.haidang.ui.Problem;

/**
 * A form that is larger than the server takes is refused by its length, before anything of it is read. Here its words are read and kept for
 * the page it came from; its files are read over, as the server would do to be able to answer. Inside the session, outside all that asks for a parameter.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class OversizedForms extends OncePerRequestFilter {

    private final WayBack way;
    private final long most;
    private final long readable;

    /** Where nothing is set, as the server has it. */
    OversizedForms(
            WayBack way,
            @Value("${spring.servlet.multipart.max-request-size:10MB}") String most,
            @Value("${server.tomcat.max-swallow-size:2MB}") String readable) {
        this.way = way;
        this.most = DataSize.parse(most).toBytes();
        this.readable = DataSize.parse(readable).toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > most && length <= readable && way.toTheField(request).isPresent() && KeptInput.possible(request)) {
            KeptInput.keep(request, words(request));
            throw Problem.of(Failure.TOO_LARGE, 413).exception();
        }
        chain.doFilter(request, response);
    }

    /** What was typed, by field, wherever among the files it stands; empty where the form came broken. */
    private static Map<String, List<String>> words(HttpServletRequest request) throws IOException {
        Map<String, List<String>> words = new LinkedHashMap<>();
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            long left = KeptInput.LONGEST;
            while (parts.hasNext()) {
                var part = parts.next();
                if (!part.isFormField() || part.getFieldName() == null) {
                    continue;
                }
                try (InputStream text = part.openStream()) {
                    byte[] read = text.readNBytes((int) left + 1);
                    left -= read.length;
                    if (left < 0) {
                        return Map.of();
                    }
                    words.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
                            .add(new String(read, StandardCharsets.UTF_8));
                }
            }
            return words;
        } catch (FileUploadException broken) {
            return Map.of();
        }
    }
}
