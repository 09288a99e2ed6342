package vn.haidang.form.web.build;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.form.Answer;
import vn.haidang.form.AnswerFacts;
import vn.haidang.form.Course;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.form.Forms;
import vn.haidang.form.QuestionView;
import vn.haidang.form.Repeats;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/**
 * A form being written, as residents would see it on a phone: the same questions, conditions and checks. What is answered goes along in
 * the page and is kept nowhere; no file is taken and nothing is looked up.
 */
@Controller
class FormPreview {

    private static final String PREVIEW = FormDesk.PATH + "/{code}/draft/preview/{page}";
    private static final String FILE_MISSING = "form.error.file-missing";

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final FormDrafts drafts;
    private final Forms forms;
    private final QuestionView questions;
    private final JsonMapper json;
    private final Clock clock;

    FormPreview(FormDrafts drafts, Forms forms, QuestionView questions, JsonMapper json, Clock clock) {
        this.drafts = drafts;
        this.forms = forms;
        this.questions = questions;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(PREVIEW)
    @Requires(FormDesk.ACTION)
    PageView look(@PathVariable String code, @PathVariable String page, Reader reader) {
        FormDefinition form = form(code);
        return draw(form, asked(form, page), given(form, null), List.of(), reader);
    }

    @PostMapping(PREVIEW)
    @Requires(FormDesk.ACTION)
    ModelAndView answer(
            @PathVariable String code,
            @PathVariable String page,
            @RequestParam(name = PreviewPage.SO_FAR, required = false) @Nullable String soFar,
            HttpServletRequest request,
            Reader reader) {
        FormDefinition form = form(code);
        Page asked = asked(form, page);
        Map<String, String> answers = given(form, soFar);
        answers.putAll(forms.bind(asked, request.getParameterMap()));
        Repeat repeat = asked.repeat();
        if (repeat != null && request.getParameter(Drafts.ADD) != null) {
            int count = Math.min(count(form, asked, answers) + 1, repeat.most());
            answers.put(asked.code(), String.valueOf(count));
            return draw(form, asked(form, asked.code() + "-" + count), answers, List.of(), reader);
        }
        String dropped = request.getParameter(Drafts.DROP);
        if (repeat != null && dropped != null) {
            form.pages().stream()
                    .filter(each -> each.code().equals(asked.code()))
                    .findFirst()
                    .ifPresent(defined -> answers.putAll(Repeats.dropped(defined, repeat, dropped, answers)));
            return draw(form, asked, answers, List.of(), reader);
        }
        if (Drafts.STAY.equals(request.getParameter(Drafts.TURN)) || request.getParameter(Drafts.LOOK_UP) != null) {
            return draw(form, asked, answers, List.of(), reader);
        }
        List<FieldError> wrong = forms.check(form, asked, answers).stream()
                .filter(error -> !error.messageKey().equals(FILE_MISSING))
                .toList();
        return wrong.isEmpty()
                ? next(form, asked, answers, reader)
                : FormDesk.refused(draw(form, asked, answers, wrong, reader));
    }

    private PageView next(FormDefinition form, Page asked, Map<String, String> answers, Reader reader) {
        List<String> course =
                form.course(answers).pages().stream().map(Page::code).toList();
        int next = course.indexOf(asked.code()) + 1;
        if (next < course.size()) {
            return draw(form, asked(form, course.get(next)), answers, List.of(), reader);
        }
        Fragment all = questions.answers(form, typed(answers), FormDesk.draft(form.code()) + "/preview/", null);
        return view(form, "", all, answers);
    }

    private PageView draw(
            FormDefinition form, Page page, Map<String, String> answers, List<FieldError> wrong, Reader reader) {
        AccountId account = requireNonNull(reader.account());
        Instant now = clock.instant();
        Draft draft = new Draft(
                DraftId.next(clock),
                "preview",
                form,
                Set.of(),
                account,
                PartyId.of(account),
                typed(answers),
                now,
                now,
                null);
        return view(form, page.code(), questions.question(draft, page.code(), wrong), answers);
    }

    private PageView view(FormDefinition form, String page, Fragment shown, Map<String, String> answers) {
        return new PageView("form/build/preview", new PreviewPage(form, page, shown, json.writeValueAsString(answers)));
    }

    /** The draft as far as it is right. */
    private FormDefinition form(String code) {
        FormDefinition form = drafts.tried(drafts.get(code).draft()).form();
        if (form == null) {
            throw Problem.of("form/definition-refused", 409).exception();
        }
        return form;
    }

    private static Page asked(FormDefinition form, String page) {
        return form.page(page)
                .orElseThrow(() -> Problem.of("form/no-such-page", 404).exception());
    }

    /** The answers that came along; anything else that was sent as such is nothing. */
    private Map<String, String> given(FormDefinition form, @Nullable String soFar) {
        Map<String, String> given = new HashMap<>();
        if (soFar != null) {
            try {
                Map<String, String> sent = json.readValue(soFar, ANSWERS);
                if (sent != null) {
                    sent.forEach((name, value) -> {
                        if (value != null && mayBeGiven(form, name)) {
                            given.put(name, value);
                        }
                    });
                }
            } catch (JacksonException unreadable) {
                given.clear();
            }
        }
        if (form.dated()) {
            given.put(AnswerFacts.TODAY, LocalDate.now(clock).toString());
        }
        return given;
    }

    private static boolean mayBeGiven(FormDefinition form, String name) {
        return form.field(name)
                .filter(field -> field.kind().typed() || field.kind() == Kind.GROUP)
                .isPresent();
    }

    private static int count(FormDefinition form, Page page, Map<String, String> answers) {
        Course course = form.course(answers);
        return Integer.parseInt(course.counting().getOrDefault(page.code(), "0"));
    }

    private static Map<String, Answer> typed(Map<String, String> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> Answer.typed(answer.getValue())));
    }
}
