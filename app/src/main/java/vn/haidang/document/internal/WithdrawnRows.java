package vn.haidang.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.IssuedDocument;
import vn.haidang.files.FileId;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;

/** The SQL of issued documents as their issuers see them, and of those that do not count any more. */
@Component
public class WithdrawnRows {

    /** More are not shown at once. */
    public static final int MOST = 100;

    /**
     * A document that was issued.
     *
     * @param waiting nobody has signed it yet
     * @param withdrawn null while it counts
     */
    public record Line(
            UUID id,
            String number,
            String kind,
            String template,
            UnitId issuer,
            LocalDate issuedOn,
            boolean waiting,
            Checks.@Nullable Withdrawn withdrawn) {}

    /** A number as it is counted. */
    record Number(int number, int year) {}

    /** What a document is about. */
    record Subject(String type, UUID id, FileId file) {}

    private static final String COLUMNS = """
            select i.id, i.number, i.year, i.kind, i.template, i.issuer, i.issued_at,
              exists (select from document.waiting t where t.document = i.id) as waiting,
              w.withdrawn_at, w.reason, r.number as new_number, r.year as new_year, r.issued_at as new_issued_at
            from document.issued i
            left join document.withdrawn w on w.document = i.id
            left join document.issued r on r.id = w.replaced_by
            """;

    private final JdbcClient jdbc;

    WithdrawnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Line> latest(Collection<UnitId> issuers) {
        return lines(issuers, "true", Map.of());
    }

    List<Line> numbered(Collection<UnitId> issuers, Number number) {
        return lines(
                issuers,
                "i.number = :number and i.year = :year",
                Map.of("number", number.number(), "year", number.year()));
    }

    private List<Line> lines(Collection<UnitId> issuers, String condition, Map<String, Integer> values) {
        if (issuers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + "where i.issuer in (:issuers) and " + condition + " order by i.id desc limit :most")
                .param("issuers", issuers.stream().map(UnitId::value).toList())
                .param("most", MOST)
                .params(values)
                .query((row, at) -> line(row))
                .list();
    }

    Optional<Line> find(UUID document) {
        return jdbc.sql(COLUMNS + "where i.id = :document")
                .param("document", document)
                .query((row, at) -> line(row))
                .optional();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                IssuedDocument.number(row.getInt("number"), row.getInt("year")),
                row.getString("kind"),
                row.getString("template"),
                new UnitId(row.getObject("issuer", UUID.class)),
                Checks.day(row, "issued_at"),
                row.getBoolean("waiting"),
                Checks.withdrawn(row));
    }

    Subject subject(UUID document) {
        return jdbc.sql("select subject_type, subject_id, file from document.issued where id = :document")
                .param("document", document)
                .query((row, at) -> new Subject(
                        row.getString("subject_type"),
                        row.getObject("subject_id", UUID.class),
                        new FileId(row.getObject("file", UUID.class))))
                .single();
    }

    /** It waits for no signature any more either. False where it was withdrawn before. */
    boolean withdraw(UUID document, String reason, @Nullable UUID replacement, AccountId by, OffsetDateTime now) {
        return jdbc.sql("""
                with unsigned as (delete from document.waiting where document = :document)
                insert into document.withdrawn (document, reason, replaced_by, withdrawn_at, withdrawn_by)
                values (:document, :reason, :replacement, :now, :by)
                on conflict (document) do nothing
                """)
                        .param("document", document)
                        .param("reason", reason)
                        .param("replacement", replacement)
                        .param("now", now)
                        .param("by", by.value())
                        .update()
                == 1;
    }
}
