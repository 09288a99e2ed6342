package vn.haidang.casework.internal;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.journal.Actor;

/** What the applicant does to a case, through the module that owns its subject. */
@Component
public class ApplicantActs {

    private final CaseRows rows;
    private final Course course;
    private final Names names;
    private final Clock clock;

    ApplicantActs(CaseRows rows, Course course, Names names, Clock clock) {
        this.rows = rows;
        this.course = course;
        this.names = names;
        this.clock = clock;
    }

    @Transactional
    public CaseSummary supplemented(CaseId id, Actor by) {
        Standing standing = rows.lock(id).orElseThrow(CaseworkProblems::noSuchCase);
        if (standing.summary().status() != CaseStatus.PAUSED) {
            throw CaseworkProblems.notPaused(standing.summary().code());
        }
        return course.goOn(standing, doing(standing, by, null)).summary();
    }

    @Transactional
    public CaseSummary withdraw(CaseId id, Actor by, @Nullable String reason) {
        Standing standing = rows.lock(id).orElseThrow(CaseworkProblems::noSuchCase);
        if (standing.summary().status() == CaseStatus.CLOSED) {
            throw CaseworkProblems.closed(standing.summary().code());
        }
        return course.withdraw(standing, doing(standing, by, reason)).summary();
    }

    private Doing doing(Standing standing, Actor by, @Nullable String reason) {
        CaseSummary summary = standing.summary();
        return Doing.of(by, names.of(by, summary.applicant(), summary.applicantName()), Days.now(clock), reason);
    }
}
