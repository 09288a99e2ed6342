package vn.haidang.publicservice.internal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.ServiceDraft;

/** Services as they are being written. */
@Component
public class DraftRows {

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

    public void save(ServiceDraft draft, Reader by, Instant now) {
        jdbc.sql("""
                        insert into publicservice.service_draft (code, content, changed_by, changed_at)
                        values (:code, cast(:content as jsonb), :by, :now)
                        on conflict (code) do update set content = excluded.content, changed_by = excluded.changed_by,
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
            String items) {

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
                    draft.items());
        }

        ServiceDraft draft() {
            return new ServiceDraft(code, name, agency, duration, sets, audience, channels, steps, items);
        }
    }
}
