package vn.haidang.publicservice.internal.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.form.Answer;
import vn.haidang.form.Forms;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ApplicationRows;
import vn.haidang.publicservice.internal.once.CorrectionRows;
import vn.haidang.registry.KeptResult;
import vn.haidang.registry.Persons;

/** Everything the platform holds of somebody, as data of a copy. */
@Component
class CopyData {

    private static final String PURPOSE = "publicservice/data-copy";

    private final ApplicationRows applications;
    private final Forms forms;
    private final Persons persons;
    private final CorrectionRows corrections;
    private final KeptAnswers kept;
    private final OwnRecords records;

    CopyData(
            ApplicationRows applications,
            Forms forms,
            Persons persons,
            CorrectionRows corrections,
            KeptAnswers kept,
            OwnRecords records) {
        this.applications = applications;
        this.forms = forms;
        this.persons = persons;
        this.corrections = corrections;
        this.kept = kept;
        this.records = records;
    }

    Application application(ApplicationId id, Reader reader) {
        return applications.own(id, reader).orElseThrow(PublicServiceProblems::noSuchApplication);
    }

    /** An application as it was handed in, without the secret of its receipt. */
    Map<String, Object> words(Application application, List<String> paths, Reader reader) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("code", application.dossierCode());
        words.put("service", application.serviceCode());
        words.put("submittedAt", application.submittedAt().toString());
        words.put("promisedOn", text(application.promise().dueDay()));
        applications.summary(application.id(), reader).ifPresent(summary -> {
            words.put("status", summary.status().name());
            words.put("outcome", text(summary.outcome()));
        });
        List<Map<String, Object>> answers = new ArrayList<>();
        forms.version(application.form(), application.formVersion()).fields().forEach(field -> {
            Answer answer = application.answers().get(field.name());
            if (answer != null && !answer.value().isEmpty()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("field", field.name());
                one.put("label", field.label().vi());
                one.put("value", answer.value());
                if (answer.known() != null) {
                    one.put("known", answer.known());
                    one.put("source", text(answer.source()));
                    one.put("asOf", text(answer.asOf()));
                }
                answers.add(one);
            }
        });
        words.put("answers", answers);
        List<Map<String, Object>> files = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            Application.HandedIn file = application.files().get(i);
            files.add(
                    Map.of("path", paths.get(i), "name", file.name(), "sha256", file.sha256(), "round", file.round()));
        }
        words.put("files", files);
        return words;
    }

    static Map<String, Object> words(KeptResult result, String path, WithdrawnResults.@Nullable Withdrawn withdrawn) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("kind", result.kind());
        words.put("number", result.number());
        words.put("issuedOn", result.issuedOn().toString());
        words.put("source", result.source());
        words.put("path", path);
        if (withdrawn != null) {
            words.put("withdrawnOn", withdrawn.on().toString());
            words.put("replacedBy", text(withdrawn.newNumber()));
        }
        return words;
    }

    /** Who one is in the registers, what one asked for and agreed to, and who read it. */
    Map<String, Object> rest(Reader reader) {
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("name", reader.partyName());
        List<Map<String, Object>> known = new ArrayList<>();
        kept.with(persons.known(reader, PURPOSE), reader).values().stream()
                .filter(value -> OwnSubjects.theirs(value, reader))
                .sorted(java.util.Comparator.comparing(value -> value.attribute()))
                .forEach(value -> known.add(Map.of(
                        "attribute", value.attribute(),
                        "value", value.value(),
                        "source", value.source(),
                        "asOf", value.asOf().toString())));
        rest.put("known", known);
        rest.put(
                "corrections",
                corrections.mine(reader).stream()
                        .map(each -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("code", each.code());
                            one.put("attribute", each.correction().attribute());
                            one.put("known", each.correction().known());
                            one.put("wanted", each.correction().wanted());
                            one.put("askedAt", each.correction().askedAt().toString());
                            one.put("outcome", text(each.outcome()));
                            return one;
                        })
                        .toList());
        rest.putAll(records.of(reader));
        return rest;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
