package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.document.IssuedDocument;
import vn.haidang.files.FileId;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;

/** The SQL of forms given out, and of the events they are given out for. */
@Component
class PaperRows {

    /**
     * Why a form is given out.
     *
     * @param account whoever acted, null for a program
     * @param reason empty where the applicant is told none
     */
    record Cause(@Nullable AccountId account, Instant at, String step, String reason) {}

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stay of a case at a step.
     *
     * @param name null where the procedure does not name the step any more
     * @param unit null where a program did it
     * @param holder the official who had it
     */
    record Visit(
            @Nullable String name,
            Instant from,
            @Nullable Instant due,
            @Nullable Instant to,
            @Nullable String outcome,
            @Nullable UnitId unit,
            @Nullable String holder) {}

    /** Where a case has been, in its order. */
    List<Visit> visits(CaseId id) {
        return jdbc.sql("""
                        select step_name, entered_at, due_at, left_at, outcome_name, unit, holder_name
                        from casework.pub_visit
                        where case_id = :id
                        order by entered_at, ordinal, id
                        """)
                .param("id", id.value())
                .query((row, number) -> {
                    UUID unit = row.getObject("unit", UUID.class);
                    return new Visit(
                            row.getString("step_name"),
                            ApplicationMapping.instant(row, "entered_at"),
                            moment(row, "due_at"),
                            moment(row, "left_at"),
                            row.getString("outcome_name"),
                            unit == null ? null : new UnitId(unit),
                            row.getString("holder_name"));
                })
                .list();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The events of a kind, oldest first. */
    List<Cause> causes(CaseId id, String verb) {
        return jdbc.sql("""
                        select account, at, coalesce(step, '') as step, coalesce(reason, '') as reason
                        from casework.pub_event
                        where case_id = :id and verb = :verb
                        order by case_version, at
                        """)
                .param("id", id.value())
                .param("verb", verb)
                .query((row, number) -> cause(row))
                .list();
    }

    /**
     * How a case ended.
     *
     * @param outcome of the case
     */
    record End(Cause cause, String outcome) {}

    /** Empty while it is open. */
    Optional<End> end(CaseId id) {
        return jdbc.sql("""
                        select e.account, e.at, coalesce(e.step, '') as step, coalesce(e.reason, '') as reason, c.outcome
                        from casework.pub_case c
                          cross join lateral (
                            select account, at, step, reason from casework.pub_event
                            where case_id = c.id
                            order by case_version desc, at desc
                            limit 1) e
                        where c.id = :id and c.closed_at is not null
                        """)
                .param("id", id.value())
                .query((row, number) -> new End(cause(row), row.getString("outcome")))
                .optional();
    }

    Optional<FileId> file(ApplicationId id, String form, String round) {
        return jdbc.sql("""
                        select file from publicservice.paper
                        where application = :id and form = :form and cast(round as text) = :round
                        """)
                .param("id", id.value())
                .param("form", form)
                .param("round", round)
                .query((row, number) -> new FileId(row.getObject("file", UUID.class)))
                .optional();
    }

    /** Lets whoever else gives out papers of this application wait until the caller's transaction ends. */
    void hold(ApplicationId id) {
        jdbc.sql("select id from publicservice.application where id = :id for no key update")
                .param("id", id.value())
                .query(UUID.class)
                .single();
    }

    /** Whether it was given out before; the answer holds while the application is held. */
    boolean given(ApplicationId id, String form, int round) {
        return jdbc.sql("""
                        select exists (
                          select from publicservice.paper where application = :id and form = :form and round = :round)
                        """)
                .param("id", id.value())
                .param("form", form)
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    void insert(ApplicationId id, String form, int round, IssuedDocument document) {
        jdbc.sql("""
                        insert into publicservice.paper (application, form, round, document, number, file, issued_on)
                        values (:id, :form, :round, :document, :number, :file, :day)
                        """)
                .param("id", id.value())
                .param("form", form)
                .param("round", round)
                .param("document", document.id())
                .param("number", document.number())
                .param("file", document.file().value())
                .param("day", document.issuedOn())
                .update();
    }

    private static Cause cause(ResultSet row) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        return new Cause(
                account == null ? null : new AccountId(account),
                ApplicationMapping.instant(row, "at"),
                row.getString("step"),
                row.getString("reason"));
    }
}
