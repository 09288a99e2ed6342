package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.Channel;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Reception;

/** The SQL of receptions. */
@Component
class ReceptionRows {

    private static final String SELECT = """
            select r.id, r.channel, r.officer, r.officer_name, r.person, r.person_name, r.person_kind, r.spokesperson,
              r.spokesperson_name, r.spokesperson_as, r.spokesperson_proof, r.identified_by, r.service_code, r.help_unit,
              r.receiving_unit, r.competent_unit, r.arrived_at, r.result_by, r.postal_address, r.draft, r.application, r.begun_at,
              r.finished_at
            from publicservice.reception r
            """;

    /** Finished ones are seen where the person was helped and where it was received; a begun one by whoever began it, while they work there. */
    private static final String VISIBLE = """
             (r.help_unit = any (cast(:units as uuid[])) or r.receiving_unit = any (cast(:units as uuid[])))
               and (r.application is not null or r.officer = :me)
            """;

    private final JdbcClient jdbc;

    ReceptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> begun(AccountId officer, UUID key) {
        return jdbc.sql("select id from publicservice.reception where officer = :officer and submission_key = :key")
                .param("officer", officer.value())
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** False when this officer began one under the same key at the same moment. */
    boolean insert(Reception reception, @Nullable UUID parcel, @Nullable UUID ticket, UUID key, LocalDate day) {
        Reception.Represented represented = reception.represented();
        Mandate.Spokesperson spokesperson = represented.spokesperson();
        return jdbc.sql("""
                        insert into publicservice.reception (id, channel, officer, officer_name, person, person_name, person_kind,
                          spokesperson, spokesperson_name, spokesperson_as, spokesperson_proof, identified_by, service_code, help_unit, receiving_unit, arrived_at, parcel, ticket, result_by, postal_address,
                          submission_key, begun_at, begun_on)
                        values (:id, :channel, :officer, :officer_name, :person, :person_name, :person_kind, cast(:spokesperson as uuid),
                          :spokesperson_name, :spokesperson_as, :proof, :identified_by, :service, :help,
                          :receiving, :arrived, :parcel, :ticket, :result_by, :address, :key, :begun, :day)
                        on conflict (officer, submission_key) do nothing
                        """)
                        .param("id", reception.id())
                        .param("channel", reception.way())
                        .param("officer", reception.officer().value())
                        .param("officer_name", reception.officerName())
                        .param("person", reception.person().value())
                        .param("person_name", reception.personName())
                        .param("person_kind", represented.kind().name().toLowerCase(Locale.ROOT))
                        .param(
                                "spokesperson",
                                spokesperson == null
                                        ? null
                                        : spokesperson.person().value().toString())
                        .param("spokesperson_name", spokesperson == null ? null : spokesperson.name())
                        .param(
                                "spokesperson_as",
                                spokesperson == null
                                        ? null
                                        : spokesperson.basis().code())
                        .param("proof", represented.proof())
                        .param("identified_by", reception.identifiedBy())
                        .param("service", reception.serviceCode())
                        .param("help", reception.help().value())
                        .param("receiving", reception.receiving().value())
                        .param("arrived", at(reception.arrivedAt()))
                        .param("parcel", parcel)
                        .param("ticket", ticket)
                        .param("result_by", reception.resultBy())
                        .param("address", reception.postalAddress())
                        .param("key", key)
                        .param("begun", at(reception.begunAt()))
                        .param("day", day)
                        .update()
                == 1;
    }

    Optional<Reception> find(UUID id, AccountId me, Set<UnitId> units) {
        return one(SELECT + " where r.id = :id and" + VISIBLE, id, me, units);
    }

    /** The same, held until the transaction ends. */
    Optional<Reception> hold(UUID id, AccountId me, Set<UnitId> units) {
        return one(SELECT + " where r.id = :id and" + VISIBLE + " for update", id, me, units);
    }

    private Optional<Reception> one(String sql, UUID id, AccountId me, Set<UnitId> units) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("me", me.value())
                .param("units", array(units))
                .query((row, number) -> reception(row))
                .optional();
    }

