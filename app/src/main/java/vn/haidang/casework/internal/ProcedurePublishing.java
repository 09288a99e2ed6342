package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.organization.Unit;
import vn.haidang.ui.ProblemException;

/**
 * From draft to version in force, and from that to superseded. Cases keep the version they began under; a new version is for the
 * cases filed from its first day on.
 */
@Component
public class ProcedurePublishing {

    /** How many cases stand where. */
    public record Standing(int version, String step, long cases) {}

    private final ProcedureDrafts drafts;
    private final ProcedureRows rows;
    private final ProcedureTables tables;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ProcedurePublishing(
            ProcedureDrafts drafts,
            ProcedureRows rows,
            ProcedureTables tables,
            JdbcClient jdbc,
            Journal journal,
            Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.tables = tables;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** The open cases of a procedure, by version and step. */
    public List<Standing> open(String code) {
        return jdbc.sql("""
                        select procedure_version, coalesce(step, '') as step, count(*) as cases
                        from casework.case_file
                        where closed_at is null and procedure = :code
                        group by procedure_version, step
                        order by procedure_version, step
                        """)
                .param("code", code)
                .query((row, number) ->
                        new Standing(row.getInt("procedure_version"), row.getString("step"), row.getLong("cases")))
                .list();
    }

    /** The steps at units that the table names, and what these are on a day; empty where nobody could reach them then. */
    public Map<Procedure.Step, Optional<Unit>> named(Procedure procedure, LocalDate day) {
        return tables.named(procedure, day);
    }

    /** Why a draft cannot begin on a day for the units it names: {@code casework/unit-not-there}. */
    public Optional<ProblemException> notThere(Procedure draft, LocalDate from) {
        return named(draft, from).entrySet().stream()
                .filter(step -> step.getValue().isEmpty())
                .map(step -> CaseworkProblems.unitNotThere(step.getKey().name(), from))
                .findFirst();
    }

    /**
     * Puts the draft in force from a day on; the version in force until then ends the day before.
     *
     * @return the number of the new version
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-draft}, {@code casework/draft-refused},
     *     {@code casework/day-past}, {@code casework/version-begins-later} when another version begins that day or later,
     *     {@code casework/unit-not-there} when it names a unit that is none on that day
     */
    @Transactional
    public int publish(String code, LocalDate from, Reader by) {
        tables.changed();
        Procedure draft = draft(code);
        requireNotPast(from);
        notThere(draft, from).ifPresent(refused -> {
            throw refused;
        });
        List<Procedure> versions = rows.versions(code);
        for (Procedure each : versions) {
            LocalDate begins = each.validFrom();
            if (begins != null && !begins.isBefore(from)) {
                throw CaseworkProblems.versionBeginsLater(each.version(), begins);
            }
        }
        int number = 1 + versions.stream().mapToInt(Procedure::version).max().orElse(0);
        Optional<Procedure> before =
                versions.stream().filter(each -> each.inForceOn(from)).findFirst();
        before.ifPresent(old -> end(old, from, number));
        store(draft.asVersion(number, from), by);
        drafts.drop(code);
        journal.act(Act.of("casework/procedure-published", by.actor())
                .on(ProcedureDrafts.subject(code))
                .changed("version", before.map(Procedure::version).orElse(null), number)
                .changed("valid_from", null, from));
        return number;
    }

    /**
     * Ends a version without another one to follow: from that day on no case begins under it.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-version}, {@code casework/day-past}
     */
    @Transactional
    public void end(String code, int version, LocalDate day, Reader by) {
        tables.changed();
        Procedure procedure = version(code, version);
        requireNotPast(day);
        if (procedure.validFrom() == null || !day.isAfter(procedure.validFrom())) {
            throw CaseworkProblems.dayPast(day);
        }
        if (day.equals(procedure.validTo())) {
            return;
        }
        if (procedure.validTo() != null && procedure.validTo().isBefore(day)) {
            throw CaseworkProblems.versionEnded(version, procedure.validTo());
        }
        end(procedure, day, null);
        journal.act(Act.of("casework/procedure-ended", by.actor())
                .on(ProcedureDrafts.subject(code))
                .changed("valid_to", procedure.validTo(), day));
    }

    /**
     * Takes back a version that has not begun; the one it would have superseded goes on.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-version}, {@code casework/version-begun}
     */
    @Transactional
    public void takeBack(String code, int version, Reader by) {
        tables.changed();
        Procedure procedure = version(code, version);
        LocalDate from = procedure.validFrom();
        if (from == null || !from.isAfter(LocalDate.now(clock)) || rows.isUsed(code, version)) {
            throw CaseworkProblems.versionBegun(version);
        }
        for (String table : List.of("procedure_exit", "procedure_step")) {
            jdbc.sql("delete from casework." + table + " where procedure = :code and version = :version")
                    .param("code", code)
                    .param("version", version)
                    .update();
        }
        jdbc.sql("delete from casework.procedure where code = :code and version = :version")
                .param("code", code)
                .param("version", version)
                .update();
        jdbc.sql("""
                        update casework.procedure
                        set validity = daterange(lower(validity), null), superseded_by = null
                        where code = :code and superseded_by = :version
                        """).param("code", code).param("version", version).update();
        journal.act(Act.of("casework/procedure-taken-back", by.actor())
                .on(ProcedureDrafts.subject(code))
                .changed("version", version, null));
    }

    private Procedure draft(String code) {
        ProcedureDrafts.Draft draft = drafts.find(code).orElseThrow(() -> CaseworkProblems.noSuchDraft(code));
        Procedure procedure = draft.procedure();
        if (procedure == null) {
            throw CaseworkProblems.draftRefused(code);
        }
        return procedure;
    }

    private Procedure version(String code, int version) {
        return rows.versions(code).stream()
                .filter(each -> each.version() == version)
                .max(Comparator.comparingInt(Procedure::version))
                .orElseThrow(() -> CaseworkProblems.noSuchVersion(code, version));
    }

    private void requireNotPast(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw CaseworkProblems.dayPast(day);
        }
    }

    private void end(Procedure old, LocalDate day, @Nullable Integer follower) {
        jdbc.sql("""
                        update casework.procedure
                        set validity = daterange(lower(validity), :day), superseded_by = :follower
                        where code = :code and version = :version
                        """)
                .param("day", day)
                .param("follower", follower)
                .param("code", old.code())
                .param("version", old.version())
                .update();
    }

    private void store(Procedure published, Reader by) {
        tables.write(List.of(ProcedureLines.version(published)), ProcedureImporter.UPSERT);
        tables.write(ProcedureLines.steps(published), ProcedureStepImporter.UPSERT);
        tables.write(ProcedureLines.exits(published), ProcedureExitImporter.INSERT);
        jdbc.sql("""
                        update casework.procedure
                        set origin = 'authority', published_at = :at, published_by_name = :by
                        where code = :code and version = :version
                        """)
                .param("at", Columns.at(Days.now(clock)))
                .param("by", by.displayName())
                .param("code", published.code())
                .param("version", published.version())
                .update();
    }
}
