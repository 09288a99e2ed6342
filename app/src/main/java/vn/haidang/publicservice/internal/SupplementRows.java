package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.files.FileId;
import vn.haidang.publicservice.ApplicationId;

/** The SQL of supplements, of what happened to the case of an application, and of the forms given out meanwhile. */
@Component
public class SupplementRows {

    /** What an applicant added in one round. */
    public record Answered(int round, String note, Instant at) {}

    /**
     * What happened to a case, as the applicant may know it.
     *
     * @param reason empty unless the applicant is told it
     */
    public record Happened(Instant at, String verb, String step, String outcome, String reason) {}

    /**
     * A form that was given out.
     *
     * @param form its number in the circular
     */
    public record Given(String form, int round, String number, LocalDate issuedOn, FileId file) {}

    private final JdbcClient jdbc;

    SupplementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean answered(ApplicationId id, UUID key) {
        return jdbc.sql("""
                        select exists (select from publicservice.supplement where application = :id and submission_key = :key)
                        """)
                .param("id", id.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** Returns the round. */
    int insert(ApplicationId id, UUID key, String note, Instant now) {
        return jdbc.sql("""
                        insert into publicservice.supplement (application, round, submission_key, note, answered_at)
                        select :id, coalesce(max(round), 0) + 1, :key, :note, :now
                        from publicservice.supplement where application = :id
                        returning round
                        """)
                .param("id", id.value())
                .param("key", key)
                .param("note", note)
                .param("now", ApplicationRows.at(now))
                .query(Integer.class)
                .single();
    }

    public List<Answered> of(ApplicationId id) {
        return jdbc.sql("""
                        select round, note, answered_at from publicservice.supplement where application = :id order by round
                        """)
                .param("id", id.value())
                .query((row, number) -> new Answered(
                        row.getInt("round"), row.getString("note"), ApplicationMapping.instant(row, "answered_at")))
                .list();
    }

    public List<Happened> happened(CaseId id) {
        return jdbc.sql("""
                        select at, verb, coalesce(step, '') as step, coalesce(outcome, '') as outcome, coalesce(reason, '') as reason
                        from casework.pub_event where case_id = :id order by id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Happened(
                        ApplicationMapping.instant(row, "at"),
                        row.getString("verb"),
                        row.getString("step"),
                        row.getString("outcome"),
                        row.getString("reason")))
                .list();
    }

    /** The forms given out, in the order of the circular. */
    public List<Given> given(ApplicationId id) {
        return jdbc.sql("""
                        select form, round, number, issued_on, file from publicservice.paper
                        where application = :id
                        order by form, round
                        """)
                .param("id", id.value())
                .query((row, number) -> new Given(
                        row.getString("form"),
                        row.getInt("round"),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        new FileId(row.getObject("file", UUID.class))))
                .list();
    }

    /** Those the applicant is given; control slips are the office's own. */
    public List<Given> givenToApplicant(ApplicationId id) {
        return given(id).stream()
                .filter(each -> !each.form().equals(ControlSlips.FORM))
                .toList();
    }

    /** The file of one of them; empty for any that was not given out. */
    public Optional<FileId> given(ApplicationId id, String form, String round) {
        return given(id).stream()
                .filter(each -> each.form().equals(form)
                        && Integer.toString(each.round()).equals(round))
                .map(Given::file)
                .findFirst();
    }

    /** How often the applicant was asked for something. */
    int timesAsked(CaseId id) {
        return jdbc.sql("select count(*) from casework.pub_event where case_id = :id and verb = 'supplement-asked'")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }
}
