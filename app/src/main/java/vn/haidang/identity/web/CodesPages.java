package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Shows the recovery codes once, and goes on when their owner has kept them. */
@Controller
class CodesPages {

    static final String PATH = "/sign-in/second/codes";

    private final Proving proving;
    private final KeptCodes codes;
    private final Entering entering;

    CodesPages(Proving proving, KeptCodes codes, Entering entering) {
        this.proving = proving;
        this.codes = codes;
        this.entering = entering;
    }

    @GetMapping(PATH)
    @Requires(Access.PUBLIC)
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        var who = proving.mayEnrol(request).orElse(null);
        if (who == null) {
            return Entering.away("/sign-in");
        }
        var kept = codes.of(who.account(), request);
        return kept.isEmpty() ? onwards(who, request, response) : new PageView("identity/codes", new CodesPage(kept));
    }

    @PostMapping(PATH)
    @Requires(Access.PUBLIC)
    ModelAndView kept(HttpServletRequest request, HttpServletResponse response) {
        var who = proving.mayEnrol(request).orElse(null);
        if (who == null) {
            throw Proving.beginAgain();
        }
        KeptCodes.forget(request);
        return onwards(who, request, response);
    }

    private ModelAndView onwards(Proving.Who who, HttpServletRequest request, HttpServletResponse response) {
        var half = who.half();
        return half == null ? Entering.away(SecurityPages.PATH) : entering.goOn(half, request, response);
    }
}
