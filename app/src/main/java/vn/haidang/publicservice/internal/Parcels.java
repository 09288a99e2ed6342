package vn.haidang.publicservice.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.PublicServiceProblems;

/**
 * Papers that came by post and results that went by post. The dates are kept as they are known; what they mean for a time limit is
 * only that a dossier counts from its arrival.
 */
@Component
public class Parcels {

    /** What came. */
    public record Arrived(
            UnitId unit,
            String sender,
            String carrier,
            String tracking,
            @Nullable LocalDate postedOn,
            Instant arrivedAt,
            UUID key) {}

    /** A result that was sent. */
    public record Sent(
            String dossierCode,
            String carrier,
            String tracking,
            String to,
            String address,
            LocalDate postedOn,
            UUID key) {}

    /** A result that somebody at a desk wanted by post and that was not sent yet. */
    public record ToSend(UUID reception, UUID application, String dossier, String to, String address) {}

    private static final int MOST = 100;

    private static final String SELECT = """
            select p.id, p.direction, p.unit, p.application, p.other_name, p.address, p.carrier, p.tracking, p.posted_on, p.arrived_at,
              p.delivered_on, p.registered_by_name, p.registered_at,
              coalesce(
                (select a.dossier_code from publicservice.application a where a.id = p.application),
                (select min(a.dossier_code) from publicservice.reception r
                 join publicservice.application a on a.id = r.application where r.parcel = p.id)) as dossier
            from publicservice.parcel p
            """;

    private final JdbcClient jdbc;
    private final Receptions.Desks desks;
    private final Journal journal;
    private final Clock clock;

    Parcels(JdbcClient jdbc, Receptions.Desks desks, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.desks = desks;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/not-your-desk}, {@code publicservice/arrival-not-past}, {@code publicservice/tracking-known} */
    @Transactional
    public UUID arrived(Arrived parcel, Reader officer) {
        if (!desks.of(officer).contains(parcel.unit())) {
            throw PublicServiceProblems.notYourDesk();
        }
        if (parcel.arrivedAt().isAfter(clock.instant())) {
            throw PublicServiceProblems.arrivalNotPast();
        }
        return insert(
                "in",
                parcel.unit(),
                null,
                parcel.sender(),
                null,
                parcel.carrier(),
                parcel.tracking(),
                parcel.postedOn(),
                parcel.arrivedAt(),
                parcel.key(),
                officer);
    }

    /**
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-application} for one that is not the desk's,
     *     {@code publicservice/no-result-to-post}, {@code publicservice/tracking-known}
     */
    @Transactional
    public UUID sent(Sent parcel, Reader officer) {
        Set<UnitId> units = desks.of(officer);
        record Row(UUID id, UUID unit, boolean result) {}
        Row row = jdbc.sql("""
                        select a.id, case when c.receiving_unit = any (cast(:units as uuid[])) then c.receiving_unit
                          else c.competent_unit end as unit, exists (select from publicservice.result r where r.application = a.id) as result
                        from publicservice.application a
                          join casework.pub_case c on c.id = a.case_id
                        where a.dossier_code = :code
                          and (c.receiving_unit = any (cast(:units as uuid[])) or c.competent_unit = any (cast(:units as uuid[])))
                        """)
                .param("code", parcel.dossierCode())
                .param("units", ReceptionRows.array(units))
                .query((found, number) -> new Row(
                        found.getObject("id", UUID.class),
                        found.getObject("unit", UUID.class),
                        found.getBoolean("result")))
                .optional()
                .orElseThrow(PublicServiceProblems::noSuchApplication);
        if (!row.result()) {
            throw PublicServiceProblems.noResultToPost();
        }
        return insert(
                "out",
                new UnitId(row.unit()),
                new ApplicationId(row.id()),
                parcel.to(),
                parcel.address(),
                parcel.carrier(),
                parcel.tracking(),
                parcel.postedOn(),
                null,
                parcel.key(),
                officer);
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-parcel}, {@code publicservice/delivered-before-posted} */
    @Transactional
    public void delivered(UUID id, LocalDate on, Reader officer) {
        Parcel parcel = jdbc.sql(
                        SELECT
                                + " where p.id = :id and p.direction = 'out' and p.unit = any (cast(:units as uuid[])) for update")
                .param("id", id)
                .param("units", ReceptionRows.array(desks.of(officer)))
                .query((row, number) -> parcel(row))
                .optional()
                .orElseThrow(PublicServiceProblems::noSuchParcel);
        LocalDate posted = parcel.postedOn();
        if (on.isAfter(LocalDate.now(clock)) || (posted != null && on.isBefore(posted))) {
            throw PublicServiceProblems.deliveredBeforePosted();
        }
        if (on.equals(parcel.deliveredOn())) {
            return;
        }
        jdbc.sql("update publicservice.parcel set delivered_on = :on where id = :id")
                .param("on", on)
                .param("id", id)
                .update();
        journal.act(Act.of("publicservice/parcel-delivered", officer.actor())
                .on(subject(id))
                .changed("delivered-on", parcel.deliveredOn(), on));
    }

