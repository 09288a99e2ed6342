package vn.haidang.publicservice.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.form.Forms;
import vn.haidang.form.QuestionView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.Dossiers;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;

/** Draws the pages of applications that were handed in, for their applicants. */
@Component
class MyScreens {

    private final Applications applications;
    private final Catalogue catalogue;
    private final Dossiers dossiers;
    private final Forms forms;
    private final QuestionView questions;
    private final ReceiverChoice receivers;

    MyScreens(
            Applications applications,
            Catalogue catalogue,
            Dossiers dossiers,
            Forms forms,
            QuestionView questions,
            ReceiverChoice receivers) {
        this.applications = applications;
        this.catalogue = catalogue;
        this.dossiers = dossiers;
        this.forms = forms;
        this.questions = questions;
        this.receivers = receivers;
    }

    ModelAndView application(ApplicationId id, Reader reader) {
        return new PageView("publicservice/application", page(id, reader));
    }

    ModelAndView receipt(ApplicationId id, Reader reader) {
        Application application = applications.get(id, reader);
        return new PageView(
                "publicservice/receipt",
                new ReceiptPage(
                        application,
                        catalogue.version(application.serviceCode(), application.serviceVersion()),
                        receivers.name(application.unit())));
    }

    PageView supplement(ApplicationId id, String note, List<FieldError> errors, Reader reader) {
        ApplicationPage page = page(id, reader);
        if (!page.paused()) {
            throw PublicServiceProblems.nothingAsked();
        }
        return new PageView(
                "publicservice/supplement",
                new SupplementPage(
                        id.value().toString(),
                        page.service().shortName(),
                        page.application().dossierCode(),
                        page.asked(),
                        note,
                        errors));
    }

    ApplicationSummary summary(ApplicationId id, Reader reader) {
        return applications.summary(id, reader);
    }

    private ApplicationPage page(ApplicationId id, Reader reader) {
        Application application = applications.get(id, reader);
        return new ApplicationPage(
                applications.summary(id, reader),
                application,
                catalogue.version(application.serviceCode(), application.serviceVersion()),
                receivers.name(application.unit()),
                dossiers.asked(application.caseId()),
                dossiers.exchange(application),
                dossiers.happened(application.caseId()),
                dossiers.givenToApplicant(id),
                dossiers.papers(application),
                dossiers.parcels(id),
                questions.answers(
                        forms.version(application.form(), application.formVersion())
                                .without(application.leftOut()),
                        application.answers(),
                        null,
                        "/my/applications/" + id.value() + "/files/"));
    }
}
