package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Bundles;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;

/** Draws where an application begins: at which unit, or with a draft that was begun before, on whatever device. */
@Component
class ApplyStart {

    private final Catalogue catalogue;
    private final Bundles bundles;
    private final Drafts drafts;
    private final ReceiverChoice receivers;

    ApplyStart(Catalogue catalogue, Bundles bundles, Drafts drafts, ReceiverChoice receivers) {
        this.catalogue = catalogue;
        this.bundles = bundles;
        this.drafts = drafts;
        this.receivers = receivers;
    }

    ModelAndView page(String code, Reader reader, List<FieldError> errors) {
        Service service = catalogue.get(code);
        if (!service.startsHere()) {
            throw PublicServiceProblems.notStartable(code);
        }
        Receiving receiving = receivers.of(service);
        String residence = receivers.residence(receiving, reader);
        List<Draft> begun = drafts.open(reader).stream()
                .filter(draft -> draft.about().equals(code))
                .limit(3)
                .toList();
        Map<DraftId, LifeEvent> declarations =
                bundles.declared(begun.stream().map(Draft::id).toList(), reader);
        var open = begun.stream()
                .map(draft -> open(code, draft, declarations.get(draft.id())))
                .toList();
        var view = new PageView(
                "publicservice/start",
                new StartPage(service, receiving.options(), residence, !residence.isEmpty(), errors, open));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** A declaration of a life event begins with this service, and is not a draft of it. */
    private static StartPage.OpenDraft open(String code, Draft draft, @Nullable LifeEvent event) {
        return event == null
                ? new StartPage.OpenDraft("/apply/" + code + "/" + draft.id().value(), draft.savedAt(), null)
                : new StartPage.OpenDraft(
                        "/life-events/" + event.code() + "/" + draft.id().value(), draft.savedAt(), event.name());
    }
}
