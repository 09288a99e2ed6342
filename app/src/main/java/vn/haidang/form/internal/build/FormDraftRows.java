package vn.haidang.form.internal.build;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.internal.DefinitionWriter;
import vn.haidang.identity.Reader;

/** The SQL of forms as they are being written, and of publishing them. */
@Component
public class FormDraftRows {

    /** A draft with who changed it last. */
    public record Stored(FormDraft draft, Instant changedAt, String changedBy) {}

    /**
     * One version of a form.
     *
     * @param publishedAt null for what came with the program
     * @param publishedBy empty for what came with the program
     * @param openDrafts how many are being filled in
     */
    public record Version(
            int version, Instant loadedAt, @Nullable Instant publishedAt, String publishedBy, long openDrafts) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FormDraftRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<Stored> all() {
        return jdbc.sql("select content, changed_at, changed_by_name from form.definition_draft order by code")
                .query((row, number) -> stored(row))
                .list();
    }

    Optional<Stored> find(String code) {
        return jdbc.sql("select content, changed_at, changed_by_name from form.definition_draft where code = :code")
                .param("code", code)
                .query((row, number) -> stored(row))
                .optional();
    }

    /** The same, and nobody else changes or publishes it until the transaction ends. */
    Optional<Stored> hold(String code) {
        return jdbc.sql("""
                select content, changed_at, changed_by_name from form.definition_draft where code = :code for update
                """)
                .param("code", code)
                .query((row, number) -> stored(row))
                .optional();
    }

    /** Whether it was new; what stands under the code is never overwritten. */
    boolean insert(FormDraft draft, Reader by) {
        return jdbc.sql("""
                        insert into form.definition_draft (code, content, changed_at, changed_by, changed_by_name)
                        values (:code, :content, :now, :by, :by_name)
                        on conflict (code) do nothing
                        """)
                        .param("code", draft.code())
                        .param("content", json.writeValueAsString(draft))
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", requireNonNull(by.account()).value())
                        .param("by_name", by.displayName())
                        .update()
                == 1;
    }

    void update(FormDraft draft, Reader by) {
        jdbc.sql("""
                update form.definition_draft
                set content = :content, changed_at = :now, changed_by = :by, changed_by_name = :by_name
                where code = :code
                """)
                .param("code", draft.code())
                .param("content", json.writeValueAsString(draft))
                .param("now", OffsetDateTime.now(clock))
                .param("by", requireNonNull(by.account()).value())
                .param("by_name", by.displayName())
                .update();
    }

    boolean delete(String code) {
        return jdbc.sql("delete from form.definition_draft where code = :code")
                        .param("code", code)
                        .update()
                == 1;
    }

    /** The newest first. */
    List<Version> versions(String code) {
        return jdbc.sql("""
                select d.version, d.loaded_at, d.published_at, coalesce(d.published_by_name, '') as published_by_name,
                       (select count(*) from form.draft f
                        where f.form = d.code and f.version = d.version and f.finished_at is null) as open_drafts
                from form.definition d
                where d.code = :code
                order by d.version desc
                """)
                .param("code", code)
                .query((row, number) -> {
                    OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
                    return new Version(
                            row.getInt("version"),
                            row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                            published == null ? null : published.toInstant(),
                            row.getString("published_by_name"),
                            row.getLong("open_drafts"));
                })
                .list();
    }

    void publish(FormDefinition form, Reader by) {
        jdbc.sql("""
                insert into form.definition (code, version, content, loaded_at, published_at, published_by, published_by_name)
                values (:code, :version, :content, :now, :now, :by, :by_name)
                """)
                .param("code", form.code())
                .param("version", form.version())
                .param("content", DefinitionWriter.write(form))
                .param("now", OffsetDateTime.now(clock))
                .param("by", requireNonNull(by.account()).value())
                .param("by_name", by.displayName())
                .update();
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                json.readValue(row.getString("content"), FormDraft.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by_name"));
    }
}
