package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.internal.once.ReusedPapers;

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
     * A form.
     *
     * @param form its number in the circular
     * @param number null, as its day, while nobody has opened it
     * @param withdrawn whether its issuer has said that it does not count any more
     */
    public record Given(
            String form,
            int round,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            boolean withdrawn) {}

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

    /** The forms that acts called for or officials asked for, in the order of the circular. */
    public List<Given> given(ApplicationId id) {
        return jdbc.sql("""
                        with act as (
                          select case e.verb when 'accepted' then '01' when 'apologised' then '04' else '02' end as form,
                            cast(row_number() over (partition by e.verb order by e.case_version, e.at) as int) as round
                          from publicservice.application a
                            join casework.pub_event e on e.case_id = a.case_id
                          where a.id = :id and e.verb in ('accepted', 'apologised', 'supplement-asked')
                          union all
                          select case c.outcome when 'refused' then '03' else '05' end, 1
                          from publicservice.application a
                            join casework.pub_case c on c.id = a.case_id
                          where a.id = :id and c.closed_at is not null and c.outcome <> 'done')
                        select form, round, p.number, p.issued_on, w.document is not null as withdrawn
                        from act
                          full join (select form, round, number, issued_on, document from publicservice.paper
                            where application = :id) p using (form, round)
                          left join document.pub_withdrawn w on w.document = p.document
                        order by form, round
                        """)
                .param("id", id.value())
                .query((row, number) -> new Given(
                        row.getString("form"),
                        row.getInt("round"),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getBoolean("withdrawn")))
                .list();
    }

    /** Those the applicant is given; control slips are the office's own. */
    public List<Given> givenToApplicant(ApplicationId id) {
        return given(id).stream()
                .filter(each -> !each.form().equals(ControlSlips.FORM))
                .toList();
    }

    /** Papers of the applicant's own store that stand in the place of an upload. */
    public List<ReusedPapers.Reused> reused(ApplicationId application) {
        return jdbc.sql("""
                        select field, file, kind, number, issued_on, source, sha256 from publicservice.reused_paper
                        where application = :application order by field, taken_at
                        """)
                .param("application", application.value())
                .query((row, number) -> new ReusedPapers.Reused(
                        row.getString("field"),
                        row.getObject("file", UUID.class),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("source"),
                        row.getString("sha256")))
                .list();
    }
}
