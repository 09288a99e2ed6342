package vn.haidang.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Indicator.Better;
import vn.haidang.indicator.Indicator.Change;
import vn.haidang.indicator.Indicator.Combination;
import vn.haidang.indicator.Indicator.OfNothing;
import vn.haidang.indicator.Indicator.Words;
import vn.haidang.indicator.MeasureCode;

/** What is shipped of definitions, and what was declared here beside it. */
@Component
public class DefinitionRows {

    private static final String COLUMNS = """
            d.code, d.version, d.name, d.name_en, d.meaning, d.meaning_en, d.combine, d.measure, d.parts, d.formula, d.unit,
              d.digits, d.better, d.changed, d.of_nothing, lower(d.valid) as valid_from, upper(d.valid) as valid_to, d.source,
              d.confidence
            """;

    /**
     * chosen: what is declared here, and what is drafted where that is asked for. known: from its first day on it stands before what is
     * shipped, until the next one declared.
     */
    @Language("SQL")
    private static final String KNOWN = """
            with chosen as (
              select c.code, c.version, c.name, c.name_en, c.meaning, c.meaning_en, c.combine, c.measure, c.parts, c.formula, c.unit,
                c.digits, c.better, c.changed, c.of_nothing, c.valid_from, c.source, c.confidence
              from indicator.declared_definition c
              where not :draft
                or not exists (select from indicator.draft_definition r where r.code = c.code and r.valid_from = c.valid_from)
              union all
              select r.code, r.version, r.name, r.name_en, r.meaning, r.meaning_en, r.combine, r.measure, r.parts, r.formula, r.unit,
                r.digits, r.better, r.changed, r.of_nothing, r.valid_from, r.source, r.confidence
              from indicator.draft_definition r
              where :draft
            ), known as (
              select s.code, s.version, s.position, s.name, s.name_en, s.meaning, s.meaning_en, s.combine, s.measure, s.parts,
                s.formula, s.unit, s.digits, s.better, s.changed, s.of_nothing,
                daterange(lower(s.valid), least(upper(s.valid), f.first)) as valid, s.source, s.confidence
              from indicator.definition s
                left join (select c.code, min(c.valid_from) as first from chosen c group by c.code) f on f.code = s.code
              where f.first is null or lower(s.valid) < f.first
              union all
              select c.code, c.version, s.position, c.name, c.name_en, c.meaning, c.meaning_en, c.combine, c.measure, c.parts,
                c.formula, c.unit, c.digits, c.better, c.changed, c.of_nothing,
                daterange(c.valid_from, lead(c.valid_from) over (partition by c.code order by c.valid_from)), c.source, c.confidence
              from chosen c
                join (select p.code, min(p.position) as position from indicator.definition p group by p.code) s on s.code = c.code
            )
            """;

    private final JdbcClient database;

    DefinitionRows(JdbcClient database) {
        this.database = database;
    }

    /** Of each code the version of a day, else the last before it. */
    public List<Indicator> latest(LocalDate day) {
        return database.sql(KNOWN + "select l.* from (select distinct on (d.code) d.position, " + COLUMNS + """
                  from known d
                  where lower(d.valid) <= :day
                  order by d.code, lower(d.valid) desc) l
                order by l.position, l.code
                """)
                .param("day", day)
                .param("draft", false)
                .query(DefinitionRows::indicator)
                .list();
    }

    /** Every version of these codes, oldest first. */
    public List<Indicator> versions(Collection<String> codes) {
        return versions(codes, false);
    }

    /** @param draft whether as they would be if what is drafted were published */
    List<Indicator> versions(Collection<String> codes, boolean draft) {
        return database.sql(KNOWN + "select " + COLUMNS + """
                from known d
                where d.code = any (cast(:codes as text[]))
                order by d.code, lower(d.valid)
                """)
                .param("codes", codes.toArray(String[]::new))
                .param("draft", draft)
                .query(DefinitionRows::indicator)
                .list();
    }

    private static Indicator indicator(ResultSet row, int number) throws SQLException {
        return new Indicator(
                row.getString("code"),
                row.getInt("version"),
                new Words(
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("meaning"),
                        row.getString("meaning_en")),
                combination(
                        row.getString("combine"),
                        row.getString("measure"),
                        row.getString("parts"),
                        row.getString("formula")),
                row.getString("unit"),
                row.getInt("digits"),
                Better.valueOf(row.getString("better").toUpperCase(Locale.ROOT)),
                Change.valueOf(row.getString("changed").toUpperCase(Locale.ROOT)),
                OfNothing.valueOf(
                        row.getString("of_nothing").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("source"),
                row.getString("confidence"));
    }

    private static Combination combination(
            String combine, @Nullable String measure, String parts, @Nullable String formula) {
        var code = new MeasureCode(measure == null ? "" : measure);
        return switch (combine) {
            case "ratio" -> {
                var slash = parts.indexOf('/');
                yield new Combination.Ratio(code, parts.substring(0, slash), parts.substring(slash + 1));
            }
            case "index" -> new Combination.Index(DefinitionImporter.parts(parts), formula == null ? "" : formula);
            default -> new Combination.Amount(code, parts);
        };
    }
}
