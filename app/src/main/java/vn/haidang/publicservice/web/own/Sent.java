package vn.haidang.publicservice.web.own;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.publicservice.internal.own.DataProblems;

/** Parts of addresses and forms; an id that is none is answered like one that does not exist. */
final class Sent {

    private static final int LAST = 10_000;

    private Sent() {}

    static UUID id(String text) {
        return uuid(text).orElseThrow(DataProblems::nothingHere);
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** What is no number is the first page. */
    static int page(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Math.clamp(Integer.parseInt(text), 1, LAST) : 1;
    }

    static ModelAndView to(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}
