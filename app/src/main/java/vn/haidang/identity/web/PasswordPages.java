package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.internal.OwnPassword;
import vn.haidang.identity.internal.second.Steps;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** A password of one's own in the place of the one an administrator gave. */
@Controller
class PasswordPages {

    static final String PATH = "/sign-in/password";

    private final Proving proving;
    private final OwnPassword passwords;
    private final Steps steps;
    private final Entering entering;

    PasswordPages(Proving proving, OwnPassword passwords, Steps steps, Entering entering) {
        this.proving = proving;
        this.passwords = passwords;
        this.steps = steps;
        this.entering = entering;
    }

    @GetMapping(PATH)
    @Requires(Access.PUBLIC)
    ModelAndView show(HttpServletRequest request) {
        return proving.halfway(request).filter(this::mayChoose).isPresent()
                ? new PageView("identity/password", new PasswordPage(List.of()))
                : Entering.away("/sign-in");
    }

    @PostMapping(PATH)
    @Requires(Access.PUBLIC)
    ModelAndView choose(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        var half = proving.halfway(request).filter(this::mayChoose).orElse(null);
        if (half == null) {
            throw Proving.beginAgain();
        }
        var errors = passwords.choose(half.account(), password, again);
        if (errors.isEmpty()) {
            return entering.goOn(half, request, response);
        }
        var page = new PageView("identity/password", new PasswordPage(errors));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private boolean mayChoose(Halfway half) {
        return steps.next(half.account(), half.proved()) == Steps.Step.PASSWORD;
    }
}
