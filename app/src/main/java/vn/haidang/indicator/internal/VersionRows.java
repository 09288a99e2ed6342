package vn.haidang.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.TableWriter;

/** Versions of indicators that are made here: drafted, then declared. */
@Component
class VersionRows {

    private static final String COLUMNS = """
            code, version, name, name_en, meaning, meaning_en, combine, measure, parts, formula, unit, digits, better, changed,
            of_nothing, valid_from, source, confidence""";

    @Language("SQL")
    private static final String STORE = """
            insert into indicator.draft_definition (
              code, version, name, name_en, meaning, meaning_en, combine, measure, parts, formula, unit, digits, better, changed,
              of_nothing, valid_from, source, confidence)
            values (
              :code, :version, :name, :nameEn, :meaning, :meaningEn, :combine, :measure, :parts, :formula, :unit, :digits, :better,
              :changed, :ofNothing, :validFrom, :source, :confidence)
            """;

    private final JdbcClient database;
    private final TableWriter tables;
    private final Clock clock;

    VersionRows(JdbcClient database, TableWriter tables, Clock clock) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
    }

    /** One administrator at a time, until the transaction ends. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('indicator.draft_definition'))")
                .query((row, number) -> "")
                .list();
    }

    Optional<NewVersion> draft(String code) {
        return database.sql("select " + COLUMNS + " from indicator.draft_definition where code = :code")
                .param("code", code)
                .query(VersionRows::version)
                .optional();
    }

    /** The codes of indicators with a draft. */
    Set<String> drafted() {
        return Set.copyOf(database.sql("select code from indicator.draft_definition")
                .query(String.class)
                .list());
    }

    boolean declared(String code, LocalDate day) {
        return database.sql(
                        "select exists (select from indicator.declared_definition where code = :code and valid_from = :day)")
                .param("code", code)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Instead of what was drafted of it before. */
    void set(NewVersion version) {
        discard(version.code());
        tables.write(STORE, List.of(version));
    }

    void discard(String code) {
        database.sql("delete from indicator.draft_definition where code = :code")
                .param("code", code)
                .update();
    }

    /** What was to begin on the same day gives way. */
    void publish(String code) {
        database.sql("""
                delete from indicator.declared_definition d
                using indicator.draft_definition r
                where r.code = :code and d.code = r.code and d.valid_from = r.valid_from
                """).param("code", code).update();
        database.sql("insert into indicator.declared_definition (" + COLUMNS + ", declared_at) select " + COLUMNS
                        + ", :at from indicator.draft_definition where code = :code")
                .param("code", code)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        discard(code);
    }

    private static NewVersion version(ResultSet row, int number) throws SQLException {
        return new NewVersion(
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("meaning"),
                row.getString("meaning_en"),
                row.getString("combine"),
                row.getString("measure"),
                row.getString("parts"),
                row.getString("formula"),
                row.getString("unit"),
                row.getInt("digits"),
                row.getString("better"),
                row.getString("changed"),
                row.getString("of_nothing"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("source"),
                row.getString("confidence"));
    }
}
