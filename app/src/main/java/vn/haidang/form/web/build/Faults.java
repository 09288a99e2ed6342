package vn.haidang.form.web.build;

import java.util.List;
import vn.haidang.form.internal.DefinitionRefused;
import vn.haidang.form.internal.Trial;
import vn.haidang.form.internal.build.FormDraft;
import vn.haidang.form.internal.build.Place;
import vn.haidang.ui.FieldError;

/** What is wrong with a draft, as screens say it. */
final class Faults {

    private Faults() {}

    /** At one page itself, or at one of its questions; pages and questions are counted from zero, negative for the thing above. */
    static List<FieldError> at(Trial trial, int page, int field) {
        return trial.refusals().stream()
                .filter(refused -> {
                    Place place = Place.of(refused);
                    return place.page() == page && place.field() == field;
                })
                .map(Faults::error)
                .toList();
    }

    static FieldError error(DefinitionRefused refused) {
        return new FieldError(Place.of(refused).input(), refused.messageKey(), refused.arguments());
    }

    /** What is wrong on a page and with its questions. */
    static List<OutlinePage.Fault> on(int page, Trial trial, FormDraft draft) {
        return trial.refusals().stream()
                .filter(refused -> Place.of(refused).page() == page)
                .map(refused -> fault(refused, draft))
                .toList();
    }

    /** Everything, each with where to mend it. */
    static List<OutlinePage.Fault> all(Trial trial, FormDraft draft) {
        return trial.refusals().stream().map(refused -> fault(refused, draft)).toList();
    }

    private static OutlinePage.Fault fault(DefinitionRefused refused, FormDraft draft) {
        Place place = Place.of(refused);
        String path = FormDesk.draft(draft.code());
        if (place.page() < 0 || place.page() >= draft.pages().size()) {
            return new OutlinePage.Fault(path, "", error(refused));
        }
        FormDraft.PageDraft page = draft.pages().get(place.page());
        if (place.field() < 0 || place.field() >= page.fields().size()) {
            return new OutlinePage.Fault(path + "/" + page.id(), page.of("page"), error(refused));
        }
        FormDraft.FieldDraft field = page.fields().get(place.field());
        return new OutlinePage.Fault(
                path + "/" + page.id() + "/" + field.id(), page.of("page") + " › " + field.of("name"), error(refused));
    }
}