    /** Newest first: those being taken in by this officer, and those finished on the day. */
    List<Reception> of(LocalDate day, AccountId me, Set<UnitId> units, int most) {
        return jdbc.sql(SELECT + " where" + VISIBLE + """
                          and (r.finished_on = :day or (r.application is null and r.officer = :me))
                        order by r.begun_at desc, r.id desc limit :most
                        """)
                .param("day", day)
                .param("me", me.value())
                .param("units", array(units))
                .param("most", most)
                .query((row, number) -> reception(row))
                .list();
    }

    Optional<Reception> ofApplication(ApplicationId application) {
        return jdbc.sql(SELECT + " where r.application = :application")
                .param("application", application.value())
                .query((row, number) -> reception(row))
                .optional();
    }

    Map<UUID, String> codes(List<UUID> receptions) {
        Map<UUID, String> codes = new HashMap<>();
        jdbc.sql("""
                        select r.id, a.dossier_code
                        from publicservice.reception r
                          join publicservice.application a on a.id = r.application
                        where r.id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", receptions.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> codes.put(row.getObject("id", UUID.class), row.getString("dossier_code")))
                .list();
        return codes;
    }

    /** When a parcel arrived at one of these units; empty for any other. */
    Optional<Instant> arrival(UUID parcel, Set<UnitId> units) {
        return jdbc.sql("""
                        select arrived_at from publicservice.parcel
                        where id = :id and direction = 'in' and unit = any (cast(:units as uuid[]))
                        """)
                .param("id", parcel)
                .param("units", array(units))
                .query((row, number) ->
                        row.getObject("arrived_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void prepare(UUID id, UnitId competent, DraftId draft) {
        jdbc.sql("update publicservice.reception set competent_unit = :competent, draft = :draft where id = :id")
                .param("id", id)
                .param("competent", competent.value())
                .param("draft", draft.value())
                .update();
    }

    void finish(UUID id, ApplicationId application, Instant at, LocalDate day) {
        jdbc.sql("""
                        update publicservice.reception
                        set application = :application, finished_at = :at, finished_on = :day
                        where id = :id
                        """)
                .param("id", id)
                .param("application", application.value())
                .param("at", at(at))
                .param("day", day)
                .update();
    }

    static String[] array(Set<UnitId> units) {
        return units.stream().map(unit -> unit.value().toString()).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : ApplicationRows.at(instant);
    }

    private static Reception reception(ResultSet row) throws SQLException {
        UUID competent = row.getObject("competent_unit", UUID.class);
        UUID draft = row.getObject("draft", UUID.class);
        UUID application = row.getObject("application", UUID.class);
        return new Reception(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                new AccountId(row.getObject("officer", UUID.class)),
                row.getString("officer_name"),
                represented(row),
                row.getString("identified_by"),
                row.getString("service_code"),
                new UnitId(row.getObject("help_unit", UUID.class)),
                new UnitId(row.getObject("receiving_unit", UUID.class)),
                competent == null ? null : new UnitId(competent),
                instant(row, "arrived_at"),
                row.getString("result_by"),
                row.getString("postal_address"),
                draft == null ? null : new DraftId(draft),
                application == null ? null : new ApplicationId(application),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"));
    }

    private static Reception.Represented represented(ResultSet row) throws SQLException {
        UUID spokesperson = row.getObject("spokesperson", UUID.class);
        return new Reception.Represented(
                new PartyId(row.getObject("person", UUID.class)),
                row.getString("person_name"),
                Mandate.Kind.valueOf(row.getString("person_kind").toUpperCase(Locale.ROOT)),
                spokesperson == null
                        ? null
                        : new Mandate.Spokesperson(
                                new PartyId(spokesperson),
                                row.getString("spokesperson_name"),
                                Mandate.Basis.of(row.getString("spokesperson_as"))),
                row.getString("spokesperson_proof"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
