package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** Writing the items that are no steps, and how many of them their case waits for. */
@Component
class ItemWrites {

    /**
     * A new item of a case.
     *
     * @param person to whom it is given at once, null to leave it in the queue of the role
     */
    record NewItem(
            UUID id,
            WorkItem.Kind kind,
            CaseId caseId,
            String title,
            UnitId unit,
            Role role,
            @Nullable Colleague person,
            @Nullable UUID parent,
            @Nullable UUID consult,
            @Nullable Instant dueAt) {}

    private final JdbcClient jdbc;
    private final LastStandings last;

    ItemWrites(JdbcClient jdbc, LastStandings last) {
        this.last = last;
        this.jdbc = jdbc;
    }

    static UUID nextId(Instant at) {
        return UuidCreator.getTimeOrderedEpoch(at);
    }

    void post(NewItem item, Chronicle.By by, Instant at) {
        Colleague person = item.person();
        jdbc.sql("""
                        insert into casework.work_item (id, kind, case_file, title, unit, role, state, claimed_by, claimed_by_name,
                          assigned_by, parent, consult, posted_at, posted_by, posted_by_name, due_at)
                        values (:id, :kind, :case, :title, :unit, :role, 'OPEN', :person, :person_name, :assigned_by, :parent,
                          :consult, :at, :by, :by_name, :due)
                        """)
                .param("id", item.id())
                .param("kind", item.kind().name())
                .param("case", item.caseId().value())
                .param("title", item.title())
                .param("unit", item.unit().value())
                .param("role", item.role().code())
                .param("person", person == null ? null : person.id().value())
                .param("person_name", person == null ? null : person.name())
                .param("assigned_by", person == null ? null : by.actor().id())
                .param("parent", item.parent())
                .param("consult", item.consult())
                .param("at", Columns.at(at))
                .param("by", by.actor().id())
                .param("by_name", by.name())
                .param("due", Columns.at(item.dueAt()))
                .update();
    }

    void done(UUID item, String outcome, @Nullable String note, Chronicle.By by, Instant at) {
        Colleague behalf = by.behalf();
        jdbc.sql("""
                        update casework.work_item
                        set state = 'DONE', done_at = :at, done_by = :by, done_for = :behalf, outcome = :outcome, note = :note
                        where id = :id
                        """)
                .param("at", Columns.at(at))
                .param("by", by.actor().id())
                .param("behalf", behalf == null ? null : behalf.id().value())
                .param("outcome", outcome)
                .param("note", note)
                .param("id", item)
                .update();
    }

    /** Ends the item undone, with all its parts; how many that were. */
    int cancelWithParts(UUID item, Instant at) {
        return jdbc.sql("""
                        with recursive part as (
                          select id from casework.work_item where id = :id
                          union all
                          select w.id from casework.work_item w join part p on w.parent = p.id)
                        update casework.work_item w
                        set state = 'CANCELLED', done_at = :at
                        from part p
                        where w.id = p.id and w.done_at is null
                        """).param("id", item).param("at", Columns.at(at)).update();
    }

    /** Ends undone what of these is still open; how many that were. */
    int cancel(List<UUID> items, Instant at) {
        return items.isEmpty()
                ? 0
                : jdbc.sql("""
                        update casework.work_item set state = 'CANCELLED', done_at = :at
                        where id = any (cast(:ids as uuid[])) and done_at is null
                        """)
                        .param(
                                "ids",
                                Visible.array(items.stream().map(UUID::toString).toList()))
                        .param("at", Columns.at(at))
                        .update();
    }

    /** The case waits for so many more, or fewer. Its row is held by this transaction. */
    void blocks(CaseId id, int more) {
        last.forget(id);
        jdbc.sql("""
                        update casework.case_file set blocks = blocks + :more, accompanied = true where id = :case
                        """).param("more", more).param("case", id.value()).update();
    }

    /** The case has something beside it that it does not wait for. */
    void accompanied(CaseId id) {
        blocks(id, 0);
    }
}
