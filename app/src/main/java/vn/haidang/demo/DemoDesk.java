package vn.haidang.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.AskedPapers;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.casework.TakeStep;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.identity.AccountId;
import vn.haidang.publicservice.DossierCodes;
import vn.haidang.publicservice.Service;

/** What officials do at their desks. */
@Component
class DemoDesk {

    /** Working days for what the law gives no established time. */
    static final int DAYS = 3;

    private static final String ASK = "ask-supplement";
    private static final String PROCEDURE = "standard";
    private static final String OFFICE_HOURS = "standard";

    private final Cases cases;
    private final DemoReaders readers;
    private final DossierCodes codes;
    private final DemoServices services;
    private final DemoWords words;
    private final Clock clock;

    /** As whoever acted last left it. */
    private final Map<CaseId, CaseSummary> standing = new ConcurrentHashMap<>();

    DemoDesk(
            Cases cases, DemoReaders readers, DossierCodes codes, DemoServices services, DemoWords words, Clock clock) {
        this.cases = cases;
        this.readers = readers;
        this.codes = codes;
        this.services = services;
        this.words = words;
        this.clock = clock;
    }

    /** Paper comes to the counter or by post, and nobody scans it: such a file is never counted as handled online. */
    CaseId receivePaper(DemoStory story, Desk desk, String applicant) {
        Service service = services.get(story.service());
        Service.Handling handling = service.handling();
        CaseSummary opened = cases.open(new OpenCase(
                CaseId.next(clock),
                handling == null ? PROCEDURE : handling.procedure(),
                codes.next(desk.unit(), LocalDate.now(clock)),
                service.shortName(),
                "demo/paper",
                UUID.nameUUIDFromBytes(story.code().getBytes(StandardCharsets.UTF_8)),
                desk.unit(),
                desk.unit(),
                story.entry() == DemoStory.Entry.POST ? Channel.POST : Channel.COUNTER,
                null,
                applicant,
                new ClockTerms(
                        service.duration() == null
                                ? DAYS + "wd"
                                : service.duration().code(),
                        "resume",
                        words.say("say.made-up"),
                        service.duration() == null ? words.say("say.made-up") : service.source(),
                        OFFICE_HOURS),
                clock.instant(),
                false,
                readers.get(desk.officer()).actor()));
        keep(opened);
        return opened.id();
    }

    /** Takes the step the case stands at, if it stands anywhere. */
    void step(DemoStory story, CaseId id, AccountId by, String outcome, @Nullable String says) {
        CaseSummary left = standing.remove(id);
        CaseSummary present = left == null ? cases.get(id, readers.get(by)) : left;
        if (present.step() == null) {
            return;
        }
        TakeStep act = new TakeStep(
                present.id(),
                present.version(),
                present.step(),
                outcome,
                says,
                readers.get(by),
                UUID.nameUUIDFromBytes((story.code() + outcome + present.version()).getBytes(StandardCharsets.UTF_8)));
        keep(outcome.equals(ASK) ? ask(act, present, story) : cases.act(act));
    }

    /** Names a paper of the procedure, where it has one to name. */
    private CaseSummary ask(TakeStep act, CaseSummary present, DemoStory story) {
        return cases.act(services.missing(present, story.service(), story.code().hashCode())
                .map(paper -> act.asking(AskedPapers.of(List.of(paper), false)))
                .orElseGet(() -> act.asking(AskedPapers.NAMELESS)));
    }

    /** What was missing is brought to the counter. */
    void supplementOnPaper(CaseId id, AccountId officer) {
        keep(cases.supplemented(id, readers.get(officer).actor()));
    }

    /** Where the next official finds it; while it waits for its applicant others may move it. */
    private void keep(CaseSummary left) {
        if (left.status() == CaseStatus.OPEN) {
            standing.put(left.id(), left);
        }
    }

    /** Somebody says at the counter that the case is not wanted any more. */
    void withdrawOnPaper(CaseId id, AccountId officer, String reason) {
        standing.remove(id);
        cases.withdraw(id, readers.get(officer).actor(), reason);
    }
}
