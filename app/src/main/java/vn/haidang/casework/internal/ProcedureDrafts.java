package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.Sheet;

/** Procedures that were handed in and are not in force yet, one for each code at most. A file is taken whole or not at all. */
@Component
public class ProcedureDrafts {

    /** What became of a file. */
    public sealed interface Taken {}

    /** Nothing was taken; every row and cell to mend is named. */
    public record Refused(List<Refusal> refusals) implements Taken {}

    /** It says what the draft, or else the newest version, says already: nothing changed. */
    public record Unchanged(String code) implements Taken {}

    /** It is the draft of this procedure now. */
    public record Stored(String code) implements Taken {}

    /**
     * A draft as it reads today.
     *
     * @param procedure null when rules or roles that changed since make it unreadable; then {@code refusals} say why
     */
    public record Draft(
            String code,
            String name,
            String fileName,
            Instant importedAt,
            String importedBy,
            @Nullable Procedure procedure,
            List<Refusal> refusals) {}

    private final ProcedureTables tables;
    private final Procedures procedures;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ProcedureDrafts(ProcedureTables tables, Procedures procedures, JdbcClient jdbc, Journal journal, Clock clock) {
        this.tables = tables;
        this.procedures = procedures;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Taken take(String fileName, byte[] bytes, Reader by) {
        Sheet sheet = Sheet.read(fileName, bytes, ProcedureSheet.LEVELS);
        Procedure draft = ProcedureSheet.read(sheet, tables::faults);
        if (draft == null) {
            return new Refused(sheet.refusals());
        }
        Procedure known = find(draft.code()).map(Draft::procedure).orElseGet(() -> newest(draft.code()));
        if (known != null && known.saysTheSameAs(draft)) {
            return new Unchanged(draft.code());
        }
        jdbc.sql("""
                        insert into casework.procedure_draft (code, name, file_name, content, imported_at, imported_by,
                          imported_by_name)
                        values (:code, :name, :file, :content, :at, :by, :by_name)
                        on conflict (code) do update
                        set name = excluded.name, file_name = excluded.file_name, content = excluded.content,
                          imported_at = excluded.imported_at, imported_by = excluded.imported_by,
                          imported_by_name = excluded.imported_by_name
                        """)
                .param("code", draft.code())
                .param("name", draft.name())
                .param("file", fileName)
                .param("content", new String(bytes, StandardCharsets.UTF_8))
                .param("at", Columns.at(Days.now(clock)))
                .param("by", by.actor().id())
                .param("by_name", by.displayName())
                .update();
        journal.act(Act.of("casework/procedure-imported", by.actor()).on(subject(draft.code())));
        return new Stored(draft.code());
    }

    public Optional<Draft> find(String code) {
        return read("where code = :code", code).stream().findFirst();
    }

    public List<Draft> all() {
        return read("where :code = ''", "");
    }

    /** Throws the draft away; nothing else changes. */
    @Transactional
    public void discard(String code, Reader by) {
        if (drop(code)) {
            journal.act(Act.of("casework/procedure-draft-discarded", by.actor()).on(subject(code)));
        }
    }

    boolean drop(String code) {
        return jdbc.sql("delete from casework.procedure_draft where code = :code")
                        .param("code", code)
                        .update()
                > 0;
    }

    static Subject subject(String code) {
        return new Subject("casework/procedure", UuidCreator.getNameBasedSha1(code));
    }

    private @Nullable Procedure newest(String code) {
        return procedures.all().stream()
                .filter(each -> each.code().equals(code))
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    private List<Draft> read(String which, String code) {
        return jdbc.sql("""
                        select code, name, file_name, content, imported_at, imported_by_name
                        from casework.procedure_draft
                        """ + which + " order by code")
                .param("code", code)
                .query((row, number) -> {
                    Sheet sheet = Sheet.read(
                            row.getString("file_name"),
                            row.getString("content").getBytes(StandardCharsets.UTF_8),
                            ProcedureSheet.LEVELS);
                    Procedure procedure = ProcedureSheet.read(sheet, tables::faults);
                    return new Draft(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("file_name"),
                            Columns.instant(row, "imported_at"),
                            row.getString("imported_by_name"),
                            procedure,
                            sheet.refusals());
                })
                .list();
    }
}
