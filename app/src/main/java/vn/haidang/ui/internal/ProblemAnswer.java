package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Screen;

/**
 * Tells people (a page) and programs (RFC 9457 problem details) what went wrong, in their language. Nothing of the inside leaves:
 * the stack trace goes to the log under a reference that the answer names.
 */
@Component
public class ProblemAnswer {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswer.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final TemplateViews views;
    private final Screens screens;
    private final References references;
    private final WayBack way;

    ProblemAnswer(TemplateViews views, Screens screens, References references, WayBack way) {
        this.views = views;
        this.screens = screens;
        this.references = references;
        this.way = way;
    }

    /** Answers with what an exception means. */
    public void write(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = Failure.of(thrown);
        var reference = problem.status() >= 500 ? references.next() : "";
        if (problem.status() >= 500) {
            log.error("{} {} {}", reference, problem.code(), request.getMethod(), thrown);
        }
        write(problem, reference, request, response);
    }

    /** What a status means, when no exception says more. */
    public static Problem ofStatus(int status) {
        return Failure.ofStatus(status);
    }

    /** Answers with a problem nobody threw. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(problem, "", request, response);
    }

    private void write(Problem problem, String reference, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        SecurityHeaders.set(request, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean tooLarge = problem.code().equals(Failure.TOO_LARGE) && Audience.of(request) == Audience.PEOPLE;
        var field = tooLarge ? way.toTheField(request) : Optional.<String>empty();
        if (field.isPresent()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, field.get());
            return;
        }
        response.setStatus(problem.status());
        var screen = screen(problem, request);
        if (Audience.of(request) == Audience.PROGRAMS) {
            writeJson(problem, reference, screen, response);
        } else {
            var page = new ProblemPage(
                    problem, reference, tooLarge ? way.page(request).orElse("") : "");
            views.view("ui/problem").write(screen, Map.of("page", page), response);
        }
    }

    private Screen screen(Problem problem, HttpServletRequest request) {
        return problem.status() >= 500 ? screens.ofNobody(request) : screens.of(request);
    }

    private static void writeJson(Problem problem, String reference, Screen screen, HttpServletResponse response)
            throws IOException {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", "urn:haidang:problem:" + problem.code().replace('/', ':'));
        body.put("title", screen.say(problem.messageKey(), problem.arguments().toArray()));
        body.put("status", problem.status());
        var detail = problem.messageKey() + ".detail";
        if (screen.knows(detail)) {
            body.put("detail", screen.say(detail, problem.arguments().toArray()));
        }
        body.put("instance", screen.path());
        body.put("code", problem.code());
        if (!reference.isEmpty()) {
            body.put("reference", reference);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setLocale(screen.locale());
        var bytes = JSON.writeValueAsBytes(body);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
