package vn.haidang.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.IssuedDocument;
import vn.haidang.files.FileId;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Screen;

/** The SQL of documents that wait for signatures. */
@Component
public class WaitingRows {

    /** More are not shown at once. */
    public static final int MOST = 200;

    /** One that waits. */
    public record Waiting(
            UUID id,
            String number,
            String kind,
            String template,
            int version,
            UnitId issuer,
            LocalDate issuedOn,
            Instant since,
            FileId file) {}

    /** What signing it needs besides. */
    public record Whole(Waiting waiting, String fields, String checkCode, String subjectType, UUID subjectId) {}

    private static final String COLUMNS = """
            select i.id, i.number, i.year, i.kind, i.template, i.template_version, i.issuer, i.issued_at, i.file,
                   i.check_code, i.subject_type, i.subject_id, w.since, w.fields
            from document.waiting w
            join document.issued i on i.id = w.document
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the units, the oldest first. */
    List<Waiting> of(Collection<UnitId> issuers) {
        if (issuers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + "where w.issuer in (:issuers) order by w.document limit :most")
                .param("issuers", issuers.stream().map(UnitId::value).toList())
                .param("most", MOST)
                .query((row, number) -> waiting(row))
                .list();
    }

    /** How many wait at the units. */
    long count(Collection<UnitId> issuers) {
        if (issuers.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from document.waiting where issuer in (:issuers)")
                .param("issuers", issuers.stream().map(UnitId::value).toList())
                .query(Long.class)
                .single();
    }

    Optional<Whole> find(UUID document) {
        return whole(COLUMNS + "where w.document = :document", document);
    }

    /** Held until the caller's transaction ends. */
    Optional<Whole> hold(UUID document) {
        return whole(COLUMNS + "where w.document = :document for update of w", document);
    }

    /** The document is what was signed now, and waits no more; the file before it is remembered by its hash. */
    void signed(UUID document, FileId file, String sha256, Instant now) {
        jdbc.sql("""
                with done as (delete from document.waiting where document = :document),
                  before as (
                    insert into document.earlier_file (sha256, document, until)
                    select sha256, id, :now from document.issued where id = :document and sha256 is not null
                    on conflict (sha256) do nothing)
                update document.issued set file = :file, sha256 = :sha256 where id = :document
                """)
                .param("document", document)
                .param("file", file.value())
                .param("sha256", sha256)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Whole> whole(String sql, UUID document) {
        return jdbc.sql(sql)
                .param("document", document)
                .query((row, number) -> new Whole(
                        waiting(row),
                        row.getString("fields"),
                        row.getString("check_code"),
                        row.getString("subject_type"),
                        row.getObject("subject_id", UUID.class)))
                .optional();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                IssuedDocument.number(row.getInt("number"), row.getInt("year")),
                row.getString("kind"),
                row.getString("template"),
                row.getInt("template_version"),
                new UnitId(row.getObject("issuer", UUID.class)),
                row.getObject("issued_at", OffsetDateTime.class)
                        .atZoneSameInstant(Screen.ZONE)
                        .toLocalDate(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new FileId(row.getObject("file", UUID.class)));
    }
}
