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
import vn.haidang.indicator.Indicator.Words;
import vn.haidang.indicator.MeasureCode;

/** The rows of {@code indicator.definition}. */
@Component
public class DefinitionRows {

    @Language("SQL")
    private static final String COLUMNS = """
            d.code, d.version, d.name, d.name_en, d.meaning, d.meaning_en, d.combine, d.measure, d.parts, d.formula, d.unit,
              d.digits, d.better, d.changed, lower(d.valid) as valid_from, upper(d.valid) as valid_to, d.source, d.confidence
            """;

    private final JdbcClient database;

    DefinitionRows(JdbcClient database) {
        this.database = database;
    }

    /** Of each code the version of a day, else the last before it. */
    public List<Indicator> latest(LocalDate day) {
        return database.sql("select l.* from (select distinct on (d.code) d.position, " + COLUMNS + """
                  from indicator.definition d
                  where lower(d.valid) <= :day
                  order by d.code, lower(d.valid) desc) l
                order by l.position, l.code
                """)
                .param("day", day)
                .query(DefinitionRows::indicator)
                .list();
    }

    /** Every version of these codes, oldest first. */
    public List<Indicator> versions(Collection<String> codes) {
        return database.sql("select " + COLUMNS + """
                from indicator.definition d
                where d.code = any (cast(:codes as text[]))
                order by d.code, lower(d.valid)
                """)
                .param("codes", codes.toArray(String[]::new))
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
