package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.PublicServiceProblems;

/** Sends files to be kept, never to be shown: what people upload must not run on our pages. */
@Component
public class Attachments {

    private final Files files;

    Attachments(Files files) {
        this.files = files;
    }

    /** A file of this application; any other is answered like one that does not exist. */
    void send(Application application, String file, HttpServletResponse response) {
        send(
                application.files().stream()
                        .map(Application.HandedIn::file)
                        .filter(each -> each.value().toString().equals(file))
                        .findFirst()
                        .orElseThrow(PublicServiceProblems::noSuchApplication),
                response);
    }

    public void send(FileId id, HttpServletResponse response) {
        StoredFile file = files.get(id);
        try (InputStream bytes = files.open(id)) {
            response.setContentType(file.mediaType());
            response.setContentLengthLong(file.bytes());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(file.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            bytes.transferTo(response.getOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
