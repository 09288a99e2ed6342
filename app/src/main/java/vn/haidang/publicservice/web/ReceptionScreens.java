package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Forms;
import vn.haidang.form.QuestionView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;

/** Draws the pages of one reception; the form is the one residents fill in themselves. */
@Component
class ReceptionScreens {

    private final Catalogue catalogue;
    private final Drafts drafts;
    private final Forms forms;
    private final QuestionView questions;
    private final ReceiverChoice receivers;

    ReceptionScreens(
            Catalogue catalogue, Drafts drafts, Forms forms, QuestionView questions, ReceiverChoice receivers) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.forms = forms;
        this.questions = questions;
        this.receivers = receivers;
    }

    PageView overview(Reception reception, List<Paper> papers, List<FieldError> errors, Reader officer) {
        Service service = catalogue.get(reception.serviceCode());
        Reader by = reception.by(officer);
        DraftId begun = reception.draft();
        Draft draft = begun == null ? null : drafts.get(begun, by);
        Receiving receiving = draft == null ? receivers.of(service) : null;
        Map<String, List<FieldError>> wrong = draft == null ? Map.of() : forms.check(draft.form(), draft.values());
        List<CheckPage.Missing> missing = draft == null
                ? List.of()
                : draft.form().asked(draft.values()).stream()
                        .filter(page -> wrong.containsKey(page.code()))
                        .map(page -> new CheckPage.Missing(page.title(), form(reception, page.code())))
                        .toList();
        return new PageView(
                "publicservice/desk/reception",
                new ReceptionPage(
                        reception,
                        service,
                        receivers.name(reception.help()),
                        receivers.name(reception.receiving()),
                        reception.competent() == null ? "" : receivers.name(reception.competent()),
                        receiving == null ? List.of() : receiving.options(),
                        receiving == null ? "" : proposed(receiving, reception, by),
                        draft == null
                                ? null
                                : questions.answers(draft.form(), draft.answers(), path(reception) + "/form/", null),
                        missing.isEmpty() ? path(reception) : missing.getFirst().path(),
                        missing,
                        papers,
                        errors));
    }

    private String proposed(Receiving receiving, Reception reception, Reader by) {
        String residence = receivers.residence(receiving, by);
        return residence.isEmpty() ? reception.receiving().value().toString() : residence;
    }

    /** Where a form begins. */
    String first(Reception reception, DraftId draft, Reader officer) {
        Draft begun = drafts.get(draft, reception.by(officer));
        return form(reception, begun.form().asked(begun.values()).getFirst().code());
    }

    /** @param correcting the fields of it whose known answers are corrected now */
    PageView question(
            Reception reception,
            String page,
            List<FieldError> errors,
            boolean returning,
            Set<String> correcting,
            Reader officer) {
        return question(reception, draft(reception, officer), page, errors, returning, false, correcting);
    }

    private Draft draft(Reception reception, Reader officer) {
        DraftId begun = reception.draft();
        if (begun == null) {
            throw PublicServiceProblems.noSuchReception();
        }
        return drafts.get(begun, reception.by(officer));
    }

    private PageView question(
            Reception reception,
            Draft draft,
            String page,
            List<FieldError> errors,
            boolean returning,
            boolean unsent,
            Set<String> correcting) {
        List<FormDefinition.Page> asked = draft.form().asked(draft.values());
        FormDefinition.Page at = asked.stream()
                .filter(each -> each.code().equals(page))
                .findFirst()
                .orElseThrow(PublicServiceProblems::noSuchReception);
        int number = asked.indexOf(at);
        return new PageView(
                "publicservice/desk/question",
                new QuestionPage(
                        catalogue.get(reception.serviceCode()).spoken(),
                        form(reception, page),
                        "",
                        "",
                        at.title(),
                        questions.question(draft, page, errors, returning, correcting),
                        List.of(),
                        number + 1,
                        asked.size(),
                        returning || number == 0
                                ? path(reception)
                                : form(reception, asked.get(number - 1).code()),
                        !errors.isEmpty(),
                        unsent));
    }

    /**
     * A page to look at, with what was kept of it when it could not be sent.
     *
     * @param kept by parameter; nothing of it is saved
     * @param tooLarge whether what was sent with it was too large to be taken
     * @param correcting the fields of it whose known answers are corrected now
     */
    PageView shown(
            Reception reception,
            String page,
            boolean returning,
            Map<String, String[]> kept,
            boolean tooLarge,
            Set<String> correcting,
            Reader officer) {
        Draft draft = draft(reception, officer);
        FormDefinition.Page defined = draft.form().page(page).orElseThrow(PublicServiceProblems::noSuchReception);
        PageView view = question(
                reception,
                kept.isEmpty() ? draft : draft.typing(forms.bind(defined, kept)),
                page,
                tooLarge ? QuestionView.tooLarge(defined) : List.of(),
                returning || kept.containsKey(Drafts.RETURN),
                !kept.isEmpty() && !tooLarge,
                correcting);
        return tooLarge ? PageView.wrong(view) : view;
    }

    String title(Reception reception) {
        return catalogue.get(reception.serviceCode()).shortName();
    }

    String name(vn.haidang.organization.UnitId unit) {
        return receivers.name(unit);
    }

    static String path(Reception reception) {
        return "/desk/reception/" + reception.id();
    }

    static String form(Reception reception, String page) {
        return path(reception) + "/form/" + page;
    }
}
