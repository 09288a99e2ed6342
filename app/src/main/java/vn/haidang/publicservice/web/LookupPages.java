package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.Attempts;
import vn.haidang.publicservice.internal.Lookup;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** What the receipt promises: with the dossier code and the secret anybody sees how the application stands, and nothing else of it. */
@Controller
class LookupPages {

    static final Attempts.Limit PER_ADDRESS = new Attempts.Limit("lookup", 20, Duration.ofMinutes(15));

    private final Lookup lookup;
    private final Attempts attempts;
    private final ReceiverChoice receivers;

    LookupPages(Lookup lookup, Attempts attempts, ReceiverChoice receivers) {
        this.lookup = lookup;
        this.attempts = attempts;
        this.receivers = receivers;
    }

    @GetMapping("/lookup")
    @Requires(Access.PUBLIC)
    PageView ask() {
        return new PageView("publicservice/lookup", new LookupPage("", null, "", List.of()));
    }

    /** By POST, so that no secret stands in an address. */
    @PostMapping("/lookup")
    @Requires(Access.PUBLIC)
    PageView find(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (code.isBlank() || secret.isBlank()) {
            return wrong(
                    code,
                    FieldError.of(code.isBlank() ? "code" : "secret", "publicservice.lookup.empty"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!attempts.take(PER_ADDRESS, request.getRemoteAddr())) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(PER_ADDRESS.pause().toSeconds()));
            return wrong(code, FieldError.of("code", "publicservice.lookup.too-often"), HttpStatus.TOO_MANY_REQUESTS);
        }
        return lookup.find(code, secret)
                .map(found -> new PageView(
                        "publicservice/lookup",
                        new LookupPage(found.dossierCode(), found, receivers.name(found.unit()), List.of())))
                .orElseGet(() -> wrong(code, FieldError.of("code", "publicservice.lookup.none"), HttpStatus.NOT_FOUND));
    }

    private static PageView wrong(String code, FieldError error, HttpStatus status) {
        var view = new PageView("publicservice/lookup", new LookupPage(code, null, "", List.of(error)));
        view.setStatus(status);
        return view;
    }
}
