package vn.haidang.publicservice.internal.events;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.PartyId;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Shadows.Report;
import vn.haidang.publicservice.Shadows.Shadow;

/** Keeps what other systems report of dossiers they own. */
@Component
public class ShadowRows {

    private static final String PORTAL = "national-portal";
    private static final int RECEIVED = 2;

    private static final String SHADOW = """
            select id, service_code, service_version, system, reference, handler, status, received_at, reported_at
            from publicservice.shadow
            """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ShadowRows(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** A dossier that goes to another system, which has not said anything of it yet. */
    public UUID expect(String service, UnitId unit, PartyId party, Instant now) {
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        insert(id, service, PORTAL, null, unit, party, now);
        return id;
    }

    @Transactional
    public UUID report(Report report, Actor by) {
        if (report.status() < 1 || report.status() > 10) {
            throw PublicServiceProblems.noSuchStatus(report.status());
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "publicservice/shadow/" + report.system() + "/" + report.reference())
                .query((row, number) -> 0)
                .single();
        UUID id = find(report.system(), report.reference()).map(Shadow::id).orElseGet(() -> begin(report));
        boolean news = jdbc.sql("""
                                insert into publicservice.shadow_report (shadow, reported_at, status, handler)
                                values (:id, :at, :status, :handler) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("at", at(report.at()))
                        .param("status", report.status())
                        .param("handler", report.handler())
                        .update()
                == 1;
        if (news) {
            update(id, report);
            journal.act(Act.of("publicservice/shadow-reported", by)
                    .on(new Subject("publicservice/shadow", id))
                    .changed("status", null, report.status())
                    .changed("handler", null, report.handler()));
        }
        return id;
    }

    /** The first reception stays, whatever is said later and whoever has it then. */
    private void update(UUID id, Report report) {
        jdbc.sql("""
                        update publicservice.shadow set
                          received_at = case when :status >= :received and :status <> 3
                            then least(received_at, cast(:at as timestamptz)) else received_at end,
                          status = case when reported_at is null or reported_at <= :at then :status else status end,
                          handler = case when reported_at is null or reported_at <= :at then :handler else handler end,
                          reported_at = greatest(reported_at, cast(:at as timestamptz))
                        where id = :id
                        """)
                .param("id", id)
                .param("status", report.status())
                .param("received", RECEIVED)
                .param("handler", report.handler())
                .param("at", at(report.at()))
                .update();
    }

    /** What waited for this dossier takes its code; a dossier nobody waited for is new. */
    private UUID begin(Report report) {
        UUID expected = report.expected();
        if (expected != null
                && jdbc.sql("""
                                        update publicservice.shadow set system = :system, reference = :reference
                                        where id = :id and reference is null and service_code = :service
                                        """)
                                .param("id", expected)
                                .param("system", report.system())
                                .param("reference", report.reference())
                                .param("service", report.service())
                                .update()
                        == 1) {
            return expected;
        }
        if (!ownedElsewhere(report.service())) {
            throw PublicServiceProblems.notOwnedElsewhere(report.service());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        insert(id, report.service(), report.system(), report.reference(), null, null, clock.instant());
        return id;
    }

    private boolean ownedElsewhere(String service) {
        return jdbc.sql("""
                        select exists (select from publicservice.front_door
                          where service = :service and status_owner = 'ministry' and validity @> cast(:today as date))
                        """)
                .param("service", service)
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    private void insert(
            UUID id,
            String service,
            String system,
            @Nullable String reference,
            @Nullable UnitId unit,
            @Nullable PartyId party,
            Instant now) {
        jdbc.sql("""
                        insert into publicservice.shadow (id, service_code, service_version, system, reference, unit, party, begun_at)
                        values (:id, :service, (select version from publicservice.service_version
                          where code = :service and validity @> cast(:today as date)), :system, :reference, :unit, :party, :now)
                        """)
                .param("id", id)
                .param("service", service)
                .param("today", LocalDate.ofInstant(now, clock.getZone()))
                .param("system", system)
                .param("reference", reference)
                .param("unit", unit == null ? null : unit.value())
                .param("party", party == null ? null : party.value())
                .param("now", at(now))
                .update();
    }

    public Optional<Shadow> find(String system, String reference) {
        return jdbc.sql(SHADOW + " where system = :system and reference = :reference")
                .param("system", system)
                .param("reference", reference)
                .query((row, number) -> new Shadow(
                        row.getObject("id", UUID.class),
                        row.getString("service_code"),
                        row.getObject("service_version", Integer.class),
                        row.getString("system"),
                        row.getString("reference"),
                        row.getString("handler"),
                        row.getObject("status", Integer.class),
                        instant(row, "received_at"),
                        instant(row, "reported_at")))
                .optional();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
