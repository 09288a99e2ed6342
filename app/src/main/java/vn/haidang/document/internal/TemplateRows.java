package vn.haidang.document.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the authority's own templates. */
@Component
public class TemplateRows {

    /** A version without its text; a draft where {@code publishedAt} is null. */
    public record Line(
            String code,
            int version,
            Instant changedAt,
            @Nullable Instant publishedAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    TemplateRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<DocumentTemplate> published(String code, int version) {
        return jdbc.sql("""
                select markup from document.template
                where code = :code and version = :version and published_at is not null
                """)
                .param("code", code)
                .param("version", version)
                .query((row, number) -> new DocumentTemplate(code, version, row.getString("markup")))
                .optional();
    }

    Optional<DocumentTemplate> draft(String code) {
        return jdbc.sql("select version, markup from document.template where code = :code and published_at is null")
                .param("code", code)
                .query((row, number) -> new DocumentTemplate(code, row.getInt("version"), row.getString("markup")))
                .optional();
    }

    /** The version published last, 0 where there is none. */
    int current(String code) {
        return jdbc.sql("""
                select coalesce(max(version), 0) from document.template
                where code = :code and published_at is not null
                """).param("code", code).query(Integer.class).single();
    }

    /** All versions of all templates, the newest first. */
    List<Line> all() {
        return jdbc.sql("""
                select code, version, changed_at, published_at from document.template order by code, version desc
                """)
                .query((row, number) -> {
                    OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
                    return new Line(
                            row.getString("code"),
                            row.getInt("version"),
                            row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                            published == null ? null : published.toInstant());
                })
                .list();
    }

    /** Takes the place of the draft there is. Returns its version. */
    int save(String code, String markup, UUID by) {
        return jdbc.sql("""
                insert into document.template (code, version, markup, changed_at, changed_by)
                select :code, greatest(coalesce(max(version), 0) + 1, :first), :markup, :now, :by
                from document.template where code = :code and published_at is not null
                on conflict (code) where published_at is null do update
                    set markup = excluded.markup, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                returning version
                """)
                .param("code", code)
                .param("first", Templates.FIRST_OWN)
                .param("markup", markup)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    /** False where there is no such draft, or its text is another one by now. */
    boolean publish(String code, String markup, UUID by) {
        return jdbc.sql("""
                update document.template set published_at = :now, published_by = :by
                where code = :code and published_at is null and markup = :markup
                """)
                        .param("code", code)
                        .param("markup", markup)
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean discard(String code) {
        return jdbc.sql("delete from document.template where code = :code and published_at is null")
                        .param("code", code)
                        .update()
                == 1;
    }
}
