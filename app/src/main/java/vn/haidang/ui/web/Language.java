package vn.haidang.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.ui.Access;
import vn.haidang.ui.Requires;
import vn.haidang.ui.internal.LanguageChoice;

/** Switches the language and returns to where the visitor was. */
@Controller
class Language {

    private final LanguageChoice language;

    Language(LanguageChoice language) {
        this.language = language;
    }

    @GetMapping("/language")
    @Requires(Access.PUBLIC)
    String change(
            @RequestParam(defaultValue = "vi") String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        language.setLocale(request, response, LanguageChoice.of(to));
        return "redirect:" + (leadsHere(back) ? back : "/");
    }

    /** Only a path of our own: {@code //host} and {@code /\host} are taken for other hosts by browsers. */
    private static boolean leadsHere(String back) {
        return back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().noneMatch(letter -> letter == '\\' || letter == '{' || letter < ' ');
    }
}
