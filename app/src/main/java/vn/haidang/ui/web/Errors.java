package vn.haidang.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.haidang.ui.Access;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;
import vn.haidang.ui.internal.ProblemAnswer;

/** Where the server turns when a filter, not a handler, refused or failed. */
@Controller
class Errors implements ErrorController {

    private final ProblemAnswer answer;

    Errors(ProblemAnswer answer) {
        this.answer = answer;
    }

    @RequestMapping("/error")
    @Requires(Access.PUBLIC)
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            answer.write(thrown, request, response);
        } else if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof Throwable refused) {
            answer.write(refused, request, response);
        } else {
            var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            answer.write(problem(status instanceof Integer code ? code : 404, request), request, response);
        }
    }

    /** Who may do what is decided at the handlers, so what a filter refuses to change is a form without a valid token. */
    private static Problem problem(int status, HttpServletRequest request) {
        var changes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        return status == 403 && changes ? Problem.of("ui/form-expired", 403) : ProblemAnswer.ofStatus(status);
    }
}
