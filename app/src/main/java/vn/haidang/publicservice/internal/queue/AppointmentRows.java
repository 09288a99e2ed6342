package vn.haidang.publicservice.internal.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.queue.Appointments.Appointment;
import vn.haidang.publicservice.internal.queue.Appointments.Booking;

/** The SQL of appointments. */
@Component
class AppointmentRows {

    private static final String SELECT = """
            select a.id, a.code, a.point, p.slug, p.name, p.name_en, a.day, a.starts, s.ends, a.account, a.person_name,
              coalesce((select v.short_name from publicservice.service_version v where v.code = a.service_code
                order by v.version desc limit 1), a.service_code) as service,
              (select v.name_en from publicservice.service_version v where v.code = a.service_code
                order by v.version desc limit 1) as service_en,
              a.state, a.unit, a.counted
            from publicservice.appointment a
              join publicservice.service_point p on p.id = a.point
              join publicservice.slot s on s.point = a.point and s.day = a.day and s.starts = a.starts
            """;

    private static final String OWN = " a.account = :account and a.party = :party ";
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    AppointmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else books for this account. */
    void lock(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "publicservice/appointment/" + account.value())
                .query((row, number) -> 0)
                .single();
    }

    Optional<UUID> booked(AccountId account, UUID key) {
        return jdbc.sql("select id from publicservice.appointment where account = :account and submission_key = :key")
                .param("account", account.value())
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    int open(AccountId account, LocalDate today) {
        return jdbc.sql("""
                        select count(*) from publicservice.appointment
                        where account = :account and state = 'booked' and day >= :today
                        """)
                .param("account", account.value())
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    /** False when the code is somebody else's at that place on that day. */
    boolean insert(
            UUID id, String code, Points.Point point, Slots.Slot slot, Booking booking, Reader reader, Instant now) {
        return jdbc.sql("""
                                insert into publicservice.appointment (id, code, point, unit, day, starts, account, party, person_name,
                                  service_code, state, submission_key, booked_at)
                                values (:id, :code, :point, :unit, :day, :starts, :account, :party, :name, :service, 'booked', :key, :now)
                                on conflict (point, day, code) do nothing
                                """)
                        .param("id", id)
                        .param("code", code)
                        .param("point", point.id())
                        .param("unit", point.unit().value())
                        .param("day", slot.day())
                        .param("starts", slot.starts())
                        .param(
                                "account",
                                Objects.requireNonNull(reader.account()).value())
                        .param("party", Objects.requireNonNull(reader.party()).value())
                        .param("name", reader.partyName())
                        .param("service", booking.service())
                        .param("key", booking.key())
                        .param("now", Points.at(now))
                        .update()
                == 1;
    }

    Optional<Appointment> find(UUID id, AccountId account, UUID party) {
        return own(SELECT + " where a.id = :id and" + OWN, id, account, party);
    }

    Optional<Appointment> hold(UUID id, AccountId account, UUID party) {
        return own(SELECT + " where a.id = :id and" + OWN + "for update of a", id, account, party);
    }

    private Optional<Appointment> own(String sql, UUID id, AccountId account, UUID party) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("account", account.value())
                .param("party", party)
                .query((row, number) -> appointment(row))
                .optional();
    }

    List<Appointment> mine(AccountId account, UUID party, LocalDate today) {
        return jdbc.sql(SELECT + " where" + OWN + """
                        order by (a.state in ('booked', 'arrived') and a.day >= :today) desc, a.day, a.starts, a.id limit :most
                        """)
                .param("account", account.value())
                .param("party", party)
                .param("today", today)
                .param("most", MOST)
                .query((row, number) -> appointment(row))
                .list();
    }

    List<Appointment> at(UUID point, LocalDate day) {
        return jdbc.sql(SELECT
                        + " where a.point = :point and a.day = :day order by a.starts, a.booked_at, a.id limit :most")
                .param("point", point)
                .param("day", day)
                .param("most", MOST)
                .query((row, number) -> appointment(row))
                .list();
    }

    /** False when the code is somebody else's on that day. */
    boolean move(UUID id, Slots.Slot slot, String code) {
        try {
            return jdbc.sql("""
                                    update publicservice.appointment a
                                    set day = :day, starts = :starts, code = :code, moves = moves + 1, reminded_at = null
                                    where a.id = :id and not exists (select from publicservice.appointment o
                                      where o.point = a.point and o.day = :day and o.code = :code and o.id <> a.id)
                                    """)
                            .param("id", id)
                            .param("day", slot.day())
                            .param("starts", slot.starts())
                            .param("code", code)
                            .update()
                    == 1;
        } catch (DuplicateKeyException atTheSameMoment) {
            throw vn.haidang.publicservice.PublicServiceProblems.slotFull();
        }
    }

    void end(UUID id, String state, Instant now) {
        jdbc.sql("update publicservice.appointment set state = :state, ended_at = :now where id = :id")
                .param("state", state)
                .param("now", Points.at(now))
                .param("id", id)
                .update();
    }

    /**
     * Somebody expected today.
     *
     * @param ticket the number they have; null while they have not come
     */
    record Coming(
            UUID id,
            LocalTime starts,
            UnitId unit,
            boolean counted,
            @Nullable UUID ticket) {}

    Optional<Coming> coming(UUID point, LocalDate today, String code) {
        return jdbc.sql("""
                        select id, starts, unit, counted, ticket from publicservice.appointment
                        where point = :point and day = :today and code = :code and state in ('booked', 'arrived')
                        for update
                        """)
                .param("point", point)
                .param("today", today)
                .param("code", code)
                .query((row, number) -> new Coming(
                        row.getObject("id", UUID.class),
                        row.getObject("starts", LocalTime.class),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getBoolean("counted"),
                        row.getObject("ticket", UUID.class)))
                .optional();
    }

    void arrived(UUID id, UUID ticket) {
        jdbc.sql("update publicservice.appointment set state = 'arrived', ticket = :ticket where id = :id")
                .param("ticket", ticket)
                .param("id", id)
                .update();
    }

    /** Those of a day nobody was reminded of; they count as reminded from now on. */
    List<Appointment> remind(LocalDate day, Instant now) {
        List<UUID> ids = jdbc.sql("""
                        update publicservice.appointment set reminded_at = :now
                        where id in (select id from publicservice.appointment
                          where day = :day and state = 'booked' and reminded_at is null limit :most for update skip locked)
                        returning id
                        """)
                .param("now", Points.at(now))
                .param("day", day)
                .param("most", MOST)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return of(ids);
    }

    /** Those of days that are over to which nobody came; and whoever came counts as having come. */
    List<Appointment> missed(LocalDate today, Instant now) {
        jdbc.sql("""
                        update publicservice.appointment set state = 'kept', ended_at = :now
                        where day < :today and state = 'arrived'
                        """).param("now", Points.at(now)).param("today", today).update();
        List<UUID> ids = jdbc.sql("""
                        update publicservice.appointment set state = 'missed', ended_at = :now
                        where day < :today and state = 'booked'
                        returning id
                        """)
                .param("now", Points.at(now))
                .param("today", today)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return of(ids);
    }

    /** Everybody who was still to come to a place, none of whom is now. */
    List<Appointment> callOff(UUID point, Instant now) {
        List<UUID> ids = jdbc.sql("""
                        update publicservice.appointment set state = 'cancelled', ended_at = :now
                        where point = :point and state = 'booked'
                        returning id
                        """)
                .param("now", Points.at(now))
                .param("point", point)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return of(ids);
    }

    private List<Appointment> of(List<UUID> ids) {
        return jdbc.sql(SELECT + " where a.id = any (cast(:ids as uuid[])) order by a.id")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> appointment(row))
                .list();
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("point", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("name_en"),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("person_name"),
                row.getString("service"),
                row.getString("service_en"),
                row.getString("state"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getBoolean("counted"));
    }
}