    /** The latest of the desks where the officer works; one look is one entry. */
    public List<Parcel> at(Reader officer) {
        List<Parcel> shown = jdbc.sql(SELECT + """
                         where p.unit = any (cast(:units as uuid[]))
                        order by p.registered_at desc, p.id desc limit :most
                        """)
                .param("units", ReceptionRows.array(desks.of(officer)))
                .param("most", MOST)
                .query((row, number) -> parcel(row))
                .list();
        if (!shown.isEmpty()) {
            journal.read(
                    officer.actor(),
                    "publicservice/parcel-list",
                    shown.stream().map(parcel -> subject(parcel.id())).toList());
        }
        return shown;
    }

    /** The oldest results that were asked for by post at the desks where the officer works; one look is one entry. */
    public List<ToSend> toSend(Reader officer) {
        List<ToSend> waiting = jdbc.sql("""
                        select r.id, a.id as application, a.dossier_code,
                          coalesce(r.spokesperson_name, r.person_name) as receiver, r.postal_address
                        from publicservice.reception r
                          join publicservice.application a on a.id = r.application
                          join publicservice.result s on s.application = a.id
                        where r.result_by = 'post' and r.postal_address is not null
                          and r.receiving_unit = any (cast(:units as uuid[]))
                          and not exists (select from publicservice.parcel p
                            where p.application = a.id and p.direction = 'out')
                        order by s.issued_on, r.id limit :most
                        """)
                .param("units", ReceptionRows.array(desks.of(officer)))
                .param("most", MOST)
                .query((row, number) -> new ToSend(
                        row.getObject("id", UUID.class),
                        row.getObject("application", UUID.class),
                        row.getString("dossier_code"),
                        row.getString("receiver"),
                        row.getString("postal_address")))
                .list();
        if (!waiting.isEmpty()) {
            journal.read(
                    officer.actor(),
                    "publicservice/results-to-post",
                    waiting.stream()
                            .map(each -> Traces.subject(new ApplicationId(each.application())))
                            .toList());
        }
        return waiting;
    }

    List<Parcel> of(ApplicationId application) {
        return jdbc.sql(SELECT + """
                         where p.application = :application
                          or p.id = (select r.parcel from publicservice.reception r where r.application = :application)
                        order by p.registered_at, p.id
                        """)
                .param("application", application.value())
                .query((row, number) -> parcel(row))
                .list();
    }

    private UUID insert(
            String direction,
            UnitId unit,
            @Nullable ApplicationId application,
            String otherName,
            @Nullable String address,
            String carrier,
            String tracking,
            @Nullable LocalDate postedOn,
            @Nullable Instant arrivedAt,
            UUID key,
            Reader officer) {
        AccountId account = Own.account(officer);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        try {
            int added = jdbc.sql("""
                            insert into publicservice.parcel (id, direction, unit, application, other_name, address, carrier, tracking,
                              posted_on, arrived_at, registered_by, registered_by_name, registered_at, submission_key)
                            values (:id, :direction, :unit, :application, :other, :address, :carrier, :tracking, :posted, :arrived, :by,
                              :name, :now, :key)
                            on conflict (registered_by, submission_key) do nothing
                            """)
                    .param("id", id)
                    .param("direction", direction)
                    .param("unit", unit.value())
                    .param("application", application == null ? null : application.value())
                    .param("other", otherName)
                    .param("address", address)
                    .param("carrier", carrier)
                    .param("tracking", tracking)
                    .param("posted", postedOn)
                    .param("arrived", arrivedAt == null ? null : ApplicationRows.at(arrivedAt))
                    .param("by", account.value())
                    .param("name", officer.displayName())
                    .param("now", ApplicationRows.at(now))
                    .param("key", key)
                    .update();
            if (added == 0) {
                return jdbc.sql(
                                "select id from publicservice.parcel where registered_by = :by and submission_key = :key")
                        .param("by", account.value())
                        .param("key", key)
                        .query(UUID.class)
                        .single();
            }
        } catch (DuplicateKeyException known) {
            throw PublicServiceProblems.trackingKnown();
        }
        Act act = Act.of("publicservice/parcel-" + (direction.equals("in") ? "arrived" : "sent"), officer.actor())
                .on(subject(id))
                .changed("tracking", null, tracking);
        if (application != null) {
            act.on(Traces.subject(application));
        }
        journal.act(act);
        return id;
    }

    private static Subject subject(UUID id) {
        return new Subject("publicservice/parcel", id);
    }

    private static Parcel parcel(ResultSet row) throws SQLException {
        UUID application = row.getObject("application", UUID.class);
        OffsetDateTime arrived = row.getObject("arrived_at", OffsetDateTime.class);
        return new Parcel(
                row.getObject("id", UUID.class),
                row.getString("direction").equals("in"),
                new UnitId(row.getObject("unit", UUID.class)),
                application == null ? null : new ApplicationId(application),
                row.getString("other_name"),
                row.getString("address"),
                row.getString("carrier"),
                row.getString("tracking"),
                row.getObject("posted_on", LocalDate.class),
                arrived == null ? null : arrived.toInstant(),
                row.getObject("delivered_on", LocalDate.class),
                row.getString("registered_by_name"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getString("dossier"));
    }
}
