package vn.haidang.document.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.IssuedDocument;
import vn.haidang.files.FileId;
import vn.haidang.organization.UnitId;

/** The SQL of numbers and issued documents. */
@Component
public class IssuedRows {

    /**
     * What a copy is checked by.
     *
     * @param checkCode on the document, for the page that checks it
     * @param sha256 of the file, 64 lower-case hexadecimal digits
     */
    public record Copy(String checkCode, String sha256) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IssuedRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a new document is made with.
     *
     * @param own version of the authority's own template, 0 where the shipped one is in force
     */
    public record Next(int number, int own) {}

    /** The next number of a series; the series stays locked until the caller's transaction ends, so a rollback leaves no gap. */
    public Next next(UnitId issuer, String kind, int year, String template) {
        return jdbc.sql("""
                insert into document.number_series as series (issuer, kind, year, last)
                values (:issuer, :kind, :year, 1)
                on conflict (issuer, kind, year) do update set last = series.last + 1
                returning last, coalesce((
                    select max(t.version) from document.template t
                    where t.code = :template and t.published_at is not null), 0) as own
                """)
                .param("issuer", issuer.value())
                .param("kind", kind)
                .param("year", year)
                .param("template", template)
                .query((row, at) -> new Next(row.getInt("last"), row.getInt("own")))
                .single();
    }

    /** What would be the next now, without holding the series. */
    public Next ahead(UnitId issuer, String kind, int year, String template) {
        return jdbc.sql("""
                select coalesce((
                    select series.last from document.number_series series
                    where series.issuer = :issuer and series.kind = :kind and series.year = :year), 0) + 1 as number,
                  coalesce((
                    select max(t.version) from document.template t
                    where t.code = :template and t.published_at is not null), 0) as own
                """)
                .param("issuer", issuer.value())
                .param("kind", kind)
                .param("year", year)
                .param("template", template)
                .query((row, at) -> new Next(row.getInt("number"), row.getInt("own")))
                .single();
    }

    /** Takes a number that is still the next one, as {@link #next} does; false where somebody took it meanwhile. */
    public boolean take(UnitId issuer, String kind, int year, int number) {
        return jdbc.sql("""
                insert into document.number_series as series (issuer, kind, year, last)
                values (:issuer, :kind, :year, :number)
                on conflict (issuer, kind, year) do update set last = :number where series.last = :number - 1
                """)
                        .param("issuer", issuer.value())
                        .param("kind", kind)
                        .param("year", year)
                        .param("number", number)
                        .update()
                == 1;
    }

    public void insert(
            IssuedDocument document,
            int number,
            DocumentTemplate template,
            String subjectType,
            UUID subjectId,
            Copy copy,
            @Nullable UUID by) {
        jdbc.sql("""
                insert into document.issued
                    (id, issuer, kind, year, number, template, template_version, subject_type, subject_id, file,
                     check_code, sha256, issued_at, issued_by)
                values (:id, :issuer, :kind, :year, :number, :template, :version, :subjectType, :subjectId, :file,
                        :code, :sha256, :now, :by)
                """)
                .param("code", copy.checkCode())
                .param("sha256", copy.sha256())
                .param("id", document.id())
                .param("issuer", document.issuer().value())
                .param("kind", document.kind())
                .param("year", document.issuedOn().getYear())
                .param("number", number)
                .param("template", template.code())
                .param("version", template.version())
                .param("subjectType", subjectType)
                .param("subjectId", subjectId)
                .param("file", document.file().value())
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .update();
    }

    public Optional<IssuedDocument> latest(String subjectType, UUID subjectId) {
        return jdbc.sql("""
                select id, issuer, kind, year, number, file, issued_at
                from document.issued
                where subject_type = :type and subject_id = :subject
                order by id desc
                limit 1
                """)
                .param("type", subjectType)
                .param("subject", subjectId)
                .query((row, at) -> new IssuedDocument(
                        row.getObject("id", UUID.class),
                        IssuedDocument.number(row.getInt("number"), row.getInt("year")),
                        row.getString("kind"),
                        new UnitId(row.getObject("issuer", UUID.class)),
                        LocalDate.ofInstant(
                                row.getObject("issued_at", OffsetDateTime.class).toInstant(), clock.getZone()),
                        new FileId(row.getObject("file", UUID.class))))
                .optional();
    }
    /** The version that the authority published last of a template, 0 where it has none of its own. */
    public int own(String template) {
        return jdbc.sql("""
                        select coalesce(max(t.version), 0) from document.template t
                        where t.code = :template and t.published_at is not null
                        """).param("template", template).query(Integer.class).single();
    }
}
