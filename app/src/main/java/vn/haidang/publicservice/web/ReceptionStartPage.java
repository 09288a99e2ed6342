package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.Reception;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * The desk of an officer: who is next, and what was taken in today.
 *
 * @param desks where the officer works
 * @param units where a dossier can be received
 */
public record ReceptionStartPage(
        ReceptionForm form,
        List<Option> services,
        List<Option> desks,
        List<Option> units,
        List<Line> today,
        List<FieldError> errors) {

    /** One reception of today, with its service and the unit that decides. */
    public record Line(Reception reception, String service, String competent, String code) {}

    public List<Option> papers(Screen screen) {
        return options(screen, ReceptionForm.PAPERS, "publicservice.reception.identified.");
    }

    public List<Option> results(Screen screen) {
        return options(screen, ReceptionForm.RESULTS, "publicservice.reception.result.");
    }

    public List<Option> channels(Screen screen) {
        return options(screen, List.of("counter", "post"), "publicservice.reception.channel.");
    }

    public List<Option> actings(Screen screen) {
        return options(screen, RepresentedForm.WAYS, "publicservice.reception.for.");
    }

    public List<Option> kinds(Screen screen) {
        return options(screen, RepresentedForm.KINDS, "publicservice.reception.kind.");
    }

    private static List<Option> options(Screen screen, List<String> codes, String prefix) {
        return codes.stream()
                .map(code -> Option.of(code, screen.say(prefix + code)))
                .toList();
    }
}
