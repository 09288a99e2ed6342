package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/** Reading work items one by one, and those of one case. */
@Component
class ItemRows {

    /** A step of a version of a procedure. */
    record Place(String procedure, int version, String step) {}

    private static final String SELECT = """
            select w.id, w.kind, w.case_file, coalesce(c.code, '') as code, coalesce(w.title, c.title) as title, w.step, w.parent,
              w.consult, w.path, w.posted_at, w.posted_by, coalesce(w.posted_by_name, '') as posted_by_name, w.due_at, w.outcome,
              w.note, w.unit as item_unit, w.role as item_role, w.state as item_state, w.claimed_by, w.claimed_by_name,
              w.assigned_by, w.delegate, w.delegate_name, w.delegated_until
            from casework.work_item w
              left join casework.case_file c on c.id = w.case_file
            """;

    private final Visibility visibility;
    private final Powers powers;
    private final Bars bars;
    private final JdbcClient jdbc;

    ItemRows(Visibility visibility, Powers powers, Bars bars, JdbcClient jdbc) {
        this.visibility = visibility;
        this.bars = bars;
        this.powers = powers;
        this.jdbc = jdbc;
    }

    /**
     * To whoever may see its case, reads cases at its unit, holds it, or was named as a substitute for it, but not to whom it is about.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/about-you}
     */
    Optional<WorkItem> find(UUID id, Reader reader) {
        AccountId me = reader.account();
        if (me == null) {
            return Optional.empty();
        }
        Visible visible = visibility.to(reader);
        NotAbout apart = apart(reader);
        Set<UnitId> units = powers.units(reader, Visibility.READ);
        Optional<WorkItem> found = jdbc.sql(SELECT + "where w.id = :id and " + apart.sql() + """
                          and (w.unit = any (cast(:item_units as uuid[])) or w.claimed_by = :me or w.delegate = :me
                          or (w.case_file is not null and\s""" + visible.sql() + "))")
                .params(apart.parameters())
                .params(visible.with(Map.of("id", id, "me", me.value(), "item_units", Visible.units(units))))
                .query((row, number) -> item(row))
                .optional();
        if (found.isEmpty() && bars.holdsItem(id, Bars.whoeverIs(reader))) {
            throw CaseworkProblems.aboutYou();
        }
        return found;
    }

    /** Whether it is about somebody. */
    boolean isAbout(UUID item, AccountId account) {
        return bars.holdsItem(item, Set.of(account));
    }

    private NotAbout apart(Reader reader) {
        return NotAbout.at(powers.ownUnits(reader, Visibility.READ), reader);
    }

    /** Whoever asks. */
    Optional<WorkItem> find(UUID id) {
        return jdbc.sql(SELECT + "where w.id = :id")
                .param("id", id)
                .query((row, number) -> item(row))
                .optional();
    }

    /** As {@link #find}, many at once; what the reader may not see is left out. */
    List<WorkItem> all(Collection<UUID> ids, Reader reader) {
        AccountId me = reader.account();
        if (me == null || ids.isEmpty()) {
            return List.of();
        }
        Visible visible = visibility.to(reader);
        NotAbout apart = apart(reader);
        Set<UnitId> units = powers.units(reader, Visibility.READ);
        return jdbc.sql(SELECT + "where w.id = any (cast(:ids as uuid[])) and " + apart.sql() + """
                          and (w.unit = any (cast(:item_units as uuid[])) or w.claimed_by = :me or w.delegate = :me
                          or (w.case_file is not null and\s""" + visible.sql()
                        + ")) order by w.due_at nulls last, w.id")
                .params(apart.parameters())
                .params(visible.with(Map.of(
                        "ids",
                        Visible.array(ids.stream().map(UUID::toString).toList()),
                        "me",
                        me.value(),
                        "item_units",
                        Visible.units(units))))
                .query((row, number) -> item(row))
                .list();
    }

    /** Where the cases of steps stand, each place once. */
    List<Place> places(Collection<UUID> ids) {
        return jdbc.sql("""
                        select distinct c.procedure, c.procedure_version, w.step
                        from casework.work_item w
                          join casework.case_file c on c.id = w.case_file
                        where w.id = any (cast(:ids as uuid[])) and w.step is not null
                        order by c.procedure, c.procedure_version, w.step
                        """)
                .param("ids", Visible.array(ids.stream().map(UUID::toString).toList()))
                .query((row, number) ->
                        new Place(row.getString("procedure"), row.getInt("procedure_version"), row.getString("step")))
                .list();
    }

    /** Holds the case of the item, then the item, until the transaction ends; as it stands after that. */
    Optional<WorkItem> lock(WorkItem seen) {
        CaseId caseId = seen.caseId();
        if (caseId != null) {
            jdbc.sql("select c.id from casework.case_file c where c.id = :case for update")
                    .param("case", caseId.value())
                    .query(UUID.class)
                    .optional();
        }
        return jdbc.sql(SELECT + "where w.id = :id for update of w")
                .param("id", seen.id())
                .query((row, number) -> item(row))
                .optional();
    }

    /** The items of a case that are no steps, in the order they were asked for. */
    List<WorkItem> beside(CaseId id) {
        return jdbc.sql(SELECT + "where w.case_file = :case and w.kind <> 'STEP' order by w.posted_at, w.id")
                .param("case", id.value())
                .query((row, number) -> item(row))
                .list();
    }

    /** The parts of a task, in the order they were asked for. */
    List<WorkItem> parts(UUID task) {
        return jdbc.sql(SELECT + "where w.parent = :task order by w.posted_at, w.id")
                .param("task", task)
                .query((row, number) -> item(row))
                .list();
    }

    boolean hasOpenParts(UUID task) {
        return jdbc.sql("select exists (select 1 from casework.work_item where parent = :task and done_at is null)")
                .param("task", task)
                .query(Boolean.class)
                .single();
    }

    static WorkItem item(ResultSet row) throws SQLException {
        return new WorkItem(
                CaseRows.item(row, Columns.uuid(row, "id")),
                WorkItem.Kind.valueOf(row.getString("kind")),
                Columns.optionalCase(row, "case_file"),
                row.getString("code"),
                Objects.requireNonNullElse(row.getString("title"), ""),
                row.getString("step"),
                optional(row, "parent"),
                optional(row, "consult"),
                row.getString("path"),
                Columns.instant(row, "posted_at"),
                optional(row, "posted_by"),
                row.getString("posted_by_name"),
                Columns.optionalInstant(row, "due_at"),
                row.getString("outcome"),
                row.getString("note"));
    }

    private static @Nullable UUID optional(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
