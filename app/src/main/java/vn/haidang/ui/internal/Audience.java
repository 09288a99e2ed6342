package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Who reads an answer: a person in a browser, or a program. */
enum Audience {
    PEOPLE,
    PROGRAMS;

    /** Programs ask below {@code /api/} or name JSON before HTML; everybody else gets a page. */
    static Audience of(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return PROGRAMS;
        }
        try {
            for (var type : MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT))) {
                if (type.isWildcardType() || type.isCompatibleWith(MediaType.TEXT_HTML)) {
                    return PEOPLE;
                }
                if (type.getSubtype().endsWith("json")) {
                    return PROGRAMS;
                }
            }
        } catch (InvalidMediaTypeException e) {
            return PEOPLE;
        }
        return PEOPLE;
    }
}
