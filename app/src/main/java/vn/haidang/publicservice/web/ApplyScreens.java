package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Forms;
import vn.haidang.form.QuestionView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Applications.Preparation;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;

/** Draws the pages of an application in preparation. */
@Component
class ApplyScreens {

    private final Catalogue catalogue;
    private final Applications applications;
    private final Drafts drafts;
    private final Forms forms;
    private final QuestionView questions;
    private final BesideQuestions beside;

    ApplyScreens(
            Catalogue catalogue,
            Applications applications,
            Drafts drafts,
            Forms forms,
            QuestionView questions,
            BesideQuestions beside) {
        this.catalogue = catalogue;
        this.applications = applications;
        this.drafts = drafts;
        this.forms = forms;
        this.questions = questions;
        this.beside = beside;
    }

    /** Where a new draft begins: at the first question even if it is answered, so that what is known is seen and confirmed. */
    String first(DraftId id, Reader reader) {
        Draft draft = drafts.get(id, reader);
        return path(applications.preparation(id, reader))
                + draft.form().asked(draft.values()).getFirst().code();
    }

    /** Where a draft goes on: at the first page with something wrong or missing, else at the check. */
    String resume(DraftId id, Reader reader) {
        Preparation preparation = applications.preparation(id, reader);
        Draft draft = drafts.get(id, reader);
        var wrong = forms.check(draft.form(), draft.values());
        String page = draft.form().asked(draft.values()).stream()
                .map(FormDefinition.Page::code)
                .filter(wrong::containsKey)
                .findFirst()
                .orElse("check");
        return path(preparation) + page;
    }

    /**
     * A page to look at, with what was kept of it when it could not be sent; empty where it is not to be answered any more: another
     * answer or another choice closed it, or the draft was handed in.
     *
     * @param kept by parameter; nothing of it is saved
     * @param tooLarge whether what was sent with it was too large to be taken
     * @param correcting the fields of it whose known answers are corrected now
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-application}
     */
    Optional<ModelAndView> shown(
            DraftId id,
            String page,
            boolean returning,
            Map<String, String[]> kept,
            boolean tooLarge,
            Set<String> correcting,
            Reader reader) {
        Preparation preparation = applications.preparation(id, reader);
        Draft draft = drafts.get(id, reader);
        var defined = defined(draft, page);
        if (!open(draft, page)) {
            return Optional.empty();
        }
        return Optional.of(question(
                preparation,
                kept.isEmpty() ? draft : draft.typing(forms.bind(defined, kept)),
                page,
                tooLarge ? QuestionView.tooLarge(defined) : List.of(),
                returning || kept.containsKey(Drafts.RETURN),
                !kept.isEmpty() && !tooLarge,
                correcting,
                reader));
    }

    private FormDefinition.Page defined(Draft draft, String page) {
        return forms.version(draft.form().code(), draft.form().version())
                .page(page)
                .orElseThrow(PublicServiceProblems::noSuchApplication);
    }

    private static boolean open(Draft draft, String page) {
        return draft.finishedAt() == null
                && draft.form().asked(draft.values()).stream()
                        .anyMatch(each -> each.code().equals(page));
    }

    ModelAndView question(
            DraftId id,
            String page,
            List<FieldError> errors,
            boolean returning,
            Set<String> correcting,
            Reader reader) {
        return question(
                applications.preparation(id, reader),
                drafts.get(id, reader),
                page,
                errors,
                returning,
                false,
                correcting,
                reader);
    }

    private ModelAndView question(
            Preparation preparation,
            Draft draft,
            String page,
            List<FieldError> errors,
            boolean returning,
            boolean unsent,
            Set<String> correcting,
            Reader reader) {
        var asked = draft.form().asked(draft.values());
        var at = asked.stream()
                .filter(each -> each.code().equals(page))
                .findFirst()
                .orElseThrow(PublicServiceProblems::noSuchApplication);
        int number = asked.indexOf(at);
        String back = returning
                ? path(preparation) + "check"
                : number == 0
                        ? BesideQuestions.before(preparation)
                        : path(preparation) + asked.get(number - 1).code();
        return view(
                "publicservice/question",
                new QuestionPage(
                        beside.name(preparation, service(preparation)),
                        path(preparation) + page,
                        preparation.draft().value().toString(),
                        Stream.concat(asked.stream().map(FormDefinition.Page::code), Stream.of("check"))
                                .map(each -> path(preparation) + each)
                                .collect(Collectors.joining(" ")),
                        at.title(),
                        questions.question(draft, page, errors, returning, correcting),
                        beside.offers(draft, at, reader),
                        number + 1,
                        asked.size(),
                        back,
                        !errors.isEmpty(),
                        unsent),
                errors);
    }

    /** All answers before they are handed in; empty where they were. */
    Optional<ModelAndView> checked(DraftId id, Reader reader) {
        Preparation preparation = applications.preparation(id, reader);
        Draft draft = drafts.get(id, reader);
        return draft.finishedAt() == null
                ? Optional.of(check(preparation, draft, List.of(), reader))
                : Optional.empty();
    }

    ModelAndView check(DraftId id, List<FieldError> errors, Reader reader) {
        return check(applications.preparation(id, reader), drafts.get(id, reader), errors, reader);
    }

    private ModelAndView check(Preparation preparation, Draft draft, List<FieldError> errors, Reader reader) {
        Map<String, List<FieldError>> wrong = forms.check(draft.form(), draft.values());
        var missing = draft.form().asked(draft.values()).stream()
                .filter(page -> wrong.containsKey(page.code()))
                .map(page -> new CheckPage.Missing(page.title(), path(preparation) + page.code()))
                .toList();
        return view(
                "publicservice/check",
                new CheckPage(
                        service(preparation),
                        beside.together(preparation, reader),
                        beside.unitName(preparation.unit()),
                        path(preparation),
                        questions.answers(draft.form(), draft.answers(), path(preparation), null),
                        missing,
                        beside.corrections(draft, reader),
                        errors),
                errors);
    }

    private Service service(Preparation preparation) {
        return catalogue.version(preparation.serviceCode(), preparation.serviceVersion());
    }

    private static String path(Preparation preparation) {
        return "/apply/" + preparation.serviceCode() + "/" + preparation.draft().value() + "/";
    }

    private static ModelAndView view(String template, Object page, List<FieldError> errors) {
        var view = new PageView(template, page);
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
