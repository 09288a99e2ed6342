package vn.haidang.casework.internal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.NewWork;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Items that other modules post: they own what is done, the item says who must do it by when. */
@Component
public class PostedWork {

    private final JdbcClient jdbc;
    private final Bars bars;
    private final StepUnits units;
    private final Colleagues colleagues;
    private final Chronicle chronicle;
    private final Journal journal;

    PostedWork(
            JdbcClient jdbc, Bars bars, StepUnits units, Colleagues colleagues, Chronicle chronicle, Journal journal) {
        this.jdbc = jdbc;
        this.bars = bars;
        this.units = units;
        this.colleagues = colleagues;
        this.chronicle = chronicle;
        this.journal = journal;
    }

    @Transactional
    public UUID post(NewWork work) {
        UUID id = ItemWrites.nextId(chronicle.now());
        StepUnits.Desk desk = units.besides(
                bars.about(work.about()), new StepUnits.Desk(work.unit(), work.role()), Apologies.day(chronicle.now()));
        AccountId person = work.person();
        Colleague given = person == null ? null : colleagues.get(person, work.unit());
        jdbc.sql("""
                        insert into casework.work_item (id, kind, case_file, title, unit, role, state, claimed_by, claimed_by_name,
                          assigned_by, subject_type, subject_id, path, posted_at, posted_by, posted_by_name, due_at)
                        values (:id, 'POSTED', :case, :title, :unit, :role, 'OPEN', :person, :person_name, :assigned_by,
                          :subject_type, :subject, :path, :at, :by, '', :due)
                        """)
                .param("id", id)
                .param("case", work.caseId() == null ? null : work.caseId().value())
                .param("title", work.title())
                .param("unit", desk.unit().value())
                .param("role", desk.role().code())
                .param("person", given == null ? null : given.id().value())
                .param("person_name", given == null ? null : given.name())
                .param(
                        "assigned_by",
                        given == null
                                ? null
                                : Objects.requireNonNullElse(
                                        work.by().id(), given.id().value()))
                .param("subject_type", work.about().type())
                .param("subject", work.about().id())
                .param("path", work.path())
                .param("at", Columns.at(chronicle.now()))
                .param("by", work.by().id())
                .param("due", Columns.at(work.dueAt()))
                .update();
        journal.act(Act.of("casework/work-posted", work.by())
                .on(Chronicle.item(id))
                .on(work.about())
                .on(new Subject("organization/unit", desk.unit().value())));
        return id;
    }

    /** Ends the open items about a subject; how many there were. */
    @Transactional
    public int end(Subject about, boolean done, @Nullable String outcome, Actor by) {
        List<UUID> ended = jdbc.sql("""
                        update casework.work_item
                        set state = :state, done_at = :at, done_by = :by, outcome = :outcome
                        where subject_type = :type and subject_id = :subject and done_at is null
                        returning id
                        """)
                .param("state", done ? "DONE" : "CANCELLED")
                .param("at", Columns.at(chronicle.now()))
                .param("by", by.id())
                .param("outcome", outcome)
                .param("type", about.type())
                .param("subject", about.id())
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
        if (!ended.isEmpty()) {
            Act act = Act.of(done ? "casework/work-done" : "casework/work-cancelled", by)
                    .on(about);
            ended.forEach(id -> act.on(Chronicle.item(id)));
            journal.act(act);
        }
        return ended.size();
    }
}
