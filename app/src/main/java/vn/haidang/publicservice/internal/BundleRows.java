package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseStatus;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applications.Preparation;
import vn.haidang.publicservice.Applications.Submission;
import vn.haidang.publicservice.Bundle;
import vn.haidang.publicservice.BundleId;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.Promise;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.worktime.Claim;
import vn.haidang.worktime.Deadlines;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.TimeLimit;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/** The SQL of bundles. A bundle is one's own when all its applications are. */
@Component
public class BundleRows {

    private static final String HOURS = "standard";
    private static final int MOST = 20;

    private static final String BUNDLE = """
            select b.id, b.event, b.kind, b.name, b.name_en, b.legal_basis, b.submitted_at, p.ordinal, p.service_code,
              p.name as part, p.name_en as part_en, coalesce(u.name, p.agency) as agency,
              coalesce(u.name_en, p.agency_en) as agency_en, p.application, p.expected, a.dossier_code, a.promise,
              c.status, c.step, c.due_at, c.outcome, s.reference, s.status as reported
            from publicservice.bundle b
              join publicservice.bundle_part p on p.bundle = b.id
              left join publicservice.application a on a.id = p.application
              left join casework.pub_case c on c.id = a.case_id
              left join organization.pub_unit u on u.id = c.competent_unit
              left join publicservice.shadow s on s.id = p.shadow
            """;

    private static final String OWN = """
            not exists (select from publicservice.bundle_part o join publicservice.application a on a.id = o.application
              where o.bundle = b.id and not (%s))
            """;

    /** A dossier that a draft will become. */
    public record Prepared(int ordinal, String event, String service, UnitId unit) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PreparationRows preparations;
    private final Receivers receivers;
    private final WorkCalendars calendars;

    BundleRows(
            JdbcClient jdbc,
            JsonMapper json,
            PreparationRows preparations,
            Receivers receivers,
            WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.json = json;
        this.preparations = preparations;
        this.receivers = receivers;
        this.calendars = calendars;
    }

    void prepare(Preparation preparation, List<Prepared> prepared, Set<String> known, Reader reader) {
        preparations.insert(preparation, Own.account(reader), Own.party(reader), known);
        insertPrepared(preparation, prepared);
    }

    /** What a draft becomes from now on; whoever calls holds the draft. */
    void change(Preparation preparation, List<Prepared> prepared) {
        preparations.change(preparation);
        jdbc.sql("delete from publicservice.bundle_preparation where draft = :draft")
                .param("draft", preparation.draft().value())
                .update();
        insertPrepared(preparation, prepared);
    }

    private void insertPrepared(Preparation preparation, List<Prepared> prepared) {
        jdbc.sql("""
                        insert into publicservice.bundle_preparation (draft, ordinal, event, service_code, unit)
                        select :draft, p.ordinal, p.event, p.service, cast(p.unit ->> 'value' as uuid)
                        from jsonb_to_recordset(cast(:rows as jsonb)) as p(ordinal int, event text, service text, unit jsonb)
                        """)
                .param("draft", preparation.draft().value())
                .param("rows", json.writeValueAsString(prepared))
                .update();
    }

    public boolean isPrepared(DraftId draft) {
        return preparations.ofBundle(draft);
    }

