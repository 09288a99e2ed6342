package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Act;
import vn.haidang.organization.UnitId;

/**
 * The plan of a case: tasks and parts of tasks, given to roles at units. The case goes on when all are done. Whoever does its present
 * step plans it, and whoever does a task divides it.
 */
@Component
public class TaskActs {

    /**
     * What is asked.
     *
     * @param parent the task it is a part of, null for one of the case itself
     * @param person to whom it is given, null to leave it in the queue of the role
     * @param dueAt first moment that is too late, null when none is set
     */
    public record NewTask(
            CaseId caseId,
            @Nullable UUID parent,
            String title,
            UnitId unit,
            Role role,
            @Nullable AccountId person,
            @Nullable Instant dueAt) {

        String asked() {
            return Fingerprint.of("task", caseId, parent, title, unit, role, person, dueAt);
        }
    }

    private final CaseRows cases;
    private final ItemRows items;
    private final ItemWrites writes;
    private final Colleagues colleagues;
    private final Chronicle chronicle;
    private final Once once;

    TaskActs(CaseRows cases, ItemRows items, ItemWrites writes, Colleagues colleagues, Chronicle chronicle, Once once) {
        this.cases = cases;
        this.items = items;
        this.writes = writes;
        this.colleagues = colleagues;
        this.chronicle = chronicle;
        this.once = once;
    }

    /**
     * Puts a task into the plan; the same key a second time does nothing and answers the same.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/closed}, {@code casework/not-your-work},
     *     {@code casework/claimed-by-another}, {@code casework/no-such-colleague}, {@code casework/item-ended}
     */
    public UUID post(NewTask task, UUID key, Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw CaseworkProblems.noSuchCase();
        }
        return once.make(account, key, task.asked(), () -> post(task, reader));
    }

    private UUID post(NewTask task, Reader reader) {
        Standing standing = cases.find(task.caseId(), reader)
                .flatMap(seen -> cases.lock(task.caseId()))
                .orElseThrow(CaseworkProblems::noSuchCase);
        if (standing.summary().status() == CaseStatus.CLOSED) {
            throw CaseworkProblems.closed(standing.summary().code());
        }
        Instant now = chronicle.now();
        Authority.Allowed authority = plans(standing, task.parent(), reader);
        AccountId person = task.person();
        if (person != null && cases.about(standing).contains(person)) {
            throw CaseworkProblems.aboutThem(colleagues.get(person, task.unit()).name());
        }
        Chronicle.By by = Chronicle.By.of(reader, authority);
        ItemWrites.NewItem item = new ItemWrites.NewItem(
                ItemWrites.nextId(now),
                WorkItem.Kind.TASK,
                task.caseId(),
                task.title(),
                task.unit(),
                task.role(),
                person == null ? null : colleagues.get(person, task.unit()),
                task.parent(),
                null,
                task.dueAt());
        writes.post(item, by, now);
        writes.blocks(task.caseId(), 1);
        chronicle.ofCase(
                task.caseId(),
                "task-posted",
                standing.summary().step(),
                by,
                now,
                task.title(),
                act -> act.on(Chronicle.item(item.id())));
        return item.id();
    }

    private Authority.Allowed plans(Standing standing, @Nullable UUID parent, Reader reader) {
        if (parent != null) {
            WorkItem task = items.find(parent, reader)
                    .filter(each -> standing.summary().id().equals(each.caseId()))
                    .filter(each -> each.kind() == WorkItem.Kind.TASK)
                    .orElseThrow(CaseworkProblems::noSuchItem);
            if (!task.open()) {
                throw CaseworkProblems.itemEnded();
            }
            if (colleagues.over(task.who(), reader) instanceof Authority.Allowed allowed) {
                return allowed;
            }
        }
        Standing.Item present = standing.item();
        if (present == null) {
            throw CaseworkProblems.notYourWork();
        }
        return colleagues.require(present, reader);
    }

    /**
     * The task is done; sent again by the same person it answers the same.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/open-parts} while parts of it are open, and those of {@link #post}
     */
    @Transactional
    public WorkItem done(UUID id, @Nullable String note, Reader reader) {
        WorkItem task = locked(id, reader);
        Instant now = chronicle.now();
        Authority.Allowed authority = colleagues.require(task.who(), reader);
        if (task.who().state() == Standing.ItemState.DONE) {
            return task;
        }
        if (!task.open()) {
            throw CaseworkProblems.itemEnded();
        }
        if (items.hasOpenParts(id)) {
            throw CaseworkProblems.openParts();
        }
        Chronicle.By by = Chronicle.By.of(reader, authority);
        writes.done(id, "done", note, by, now);
        unblock(task, 1);
        chronicle.item(
                task,
                "task-done",
                by,
                now,
                note == null ? task.title() : task.title() + ": " + note,
                act -> act.changed("state", "OPEN", "DONE"));
        return task;
    }

    /** Takes the task out of the plan with all its parts: by whoever asked for it, or whoever does the present step. */
    @Transactional
    public void cancel(UUID id, Reader reader) {
        WorkItem task = locked(id, reader);
        if (!task.open()) {
            return;
        }
        Instant now = chronicle.now();
        CaseId caseId = task.caseId();
        boolean asked = reader.account() != null && reader.account().value().equals(task.postedBy());
        if (!asked && caseId != null) {
            plans(cases.find(caseId).orElseThrow(CaseworkProblems::noSuchCase), null, reader);
        }
        unblock(task, writes.cancelWithParts(id, now));
        chronicle.item(
                task, "task-cancelled", Chronicle.By.of(reader), now, task.title(), UnaryOperator.<Act>identity());
    }

    private WorkItem locked(UUID id, Reader reader) {
        return items.find(id, reader)
                .filter(seen -> seen.kind() == WorkItem.Kind.TASK)
                .flatMap(items::lock)
                .orElseThrow(CaseworkProblems::noSuchItem);
    }

    private void unblock(WorkItem task, int ended) {
        CaseId caseId = task.caseId();
        if (caseId != null) {
            writes.blocks(caseId, -ended);
        }
    }
}
