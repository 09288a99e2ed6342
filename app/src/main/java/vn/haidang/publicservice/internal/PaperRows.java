package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.document.IssuedDocument;
import vn.haidang.identity.AccountId;
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

    /** The event that ended the case. */
    Optional<Cause> end(CaseId id) {
        return jdbc.sql("""
                        select account, at, coalesce(step, '') as step, coalesce(reason, '') as reason
                        from casework.pub_event
                        where case_id = :id
                        order by case_version desc, at desc
                        limit 1
                        """)
                .param("id", id.value())
                .query((row, number) -> cause(row))
                .optional();
    }

    boolean given(ApplicationId id, Paper paper, int round) {
        return jdbc.sql("""
                        select exists (
                          select from publicservice.paper where application = :id and form = :form and round = :round)
                        """)
                .param("id", id.value())
                .param("form", paper.form())
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    /** A second one of the same round fails, and gives its number back. */
    void insert(ApplicationId id, Paper paper, int round, IssuedDocument document) {
        jdbc.sql("""
                        insert into publicservice.paper (application, form, round, document, number, file, issued_on)
                        values (:id, :form, :round, :document, :number, :file, :day)
                        """)
                .param("id", id.value())
                .param("form", paper.form())
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
