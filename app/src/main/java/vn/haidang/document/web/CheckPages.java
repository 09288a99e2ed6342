package vn.haidang.document.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.haidang.document.internal.Checks;
import vn.haidang.identity.Attempts;
import vn.haidang.organization.Units;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/**
 * Anybody checks a document that was given out: by its code, or by the file. The browser reckons the file's hash and sends that alone; without
 * scripts the file is sent, its hash reckoned here, and nothing of it kept. A wrong code and a strange file get one answer.
 */
@Controller
class CheckPages {

    private static final Attempts.Limit PER_ADDRESS = new Attempts.Limit("document-check", 300, Duration.ofMinutes(15));
    private static final int BUFFER = 8192;

    private final Checks checks;
    private final Units units;
    private final Attempts attempts;

    CheckPages(Checks checks, Units units, Attempts attempts) {
        this.checks = checks;
        this.units = units;
        this.attempts = attempts;
    }

    @Bean
    static MenuEntry documentCheckEntry() {
        return new MenuEntry("document.menu.check", MenuEntry.Menu.PUBLIC, "/check", Access.PUBLIC, 85);
    }

    @GetMapping("/check")
    @Requires(Access.PUBLIC)
    PageView ask() {
        return new PageView("document/check", CheckPage.empty());
    }

    @GetMapping("/check/{code}")
    @Requires(Access.PUBLIC)
    PageView scanned(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return answer(code, request, response, () -> checks.byCode(code));
    }

    @PostMapping("/check")
    @Requires(Access.PUBLIC)
    PageView check(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response) {
        String sha256 = file == null || file.isEmpty() ? hash.strip() : hash(file);
        if (!sha256.isEmpty()) {
            return answer(code, request, response, () -> checks.byFile(sha256, code));
        }
        if (code.isBlank()) {
            return wrong(code, "document.check.empty", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(code, request, response, () -> checks.byCode(code));
    }

    private interface Question {
        Optional<Checks.Found> ask();
    }

    private PageView answer(String code, HttpServletRequest request, HttpServletResponse response, Question question) {
        if (!attempts.take(PER_ADDRESS, request.getRemoteAddr())) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(PER_ADDRESS.pause().toSeconds()));
            return wrong(code, "document.check.too-often", HttpStatus.TOO_MANY_REQUESTS);
        }
        return question.ask()
                .map(found -> new PageView(
                        "document/check",
                        new CheckPage(
                                code,
                                found,
                                units.named(found.issuer(), found.issuedOn()).name(),
                                List.of())))
                .orElseGet(() -> wrong(code, "document.check.none", HttpStatus.NOT_FOUND));
    }

    private static PageView wrong(String code, String message, HttpStatus status) {
        var view =
                new PageView("document/check", new CheckPage(code, null, "", List.of(FieldError.of("code", message))));
        view.setStatus(status);
        return view;
    }

    private static String hash(MultipartFile file) {
        try (InputStream bytes = file.getInputStream()) {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[BUFFER];
            for (int read = bytes.read(part); read >= 0; read = bytes.read(part)) {
                digest.update(part, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
