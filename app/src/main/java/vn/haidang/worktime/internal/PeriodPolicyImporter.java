package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** Loads {@code worktime/period_policy}: on which day which kind of reporting period closes. */
@Component
class PeriodPolicyImporter implements Importer {

    private static final Set<String> KINDS = Set.of("month", "quarter", "half", "nine-months", "year");
    private static final int LAST = 31;

    @Language("SQL")
    private static final String CLEAR = "delete from worktime.period_policy";

    @Language("SQL")
    private static final String STORE = """
            insert into worktime.period_policy (code, name, name_en, kind, closing_day, valid, source, confidence)
            values (:code, :name, :nameEn, :kind, :closingDay, daterange(:validFrom, :validTo), :source, :confidence)
            """;

    private final TableWriter tables;

    PeriodPolicyImporter(TableWriter tables) {
        this.tables = tables;
    }

    /** One closing day as its table has it. */
    public record Row(
            String code,
            String name,
            String nameEn,
            String kind,
            int closingDay,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "worktime/period_policy";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code", "name", "name_en", "kind", "closing_day", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        tables.replace(
                CLEAR, STORE, rows.stream().map(PeriodPolicyImporter::row).toList());
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        return new Row(
                row.text("code"),
                row.text("name"),
                row.text("name_en"),
                row.oneOf("kind", KINDS).replace('-', '_').toUpperCase(Locale.ROOT),
                Cells.read(row, "closing_day", LAST, "worktime.refused.closing-day", PeriodPolicyImporter::closingDay),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }

    private static int closingDay(String text) {
        if (text.equals("last")) {
            return LAST;
        }
        int day = Integer.parseInt(text);
        if (day < 1 || day > LAST) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }
}
