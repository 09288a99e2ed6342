package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseId;
import vn.haidang.files.FileId;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.publicservice.Applications.Submission;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The SQL of applications. */
@Component
public class ApplicationRows {

    private static final String APPLICATION = """
            select a.id, a.draft, a.account, a.party, a.submitter_name, a.submitted_as, a.spokesperson_name, a.spokesperson_as,
              a.service_code, a.service_version, a.unit, a.case_id, a.dossier_code,
              a.applicant_name, a.form, a.form_version, a.left_out, a.answers, a.device, a.secret, a.promise, a.submitted_at,
              coalesce((select jsonb_agg(jsonb_build_object('round', f.round, 'field', f.field, 'file',
                  jsonb_build_object('value', f.file), 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes,
                  'sha256', f.sha256) order by f.round, f.field, f.ordinal)
                from publicservice.application_file f where f.application = a.id), '[]') as files
            from publicservice.application a
            """;

    private static final String SUMMARY = """
            select a.id, a.service_code, v.short_name, v.name_en, a.dossier_code, a.unit, a.submitted_at, c.status, c.step,
              cast(a.promise ->> 'dueDay' as date) as promised_day, c.due_at, c.closed_at, c.outcome, r.number, r.issued_on, r.file, w.document is not null as withdrawn, g.stars, count(*) over () as total
            from publicservice.application a
              join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
              join casework.pub_case c on c.id = a.case_id
              left join publicservice.result r on r.application = a.id
              left join document.pub_withdrawn w on w.document = r.document
              left join publicservice.rating g on g.application = a.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApplicationRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Until the end of the transaction nobody else hands anything in for this account. */
    void lock(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "publicservice/submission/" + account.value())
                .query((row, number) -> 0)
                .single();
    }

    /** What the same account in the same name made of this draft, or sent under this key. */
    Optional<ApplicationId> submitted(Submission submission) {
        return submitted(submission.draft(), submission.key(), submission.by());
    }

    public Optional<ApplicationId> submitted(DraftId draft, UUID key, Reader by) {
        return jdbc.sql("""
                        select id from publicservice.application
                        where account = :account and party = :party and (draft = :draft or submission_key = :key)
                        order by (draft = :draft) desc limit 1
                        """)
                .param("account", Own.account(by).value())
                .param("party", Own.party(by).value())
                .param("draft", draft.value())
                .param("key", key)
                .query((row, number) -> new ApplicationId(row.getObject(1, UUID.class)))
                .optional();
    }

    int submittedSince(AccountId account, Instant since) {
        return jdbc.sql("""
                        select count(*) from publicservice.application where account = :account and submitted_at > :since
                        """)
                .param("account", account.value())
                .param("since", at(since))
                .query(Integer.class)
                .single();
    }

    void insert(Application application, UUID key, LocalDate day) {
        Application.Submitter submitter = application.submitter();
        Application.Spoken spoken = submitter == null ? null : submitter.spoken();
        jdbc.sql("""
                        insert into publicservice.application (id, draft, account, party, submission_key, service_code, service_version,
                          unit, case_id, dossier_code, applicant_name, submitter_name, submitted_as, spokesperson_name, spokesperson_as, form, form_version, left_out, answers, device, secret, promise,
                          submitted_at, submitted_on)
                        values (:id, :draft, :account, :party, :key, :service, :version, :unit, :case, :code, :name, :submitterName, :submittedAs, :spoke, :spokeAs, :form, :formVersion, :leftOut,
                          cast(:answers as jsonb), :device, :secret, cast(:promise as jsonb), :at, :day)
                        """)
                .param("id", application.id().value())
                .param("draft", application.draft().value())
                .param("account", application.account().value())
                .param("party", application.party().value())
                .param("key", key)
                .param("service", application.serviceCode())
                .param("version", application.serviceVersion())
                .param("unit", application.unit().value())
                .param("case", application.caseId().value())
                .param("code", application.dossierCode())
                .param("name", application.applicantName())
                .param("submitterName", submitter == null ? null : submitter.name())
                .param("submittedAs", submitter == null ? null : submitter.code())
                .param("spoke", spoken == null ? null : spoken.name())
                .param("spokeAs", spoken == null ? null : spoken.basis().code())
                .param("form", application.form())
                .param("formVersion", application.formVersion())
                .param("leftOut", application.leftOut().toArray(String[]::new))
                .param("answers", json.writeValueAsString(application.answers()))
                .param("device", application.device().code())
                .param("secret", application.secret())
                .param("promise", json.writeValueAsString(application.promise()))
                .param("at", at(application.submittedAt()))
                .param("day", day)
                .update();
        insertFiles(application.id(), application.files(), application.submittedAt());
    }

    void insertFiles(ApplicationId application, List<Application.HandedIn> files, Instant now) {
        if (files.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into publicservice.application_file
                          (application, round, field, ordinal, file, name, media_type, bytes, sha256, added_at)
                        select :application, f.round, f.field, row_number() over (partition by f.round, f.field order by f.n),
                          cast(f.file ->> 'value' as uuid), f.name, f."mediaType", f.bytes, f.sha256, :now
                        from (select r.*, row_number() over () as n from jsonb_to_recordset(cast(:files as jsonb))
                          as r(round int, field text, file jsonb, name text, "mediaType" text, bytes bigint, sha256 text)) f
                        """)
                .param("application", application.value())
                .param("files", json.writeValueAsString(files))
                .param("now", at(now))
                .update();
    }

    public Optional<Application> own(ApplicationId id, Reader reader) {
        Own own = Own.of(reader);
        return jdbc.sql(APPLICATION + " where a.id = :id and " + own.sql())
                .params(own.parameters())
                .param("id", id.value())
                .query((row, number) -> ApplicationMapping.application(row, json))
                .optional();
    }

    /** Without asking who reads; for acts of the desk, which casework has already let through. */
    public Optional<Application> any(ApplicationId id) {
        return jdbc.sql(APPLICATION + " where a.id = :id")
                .param("id", id.value())
                .query((row, number) -> ApplicationMapping.application(row, json))
                .optional();
    }

    /** Whose application a case is about. */
    record HandedInFor(ApplicationId id, AccountId account, PartyId party, String service) {}

    Optional<HandedInFor> ofCase(CaseId id) {
        return jdbc.sql("select id, account, party, service_code from publicservice.application where case_id = :case")
                .param("case", id.value())
                .query((row, number) -> new HandedInFor(
                        new ApplicationId(row.getObject("id", UUID.class)),
                        new AccountId(row.getObject("account", UUID.class)),
                        new PartyId(row.getObject("party", UUID.class)),
                        row.getString("service_code")))
                .optional();
    }

    public Slice<ApplicationSummary> mine(Reader reader, PageRequest page) {
        Own own = Own.of(reader);
        var total = new AtomicLong();
        List<ApplicationSummary> rows = jdbc.sql(SUMMARY + " where " + own.sql() + """
                         order by a.submitted_at desc, a.id desc
                        limit :size offset :offset
                        """)
                .params(own.parameters())
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return ApplicationMapping.summary(row);
                })
                .list();
        return new Slice<>(rows, page, total.get());
    }

    public Optional<ApplicationSummary> summary(ApplicationId id, Reader reader) {
        Own own = Own.of(reader);
        return jdbc.sql(SUMMARY + " where a.id = :id and " + own.sql())
                .params(own.parameters())
                .param("id", id.value())
                .query((row, number) -> ApplicationMapping.summary(row))
                .optional();
    }

    /** Without asking who reads; for whoever holds its secret. */
    Optional<ApplicationSummary> summary(ApplicationId id) {
        return jdbc.sql(SUMMARY + " where a.id = :id")
                .param("id", id.value())
                .query((row, number) -> ApplicationMapping.summary(row))
                .optional();
    }

    void insertResult(ApplicationId id, UUID document, String number, UUID file, LocalDate day) {
        jdbc.sql("""
                        insert into publicservice.result (application, document, number, file, issued_on)
                        values (:id, :document, :number, :file, :day)
                        """)
                .param("id", id.value())
                .param("document", document)
                .param("number", number)
                .param("file", file)
                .param("day", day)
                .update();
    }

    /** The file of the result, without asking who reads. */
    public Optional<FileId> result(ApplicationId id) {
        return jdbc.sql("select file from publicservice.result where application = :id")
                .param("id", id.value())
                .query((row, number) -> new FileId(row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * A rating as it is kept.
     *
     * @param unit at which it counts
     * @param day on which it counts
     */
    record Rating(int stars, String comment, UnitId unit, LocalDate day) {}

    Optional<Rating> rating(ApplicationId id) {
        return jdbc.sql("""
                        select stars, coalesce(comment, '') as comment, unit, rated_on
                        from publicservice.rating where application = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Rating(
                        row.getInt("stars"),
                        row.getString("comment"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("rated_on", LocalDate.class)))
                .optional();
    }

    /** The first one, or the last word; where and when it counts stays as it was first. */
    void rate(ApplicationId id, Rating rating, Instant now) {
        jdbc.sql("""
                        insert into publicservice.rating (application, stars, comment, rated_at, unit, rated_on)
                        values (:id, :stars, nullif(:comment, ''), :now, :unit, :day)
                        on conflict (application) do update
                        set stars = excluded.stars, comment = excluded.comment, rated_at = excluded.rated_at
                        """)
                .param("id", id.value())
                .param("stars", rating.stars())
                .param("comment", rating.comment())
                .param("now", at(now))
                .param("unit", rating.unit().value())
                .param("day", rating.day())
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
