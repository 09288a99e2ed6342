package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a visitor: Vietnamese until the visitor chose English. The choice lives in a cookie, so it needs neither a
 * session nor an account; the browser's own preference is not asked, for most phones sold here speak English. A page fetched without
 * cookies may name its language in its address.
 */
@Component("localeResolver")
public class LanguageChoice implements LocaleResolver {

    public static final Locale VIETNAMESE = Locale.of("vi", "VN");
    public static final Locale ENGLISH = Locale.of("en", "GB");

    static final String PARAMETER = "language";

    private static final String COOKIE = "language";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            return of(cookie.getValue());
        }
        String named = request.getMethod().equals("GET") ? request.getParameter(PARAMETER) : null;
        return of(named == null ? "" : named);
    }

    /** The language with this code; Vietnamese for every code we do not speak. */
    public static Locale of(String code) {
        return code.equals("en") ? ENGLISH : VIETNAMESE;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null) {
            return;
        }
        var cookie = ResponseCookie.from(COOKIE, ENGLISH.equals(locale) ? "en" : "vi")
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