    /** What one's own draft will become, in order; nothing for a foreign one. */
    public List<Prepared> prepared(DraftId draft, Reader reader) {
        if (preparations.find(draft, Own.account(reader), Own.party(reader)).isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select ordinal, event, service_code, unit from publicservice.bundle_preparation
                        where draft = :draft order by ordinal
                        """)
                .param("draft", draft.value())
                .query((row, number) -> new Prepared(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        receivers.now(new UnitId(row.getObject(4, UUID.class)))))
                .list();
    }

    /** Codes of the life events that these of one's own drafts declare. */
    public Map<DraftId, String> declared(List<DraftId> drafts, Reader reader) {
        return drafts.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select b.draft, min(b.event) from publicservice.bundle_preparation b
                                  join publicservice.preparation p on p.draft = b.draft
                                where b.draft in (:drafts) and p.account = :account and p.party = :party
                                group by b.draft
                                """)
                        .param("drafts", drafts.stream().map(DraftId::value).toList())
                        .param("account", Own.account(reader).value())
                        .param("party", Own.party(reader).value())
                        .query((row, number) -> Map.entry(new DraftId(row.getObject(1, UUID.class)), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<BundleId> submitted(Submission submission) {
        return submitted(submission.draft(), submission.key(), submission.by());
    }

    public Optional<BundleId> submitted(DraftId draft, UUID key, Reader by) {
        return jdbc.sql("""
                        select id from publicservice.bundle
                        where account = :account and party = :party and (draft = :draft or submission_key = :key)
                        order by (draft = :draft) desc limit 1
                        """)
                .param("account", Own.account(by).value())
                .param("party", Own.party(by).value())
                .param("draft", draft.value())
                .param("key", key)
                .query((row, number) -> new BundleId(row.getObject(1, UUID.class)))
                .optional();
    }

    void insert(BundleId id, LifeEvent event, Draft draft, Submission submission, Instant now) {
        jdbc.sql("""
                        insert into publicservice.bundle (id, event, kind, name, name_en, legal_basis, draft, account, party,
                          submission_key, submitted_at)
                        values (:id, :event, :kind, :name, :nameEn, :basis, :draft, :account, :party, :key, :now)
                        """)
                .param("id", id.value())
                .param("event", event.code())
                .param("kind", event.kind().code())
                .param("name", event.name().vi())
                .param("nameEn", event.name().en())
                .param("basis", event.legalBasis())
                .param("draft", draft.id().value())
                .param("account", draft.owner().value())
                .param("party", draft.party().value())
                .param("key", submission.key())
                .param("now", ApplicationRows.at(now))
                .update();
    }

    void insertPart(
            BundleId id,
            LifeEvent.Member member,
            @Nullable UUID application,
            @Nullable UUID shadow,
            Instant now,
            UnitId unit) {
        LegalDuration duration = member.duration();
        Promise expected = shadow == null || duration == null ? null : expected(duration, unit, now);
        jdbc.sql("""
                        insert into publicservice.bundle_part (bundle, ordinal, service_code, name, name_en, agency, agency_en,
                          application, shadow, expected)
                        values (:id, :ordinal, :service, :name, :nameEn, :agency, :agencyEn, :application, :shadow,
                          cast(:expected as jsonb))
                        """)
                .param("id", id.value())
                .param("ordinal", member.ordinal())
                .param("service", member.service())
                .param("name", member.name().vi())
                .param("nameEn", member.name().en())
                .param("agency", member.agency().vi())
                .param("agencyEn", member.agency().en())
                .param("application", application)
                .param("shadow", shadow)
                .param("expected", expected == null ? null : json.writeValueAsString(expected))
                .update();
    }

    /** By which day the law wants it decided, had it been received here now; a reckoning, not a clock. */
    private Promise expected(LegalDuration duration, UnitId unit, Instant now) {
        WorkCalendar calendar = calendars.current();
        String hours = calendars.officeHoursOf(unit, LocalDate.ofInstant(now, WorkCalendar.ZONE), HOURS);
        return Promise.of(new Deadlines(calendar).due(Claim.filed(now, TimeLimit.of(duration), hours)));
    }

    public Optional<Bundle> own(BundleId id, Reader reader) {
        Own own = Own.of(reader);
        return bundles(jdbc.sql(BUNDLE + " where b.id = :id and " + OWN.formatted(own.sql()) + " order by p.ordinal")
                        .params(own.parameters())
                        .param("id", id.value()))
                .stream()
                .findFirst();
    }

    public List<Bundle> mine(Reader reader) {
        Own own = Own.of(reader);
        return bundles(jdbc.sql(BUNDLE + " where b.id in (select b.id from publicservice.bundle b where "
                        + OWN.formatted(own.sql()) + " order by b.submitted_at desc limit :most)"
                        + " order by b.submitted_at desc, b.id, p.ordinal")
                .params(own.parameters())
                .param("most", MOST));
    }

    private List<Bundle> bundles(JdbcClient.StatementSpec statement) {
        Map<UUID, Bundle> bundles = new LinkedHashMap<>();
        Map<UUID, List<Bundle.Dossier>> dossiers = new LinkedHashMap<>();
        statement
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    bundles.put(id, bundle(row, id));
                    return dossiers.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(dossier(row));
                })
                .list();
        return bundles.values().stream()
                .map(each -> new Bundle(
                        each.id(),
                        each.event(),
                        each.kind(),
                        each.name(),
                        each.legalBasis(),
                        each.submittedAt(),
                        dossiers.getOrDefault(each.id().value(), List.of())))
                .toList();
    }

    private static Bundle bundle(ResultSet row, UUID id) throws SQLException {
        return new Bundle(
                new BundleId(id),
                row.getString("event"),
                row.getString("kind").equals("law") ? LifeEvent.Kind.LAW : LifeEvent.Kind.OFFER,
                new Bilingual(row.getString("name"), row.getString("name_en")),
                row.getString("legal_basis"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private Bundle.Dossier dossier(ResultSet row) throws SQLException {
        UUID application = row.getObject("application", UUID.class);
        String promise = row.getString(application == null ? "expected" : "promise");
        String status = row.getString("status");
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Bundle.Dossier(
                row.getInt("ordinal"),
                row.getString("service_code"),
                new Bilingual(row.getString("part"), row.getString("part_en")),
                new Bilingual(row.getString("agency"), row.getString("agency_en")),
                application,
                row.getString(application == null ? "reference" : "dossier_code"),
                promise == null ? null : json.readValue(promise, Promise.class).dueDay(),
                due == null
                        ? null
                        : due.toInstant()
                                .minusMillis(1)
                                .atZone(WorkCalendar.ZONE)
                                .toLocalDate(),
                status == null ? null : CaseStatus.valueOf(status.toUpperCase(java.util.Locale.ROOT)),
                row.getString("step"),
                row.getString("outcome"),
                row.getObject("reported", Integer.class));
    }
}
