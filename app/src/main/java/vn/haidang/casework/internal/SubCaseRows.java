package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.WorkCalendar;

/** How cases hang together, as rows. */
@Component
public class SubCaseRows {

    /**
     * A case another one has to do with.
     *
     * @param relation null where it is the one above
     * @param mayRead whether the reader may open it
     */
    public record SubCase(
            CaseId id,
            String code,
            String title,
            UnitId unit,
            CaseStatus status,
            @Nullable String outcome,
            @Nullable Instant dueAt,
            SubCases.@Nullable Relation relation,
            boolean mayRead) {}

    private static final String SELECT = """
            select c.id, c.code, c.title, c.competent_unit, c.status, c.outcome, c.due_at, c.parent_relation,
            """;

    private final Visibility visibility;
    private final Chronicle chronicle;
    private final LastStandings last;
    private final JdbcClient jdbc;

    SubCaseRows(Visibility visibility, Chronicle chronicle, LastStandings last, JdbcClient jdbc) {
        this.last = last;
        this.visibility = visibility;
        this.chronicle = chronicle;
        this.jdbc = jdbc;
    }

    List<SubCase> of(CaseId parent, Reader reader) {
        Visible visible = visibility.to(reader);
        return jdbc.sql(SELECT + visible.sql()
                        + " as may_read from casework.case_file c where c.parent = :parent order by c.filed_at, c.id")
                .params(visible.with(Map.of("parent", parent.value())))
                .query((row, number) -> subCase(row))
                .list();
    }

    Optional<SubCase> find(CaseId id, Reader reader) {
        Visible visible = visibility.to(reader);
        return jdbc.sql(SELECT + visible.sql() + " as may_read from casework.case_file c where c.id = :id")
                .params(visible.with(Map.of("id", id.value())))
                .query((row, number) -> subCase(row))
                .optional();
    }

    int count(CaseId parent) {
        return jdbc.sql("select count(*) from casework.case_file where parent = :parent")
                .param("parent", parent.value())
                .query(Integer.class)
                .single();
    }

    /** What work of its own is called: the day and a number that nobody else has. */
    String nextCode(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        long number = jdbc.sql("select nextval('casework.own_case_number')")
                .query(Long.class)
                .single();
        return "CV-%02d%02d%02d-%04d".formatted(day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth(), number);
    }

    /** The parent's row is held by this transaction, and so is the child's. */
    void link(CaseId child, CaseId parent, SubCases.Relation relation, boolean open) {
        last.forget(child);
        last.forget(parent);
        jdbc.sql("update casework.case_file set parent = :parent, parent_relation = :relation where id = :child")
                .param("parent", parent.value())
                .param("relation", relation.name())
                .param("child", child.value())
                .update();
        jdbc.sql("update casework.case_file set blocks = blocks + :more, accompanied = true where id = :parent")
                .param("more", open && relation == SubCases.Relation.BLOCKS ? 1 : 0)
                .param("parent", parent.value())
                .update();
    }

    void tell(Standing parent, CaseSummary child, SubCases.Relation relation, Chronicle.By by, Instant now) {
        chronicle.ofCase(
                parent.summary().id(),
                "sub-case-opened",
                parent.summary().step(),
                by,
                now,
                child.code() + " " + child.title(),
                act -> act.on(subject(child.id())).changed("relation", null, relation));
    }

    /** A case another one was opened for has ended: it does not wait any more. */
    void ended(Standing child, CaseId parent, Instant at) {
        last.forget(parent);
        if (child.ties().blocksParent()) {
            jdbc.sql("update casework.case_file set blocks = blocks - 1 where id = :parent and closed_at is null")
                    .param("parent", parent.value())
                    .update();
        }
        chronicle.ofCase(
                parent,
                "sub-case-ended",
                null,
                Chronicle.By.SYSTEM,
                at,
                child.summary().code() + " " + child.summary().title(),
                act -> act.on(subject(child.summary().id()))
                        .changed("outcome", null, child.summary().outcome()));
    }

    private static Subject subject(CaseId id) {
        return new Subject(Traces.SUBJECT, id.value());
    }

    private static SubCase subCase(ResultSet row) throws SQLException {
        String relation = row.getString("parent_relation");
        return new SubCase(
                new CaseId(Columns.uuid(row, "id")),
                row.getString("code"),
                row.getString("title"),
                new UnitId(Columns.uuid(row, "competent_unit")),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("outcome"),
                Columns.optionalInstant(row, "due_at"),
                relation == null ? null : SubCases.Relation.valueOf(relation),
                row.getBoolean("may_read"));
    }
}
