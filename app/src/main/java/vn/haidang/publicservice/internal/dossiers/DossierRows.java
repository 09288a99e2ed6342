package vn.haidang.publicservice.internal.dossiers;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.spi.CaseCounting.Stand;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.dossiers.DossierFacts.Dossier;
import vn.haidang.publicservice.internal.dossiers.DossierFacts.Move;

/** Reads what of a dossier is counted, case by case, and keeps the units it went through. */
@Component
class DossierRows {

    /** A dossier with how its case stands. */
    record Opened(Dossier dossier, Stand stand) {}

    private static final String DOSSIER = """
            select a.case_id, v.field || '|' || c.channel as breakdown,
              cast(c.received_at at time zone 'Asia/Ho_Chi_Minh' as date) as received_on,
              c.channel = 'ONLINE' as online, v.online_level = 'full' as eligible,
              exists (select from publicservice.result r where r.application = a.id) as result,
              m.units_from, m.units_to, m.days,
              array(select cast(p.from_at at time zone 'Asia/Ho_Chi_Minh' as date) from casework.pub_pause p
                where p.case_id = a.case_id and p.kind = 'SUPPLEMENT' order by p.from_at, p.id limit 2) as asked,
              c.competent_unit, c.due_at, c.closed_at, c.outcome, c.accepted_at is not null as accepted,
              c.status = 'PAUSED' as waiting
            from publicservice.application a
              join casework.pub_case c on c.id = a.case_id
              join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
              left join lateral (
                select array_agg(n.from_unit order by n.ordinal) as units_from, array_agg(n.to_unit order by n.ordinal) as units_to,
                  array_agg(n.moved_on order by n.ordinal) as days
                from publicservice.dossier_move n
                where n.case_id = a.case_id) m on true
            where a.case_id = any (cast(:cases as uuid[]))
            """;

    private final JdbcClient jdbc;

    DossierRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Opened> opened(CaseId id) {
        return asked(List.of(id))
                .query((row, number) -> new Opened(
                        dossier(row),
                        new Stand(
                                new UnitId(row.getObject("competent_unit", UUID.class)),
                                instant(row, "due_at"),
                                instant(row, "closed_at"),
                                row.getString("outcome"),
                                row.getBoolean("accepted"),
                                row.getBoolean("waiting"))))
                .optional();
    }

    Map<CaseId, Dossier> find(List<CaseId> ids) {
        Map<CaseId, Dossier> found = new HashMap<>();
        asked(ids).query(row -> {
            found.put(new CaseId(row.getObject("case_id", UUID.class)), dossier(row));
        });
        return found;
    }

    void insertMove(CaseId id, int ordinal, Move move) {
        jdbc.sql("""
                        insert into publicservice.dossier_move (case_id, ordinal, from_unit, to_unit, moved_on)
                        values (:case, :ordinal, :from, :to, :day)
                        """)
                .param("case", id.value())
                .param("ordinal", ordinal)
                .param("from", move.from().value())
                .param("to", move.to().value())
                .param("day", move.on())
                .update();
    }

    private JdbcClient.StatementSpec asked(List<CaseId> ids) {
        return jdbc.sql(DOSSIER)
                .param("cases", ids.stream().map(id -> id.value().toString()).toArray(String[]::new));
    }

    private static Dossier dossier(ResultSet row) throws SQLException {
        return new Dossier(
                row.getString("breakdown"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("online"),
                row.getBoolean("eligible"),
                row.getBoolean("result"),
                moves(row),
                Stream.of((Date[]) row.getArray("asked").getArray())
                        .map(Date::toLocalDate)
                        .toList());
    }

    private static List<Move> moves(ResultSet row) throws SQLException {
        Array days = row.getArray("days");
        if (days == null) {
            return List.of();
        }
        UUID[] from = (UUID[]) row.getArray("units_from").getArray();
        UUID[] to = (UUID[]) row.getArray("units_to").getArray();
        Date[] on = (Date[]) days.getArray();
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < on.length; i++) {
            moves.add(new Move(new UnitId(from[i]), new UnitId(to[i]), on[i].toLocalDate()));
        }
        return moves;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
