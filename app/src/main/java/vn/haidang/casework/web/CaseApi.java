package vn.haidang.casework.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.haidang.casework.AskedPapers;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.internal.Intake;
import vn.haidang.casework.internal.OpenItems;
import vn.haidang.casework.internal.StepActs;
import vn.haidang.casework.internal.Taking;
import vn.haidang.identity.Reader;
import vn.haidang.ui.Answer;
import vn.haidang.ui.Call;
import vn.haidang.ui.Requires;

/** Cases for programs: open one, ask what has to be done, do it. Errors are problem details (RFC 9457). */
@Controller
@RequestMapping("/api/casework")
class CaseApi {

    /**
     * A case as programs see it; no personal data.
     *
     * @param version what the next act should name
     */
    record CaseAnswer(
            UUID id,
            String code,
            String status,
            @Nullable String step,
            @Nullable String outcome,
            long version) {

        static CaseAnswer of(CaseSummary summary) {
            return new CaseAnswer(
                    summary.id().value(),
                    summary.code(),
                    summary.status().name(),
                    summary.step(),
                    summary.outcome(),
                    summary.version());
        }
    }

    /**
     * How a work item is completed.
     *
     * @param outcome may be missing where the step has only one
     * @param version the case version the program saw; without it the item itself is the guard
     * @param papers codes of those the applicant is asked for, where the outcome asks for more
     * @param nameless whether a request that names no paper is meant so
     */
    record Completion(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Long version,
            @Nullable Map<String, Object> variables,
            @Nullable List<String> papers,
            @Nullable Boolean nameless) {}

    private final Intake intake;
    private final OpenItems items;
    private final StepActs acts;
    private final Clock clock;

    CaseApi(Intake intake, OpenItems items, StepActs acts, Clock clock) {
        this.intake = intake;
        this.items = items;
        this.acts = acts;
        this.clock = clock;
    }

    @PostMapping("/cases")
    @Requires("casework/open-case")
    Answer open(Reader reader, Call call) {
        OpenCaseRequest request = call.body(OpenCaseRequest.class);
        CaseSummary opened =
                intake.open(request.open(reader, clock), request.declared(), request.asked(), call.key(), reader);
        return Answer.created(URI.create("/api/casework/cases/" + opened.id().value()), CaseAnswer.of(opened));
    }

    /** What has to be done in this case now. */
    @GetMapping("/cases/{id}/work-items")
    @Requires("casework/inbox")
    Answer workItems(Reader reader, Call call) {
        return Answer.of(items.of(new CaseId(call.id("id")), reader));
    }

    @PostMapping("/work-items/{id}/complete")
    @Requires("casework/act")
    Answer complete(Reader reader, Call call) {
        Completion completion = call.body(Completion.class);
        return Answer.of(CaseAnswer.of(acts.take(new Taking(
                null,
                call.id("id"),
                completion.version(),
                null,
                completion.outcome(),
                completion.reason(),
                completion.variables() == null ? Map.of() : completion.variables(),
                AskedPapers.of(completion.papers(), completion.nameless()),
                reader,
                call.key()))));
    }
}
