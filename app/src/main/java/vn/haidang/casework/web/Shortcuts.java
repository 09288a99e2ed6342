package vn.haidang.casework.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** Whether single keys do something on this device (WCAG 2.1.4: they can be turned off). On until somebody says no. */
final class Shortcuts {

    private static final String COOKIE = "hd-shortcuts";
    private static final String OFF = "off";

    private Shortcuts() {}

    static boolean on(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .noneMatch(OFF::equals);
    }

    /** Not hidden from scripts: they are the ones who must know. */
    static ResponseCookie remembered(boolean on) {
        return ResponseCookie.from(COOKIE, on ? "on" : OFF)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .build();
    }
}
