package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;

/** A case as an official works on it; looking at it is journaled. */
@Component
public class CaseDesk {

    /** What a reader may do with the present step. */
    public enum Permission {
        /** Complete it. */
        ACT,
        /** Nothing: the role at the unit is somebody else's, or the machine's. */
        NOT_YOURS,
        /** Nothing: nobody holds the role at the unit, so its head must give the work to somebody. */
        VACANT,
        /** Nothing yet: a colleague took it. */
        TAKEN,
        /** Nothing: the reader did a step this one must check. */
        FOUR_EYES,
        /** Nothing: the clock stands still until the applicant supplies. */
        WAITS,
        /** Nothing: the clock was stopped by hand. */
        STOPPED,
        /** Nothing: it has ended. */
        ENDED
    }

    /**
     * Everything the page shows.
     *
     * @param step where it stands, null when closed
     * @param officeHours code of those on which its clocks run
     * @param item what somebody has to do now, null when the machine does it or the case is closed
     * @param canReturn whether the reader may put the item back into the queue
     * @param overClock whether the reader may stop its clock by hand and let it go on
     * @param substitute who may do it in the holder's name, null when nobody
     * @param blocks how many consults, tasks and blocking sub-cases it waits for
     * @param accompanied whether it ever had any of these
     * @param parent the case it was opened for, null when none
     * @param beside the consults' items and the tasks it has or had
     * @param asked the facts on which the ways out of the step depend, where the reader may do it
     * @param known what the case declares of them, as it is written
     */
    public record View(
            CaseSummary summary,
            Procedure procedure,
            Procedure.@Nullable Step step,
            Deadline deadline,
            String officeHours,
            List<Pause> pauses,
            List<Cases.Event> events,
            Permission permission,
            @Nullable UUID item,
            @Nullable String claimedByName,
            boolean mine,
            boolean canReturn,
            boolean overClock,
            @Nullable String substitute,
            int blocks,
            boolean accompanied,
            @Nullable CaseId parent,
            List<WorkItem> beside,
            List<FactDeclaration> asked,
            Map<String, String> known,
            Inbox.Urgency urgency) {}

    private final CaseRows rows;
    private final CaseReads reads;
    private final Course course;
    private final Colleagues colleagues;
    private final Journal journal;
    private final Clock clock;

    CaseDesk(CaseRows rows, CaseReads reads, Course course, Colleagues colleagues, Journal journal, Clock clock) {
        this.rows = rows;
        this.reads = reads;
        this.course = course;
        this.colleagues = colleagues;
        this.journal = journal;
        this.clock = clock;
    }

    public View view(CaseId id, Reader reader) {
        Standing standing = rows.find(id, reader).orElseThrow(CaseworkProblems::noSuchCase);
        journal.read(reader.actor(), "casework/desk", List.of(new Subject(Traces.SUBJECT, id.value())));
        CaseSummary summary = standing.summary();
        Procedure procedure = course.procedure(standing);
        Procedure.Step step = summary.step() == null ? null : procedure.step(summary.step());
        List<Pause> stood = reads.pauses(id);
        Standing.Item item = standing.item();
        AccountId account = reader.account();
        boolean mine =
                item != null && item.claimedBy() != null && item.claimedBy().equals(account);
        Instant now = Days.now(clock);
        Permission permission = permission(standing, procedure, step, reader);
        List<FactDeclaration> asked = step == null || permission != Permission.ACT ? List.of() : procedure.asked(step);
        return new View(
                summary,
                procedure,
                step,
                reads.deadline(standing, stood),
                standing.terms().officeHours(),
                stood,
                reads.history(id),
                permission,
                item == null ? null : item.id(),
                item == null ? null : item.claimedByName(),
                mine,
                mine || (item != null && item.claimedBy() != null && reader.holds(Role.UNIT_HEAD, item.unit())),
                colleagues.overClocks(reader, summary).isPresent(),
                item == null
                                || item.delegation() == null
                                || !item.delegation().until().isAfter(now)
                        ? null
                        : item.delegation().name(),
                standing.ties().blocks(),
                standing.ties().accompanied(),
                standing.ties().parent(),
                reads.beside(standing),
                asked,
                asked.isEmpty() ? Map.of() : course.known(standing),
                Inbox.urgency(summary.dueAt() == null, summary.dueAt(), now, Days.tonight(clock, now)));
    }

    private Permission permission(
            Standing standing, Procedure procedure, Procedure.@Nullable Step step, Reader reader) {
        return switch (standing.summary().status()) {
            case CLOSED -> Permission.ENDED;
            case PAUSED -> Permission.WAITS;
            case STOPPED -> Permission.STOPPED;
            case OPEN -> openPermission(standing, procedure, step, reader);
        };
    }

    private Permission openPermission(
            Standing standing, Procedure procedure, Procedure.@Nullable Step step, Reader reader) {
        Standing.Item item = standing.item();
        AccountId account = reader.account();
        if (item == null || step == null || account == null) {
            return Permission.NOT_YOURS;
        }
        return switch (colleagues.over(item, reader)) {
            case Authority.NotYours none -> colleagues.vacant(item, reader) ? Permission.VACANT : Permission.NOT_YOURS;
            case Authority.Taken taken -> Permission.TAKEN;
            case Authority.Allowed allowed -> fourEyes(standing, procedure, step, account, allowed);
        };
    }

    private Permission fourEyes(
            Standing standing,
            Procedure procedure,
            Procedure.Step step,
            AccountId account,
            Authority.Allowed authority) {
        List<String> apart = procedure.keptApartFrom(step);
        return !apart.isEmpty() && rows.didOneOf(standing.summary().id(), account, authority.behalf(), apart)
                ? Permission.FOUR_EYES
                : Permission.ACT;
    }
}
