package vn.haidang.publicservice.internal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.publicservice.WayDraft;

/** Services as they are being written. */
@Component
public class DraftRows {

    private static final TypeReference<Map<String, @Nullable Object>> SAID = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<String> codes() {
        return jdbc.sql("select code from publicservice.service_draft order by code")
                .query((row, number) -> row.getString(1))
                .list();
    }

    public Optional<ServiceDraft> find(String code) {
        return jdbc.sql("select content from publicservice.service_draft where code = :code")
                .param("code", code)
                .query((row, number) ->
                        json.readValue(row.getString(1), Stored.class).draft())
                .optional();
    }

    /** What a table said of a drafted service besides its mandatory parts; empty where no table did. */
    public Map<String, @Nullable Object> said(String code) {
        return jdbc.sql("""
                                select content -> 'said' from publicservice.service_draft
                                where code = :code and content -> 'said' is not null
                                """)
                .param("code", code)
                .query((row, number) -> json.readValue(row.getString(1), SAID))
                .optional()
                .orElse(Map.of());
    }

    /** Drafts of services that were never published, by name. */
    public Map<String, String> founded() {
        Map<String, String> founded = new LinkedHashMap<>();
        jdbc.sql("""
                        select d.code, d.content ->> 'name' as name from publicservice.service_draft d
                        where not exists (select from publicservice.service_version v where v.code = d.code)
                        order by d.code
                        """).query(row -> {
            founded.put(row.getString("code"), row.getString("name"));
        });
        return founded;
    }

    /** The drafts of these services, by code. */
    public Map<String, ServiceTable.Line> lines(Collection<String> codes) {
        Map<String, ServiceTable.Line> lines = new HashMap<>();
        jdbc.sql("select content, content -> 'said' as said from publicservice.service_draft where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    var said = row.getString("said");
                    var draft = json.readValue(row.getString("content"), Stored.class)
                            .draft();
                    lines.put(
                            draft.code(),
                            new ServiceTable.Line(draft, said == null ? Map.of() : json.readValue(said, SAID)));
                });
        return lines;
    }

    /** What is said in force of these services besides their mandatory parts, by code. */
    public Map<String, Map<String, @Nullable Object>> inForce(Collection<String> codes) {
        Map<String, Map<String, @Nullable Object>> said = new HashMap<>();
        jdbc.sql("""
                        select code, content from publicservice.source_row
                        where source_table = 'service' and code = any (:codes)
                        """).param("codes", codes.toArray(String[]::new)).query(row -> {
            said.put(row.getString("code"), json.readValue(row.getString("content"), SAID));
        });
        return said;
    }

    /** Whether two say the same, however their numbers are kept. */
    public boolean same(Map<String, ? extends @Nullable Object> one, Map<String, ? extends @Nullable Object> other) {
        return json.readTree(json.writeValueAsString(one)).equals(json.readTree(json.writeValueAsString(other)));
    }

    /** Drafts these services, with what a table says besides. */
    public void save(List<ServiceTable.Line> lines, Reader by, Instant now) {
        jdbc.sql("""
                        insert into publicservice.service_draft (code, content, changed_by, changed_at)
                        select r.code, r.content, :by, :now
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, content jsonb)
                        on conflict (code) do update set content = excluded.content, changed_by = excluded.changed_by,
                          changed_at = excluded.changed_at
                        """)
                .param(
                        "rows",
                        json.writeValueAsString(lines.stream()
                                .map(line -> Map.of("code", line.draft().code(), "content", content(line)))
                                .toList()))
                .param("by", requireNonNull(by.account()).value())
                .param("now", ApplicationRows.at(now))
                .update();
    }

    private Map<String, @Nullable Object> content(ServiceTable.Line line) {
        Map<String, @Nullable Object> content = json.convertValue(Stored.of(line.draft()), SAID);
        content.put("said", line.said());
        return content;
    }

    /** Keeps what was typed; what a table said besides stays. */
    public void save(ServiceDraft draft, Reader by, Instant now) {
        jdbc.sql("""
                        insert into publicservice.service_draft (code, content, changed_by, changed_at)
                        values (:code, cast(:content as jsonb), :by, :now)
                        on conflict (code) do update set content = service_draft.content || excluded.content, changed_by = excluded.changed_by,
                          changed_at = excluded.changed_at
                        """)
                .param("code", draft.code())
                .param("content", json.writeValueAsString(Stored.of(draft)))
                .param("by", requireNonNull(by.account()).value())
                .param("now", ApplicationRows.at(now))
                .update();
    }

    public boolean delete(String code) {
        return jdbc.sql("delete from publicservice.service_draft where code = :code")
                        .param("code", code)
                        .update()
                == 1;
    }

    /** What is kept of a draft, without what follows from it. */
    private record Stored(
            String code,
            String name,
            String agency,
            String duration,
            String sets,
            List<String> audience,
            List<String> channels,
            String steps,
            String items,
            @Nullable List<WayDraft> ways) {

        static Stored of(ServiceDraft draft) {
            return new Stored(
                    draft.code(),
                    draft.name(),
                    draft.agency(),
                    draft.duration(),
                    draft.sets(),
                    draft.audience(),
                    draft.channels(),
                    draft.steps(),
                    draft.items(),
                    draft.ways());
        }

        ServiceDraft draft() {
            return new ServiceDraft(code, name, agency, duration, sets, audience, channels, steps, items, ways);
        }
    }
}
