package vn.haidang.scorecard.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.scorecard.Amount;
import vn.haidang.scorecard.ScoreSheet;
import vn.haidang.scorecard.ScoreSheet.Item;
import vn.haidang.scorecard.ScoreSheet.OfNothing;
import vn.haidang.scorecard.ScoreSheet.Section;
import vn.haidang.scorecard.ScoreSheet.Share;
import vn.haidang.scorecard.ScoreSheet.Unknown;
import vn.haidang.scorecard.ScoreSheet.Words;

/** Reads the sheets. */
@Component
public class SheetRows {

    private final JdbcClient jdbc;

    SheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sheet with the items that hold on a day. */
    public Optional<ScoreSheet> find(String code, LocalDate day) {
        return jdbc.sql("""
                        select s.code, s.name, s.name_en, s.points, s.note, s.note_en, s.source, s.confidence
                        from scorecard.sheet s
                        where s.code = :code
                        """)
                .param("code", code)
                .query((row, number) -> new ScoreSheet(
                        row.getString("code"),
                        words(row, "name"),
                        row.getBigDecimal("points"),
                        words(row, "note"),
                        sections(code),
                        items(code, day, true),
                        items(code, day, false),
                        row.getString("source"),
                        row.getString("confidence")))
                .optional();
    }

    private List<Section> sections(String sheet) {
        return jdbc.sql("""
                        select s.code, s.name, s.name_en, s.points
                        from scorecard.section s
                        where s.sheet = :sheet
                        order by s.ordinal
                        """)
                .param("sheet", sheet)
                .query((row, number) ->
                        new Section(row.getString("code"), words(row, "name"), row.getBigDecimal("points")))
                .list();
    }

    /** @param holding those that hold on the day, or those that do not */
    private List<Item> items(String sheet, LocalDate day, boolean holding) {
        return jdbc.sql("""
                        select i.code, i.section, i.metric, i.name, i.name_en, i.points, i.full_at, i.communes, i.numerator,
                          i.denominator, i.other_numerator, i.other_denominator, i.of_nothing, i.unknown, i.note, i.note_en, lower(i.validity) as valid_from,
                          upper(i.validity) as valid_to, i.source, i.confidence
                        from scorecard.item i
                        where i.sheet = :sheet and (i.validity @> cast(:day as date)) = :holding
                        order by i.ordinal, i.code
                        """)
                .param("sheet", sheet)
                .param("day", day)
                .param("holding", holding)
                .query((row, number) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        String unknown = row.getString("unknown");
        return new Item(
                row.getString("code"),
                row.getString("section"),
                row.getString("metric"),
                words(row, "name"),
                row.getBigDecimal("points"),
                row.getBigDecimal("full_at"),
                row.getString("communes").equals("full"),
                share(row, "numerator", "denominator"),
                share(row, "other_numerator", "other_denominator"),
                OfNothing.valueOf(constant(row.getString("of_nothing"))),
                unknown == null ? null : Unknown.valueOf(constant(unknown)),
                row.getString("note") == null ? null : words(row, "note"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("source"),
                row.getString("confidence"));
    }

    private static @Nullable Share share(ResultSet row, String above, String below) throws SQLException {
        String numerator = row.getString(above);
        String denominator = row.getString(below);
        return numerator == null || denominator == null
                ? null
                : new Share(Amount.read(numerator), Amount.read(denominator));
    }

    private static Words words(ResultSet row, String column) throws SQLException {
        return new Words(row.getString(column), row.getString(column + "_en"));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
