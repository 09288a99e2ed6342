package vn.haidang.publicservice.internal.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.form.Answer;
import vn.haidang.form.Draft;
import vn.haidang.form.Drafts;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.registry.Authorisation;
import vn.haidang.registry.Authorisations;

/** What somebody began and did not hand in, when they mean to come, and whom they let act for them, as data of a copy. */
@Component
class OwnBegun {

    private final Drafts drafts;
    private final Appointments appointments;
    private final Authorisations authorisations;

    OwnBegun(Drafts drafts, Appointments appointments, Authorisations authorisations) {
        this.drafts = drafts;
        this.appointments = appointments;
        this.authorisations = authorisations;
    }

    Map<String, Object> of(Reader reader) {
        Map<String, Object> begun = new LinkedHashMap<>();
        begun.put("drafts", drafts.open(reader).stream().map(OwnBegun::words).toList());
        begun.put(
                "appointments",
                appointments.mine(reader).stream()
                        .map(each -> Map.of(
                                "service", each.service(),
                                "day", each.day().toString(),
                                "starts", each.starts().toString()))
                        .toList());
        if (reader.mandate() == null) {
            begun.put("authorisationsGiven", words(authorisations.given(reader)));
            begun.put("authorisationsReceived", words(authorisations.received(reader)));
        }
        return begun;
    }

    private static Map<String, Object> words(Draft draft) {
        List<Map<String, Object>> answers = new ArrayList<>();
        draft.form().fields().forEach(field -> {
            Answer answer = draft.answers().get(field.name());
            if (answer != null && !answer.value().isEmpty()) {
                answers.add(Map.of("field", field.name(), "label", field.label().vi(), "value", answer.value()));
            }
        });
        return Map.of(
                "form", draft.form().title().vi(),
                "savedAt", draft.savedAt().toString(),
                "answers", answers);
    }

    private static List<Map<String, Object>> words(List<Authorisation> authorisations) {
        return authorisations.stream()
                .map(each -> Map.<String, Object>of(
                        "other", each.other(),
                        "services", each.services(),
                        "from", each.from().toString(),
                        "last", each.last().toString(),
                        "state", each.state().name()))
                .toList();
    }
}
