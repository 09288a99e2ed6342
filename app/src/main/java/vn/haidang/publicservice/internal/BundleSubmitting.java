package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.form.Draft;
import vn.haidang.form.Drafts;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Act;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.Applications.Submission;
import vn.haidang.publicservice.BundleId;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.LifeEvent.Handling;
import vn.haidang.publicservice.LifeEvent.Member;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.events.ShadowRows;

/** Hands in one declaration as all its dossiers, in one transaction, exactly once. */
@Component
public class BundleSubmitting {

    private final Submitting submitting;
    private final BundleRows rows;
    private final Drafts drafts;
    private final Opening opening;
    private final ShadowRows shadows;
    private final Traces traces;

    BundleSubmitting(
            Submitting submitting, BundleRows rows, Drafts drafts, Opening opening, ShadowRows shadows, Traces traces) {
        this.submitting = submitting;
        this.rows = rows;
        this.drafts = drafts;
        this.opening = opening;
        this.shadows = shadows;
        this.traces = traces;
    }

    @Transactional
    public BundleId submit(Submission submission, List<LifeEvent> events) {
        AccountId account = Own.account(submission.by());
        submitting.hold(account);
        Optional<BundleId> before = rows.submitted(submission);
        if (before.isPresent()) {
            return before.get();
        }
        if (rows.prepared(submission.draft(), submission.by()).isEmpty()) {
            throw PublicServiceProblems.noSuchApplication();
        }
        Instant now = submitting.now(account);
        Draft draft = drafts.finish(submission.draft(), submission.by());
        // Only now can nobody choose other services in another window.
        List<BundleRows.Prepared> prepared = rows.prepared(submission.draft(), submission.by());
        LifeEvent event = events.stream()
                .filter(each -> each.code().equals(prepared.getFirst().event()))
                .findFirst()
                .orElseThrow(() ->
                        PublicServiceProblems.notStartable(prepared.getFirst().event()));
        BundleId id = BundleId.of(now);
        rows.insert(id, event, draft, submission, now);
        prepared.forEach(each -> {
            Member member = member(event, each);
            dossier(id, each, member, draft.without(event.leftOut(Set.of(member.ordinal()))), submission, now);
        });
        traces.act(Act.of("publicservice/bundle-submitted", submission.by().actor())
                .on(new Subject("publicservice/bundle", id.value()))
                .changed("dossiers", null, prepared.size()));
        return id;
    }

    /** @param draft with what this dossier alone and all of them were asked for, and nothing that only others were */
    private void dossier(
            BundleId id, BundleRows.Prepared each, Member member, Draft draft, Submission submission, Instant now) {
        Own.requireCovered(submission.by(), each.service());
        if (member.handling() == Handling.OURS) {
            var service = submitting.startable(each.service());
            var application = opening.open(service, each.unit(), draft, submission, submitting.secret(), now);
            rows.insertPart(id, member, application.value(), null, now, each.unit());
        } else {
            var shadow = shadows.expect(each.service(), each.unit(), draft.party(), now);
            rows.insertPart(id, member, null, shadow, now, each.unit());
        }
    }

    /** As it stands now; what nobody takes any more is not handed in without saying so. */
    private static Member member(LifeEvent event, BundleRows.Prepared prepared) {
        return event.together().stream()
                .filter(member -> member.ordinal() == prepared.ordinal()
                        && member.service().equals(prepared.service()))
                .findFirst()
                .orElseThrow(() -> PublicServiceProblems.notStartable(prepared.service()));
    }
}
