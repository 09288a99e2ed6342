package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.IssuedDocument;
import vn.haidang.files.FileId;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.ui.Screen;

/** The SQL of registers of dossiers. */
@Component
public class RegisterRows {

    private static final int SHOWN = 100;

    /** A dossier as the register has it. */
    record Line(
            ApplicationId application,
            String code,
            String service,
            String applicant,
            String authority,
            Instant receivedAt,
            @Nullable Instant due,
            @Nullable Instant closedAt,
            String channel,
            @Nullable String outcome) {}

    /** A register that was given out. */
    public record Given(
            UUID document,
            UnitId unit,
            LocalDate from,
            LocalDate to,
            int lines,
            String number,
            FileId file,
            Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a unit received from the first day to the last, in the order of reception. */
    List<Line> lines(UnitId unit, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("""
                        select a.id, a.dossier_code, s.name as service, a.applicant_name, u.name as authority, c.received_at,
                          cast(a.promise ->> 'due' as timestamptz) as due, c.closed_at, c.channel, c.outcome
                        from casework.pub_case c
                          join publicservice.application a on a.case_id = c.id
                          join publicservice.service_version s
                            on s.code = a.service_code and s.version = a.service_version
                          join organization.pub_unit u on u.id = c.competent_unit
                        where c.receiving_unit = :unit and c.received_at >= :from and c.received_at < :until
                        order by c.received_at, c.id
                        limit :most
                        """)
                .param("unit", unit.value())
                .param("from", at(from))
                .param("until", at(to.plusDays(1)))
                .param("most", most)
                .query((row, number) -> new Line(
                        new ApplicationId(row.getObject("id", UUID.class)),
                        row.getString("dossier_code"),
                        row.getString("service"),
                        row.getString("applicant_name"),
                        row.getString("authority"),
                        ApplicationMapping.instant(row, "received_at"),
                        moment(row, "due"),
                        moment(row, "closed_at"),
                        row.getString("channel"),
                        row.getString("outcome")))
                .list();
    }

    boolean given(AccountId account, UUID key) {
        return jdbc.sql("""
                        select exists (select from publicservice.register where account = :account and key = :key)
                        """)
                .param("account", account.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    void insert(IssuedDocument document, LocalDate from, LocalDate to, int lines, AccountId account, UUID key) {
        jdbc.sql("""
                        insert into publicservice.register
                            (document, unit, from_day, to_day, lines, number, file, account, key, given_at)
                        values (:document, :unit, :from, :to, :lines, :number, :file, :account, :key, :now)
                        """)
                .param("document", document.id())
                .param("unit", document.issuer().value())
                .param("from", from)
                .param("to", to)
                .param("lines", lines)
                .param("number", document.number())
                .param("file", document.file().value())
                .param("account", account.value())
                .param("key", key)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Of the units, the latest first. */
    public List<Given> given(Collection<UnitId> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select document, unit, from_day, to_day, lines, number, file, given_at
                        from publicservice.register
                        where unit in (:units)
                        order by given_at desc, document
                        limit :shown
                        """)
                .param("units", units.stream().map(UnitId::value).toList())
                .param("shown", SHOWN)
                .query((row, number) -> given(row))
                .list();
    }

    Optional<Given> find(UUID document) {
        return jdbc.sql("""
                        select document, unit, from_day, to_day, lines, number, file, given_at
                        from publicservice.register
                        where document = :document
                        """)
                .param("document", document)
                .query((row, number) -> given(row))
                .optional();
    }

    /** The dossiers a register names. */
    List<ApplicationId> named(Given given) {
        return jdbc.sql("""
                        select a.id
                        from casework.pub_case c
                          join publicservice.application a on a.case_id = c.id
                        where c.receiving_unit = :unit and c.received_at >= :from and c.received_at < :until and c.received_at <= :given
                        order by c.received_at, c.id
                        limit :most
                        """)
                .param("unit", given.unit().value())
                .param("from", at(given.from()))
                .param("until", at(given.to().plusDays(1)))
                .param("given", given.at().atOffset(java.time.ZoneOffset.UTC))
                .param("most", Registers.MOST)
                .query((row, number) -> new ApplicationId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getObject("document", UUID.class),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("lines"),
                row.getString("number"),
                new FileId(row.getObject("file", UUID.class)),
                ApplicationMapping.instant(row, "given_at"));
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay(Screen.ZONE).toOffsetDateTime();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
