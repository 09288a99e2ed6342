package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads {@code worktime/fixed_holiday}: what is known of a year before its notice. */
@Component
class FixedHolidayImporter implements Importer {

    @Language("SQL")
    private static final String RETIRE = """
            update worktime.fixed_holiday as h
            set known = int4range(lower(h.known), :version)
            where upper_inf(h.known)
              and not exists (
                select 1
                from jsonb_to_recordset(cast(:data as jsonb)) as r(
                    day text, name text, "nameEn" text, "validFrom" date, "validTo" date, source text, confidence text)
                where (r.day, r.name, r."nameEn", daterange(r."validFrom", r."validTo"), r.source, r.confidence)
                    = (h.month_day, h.name, h.name_en, h.valid, h.source, h.confidence))
            """;

    @Language("SQL")
    private static final String ADD = """
            insert into worktime.fixed_holiday (month_day, name, name_en, valid, source, confidence, known)
            select r.day, r.name, r."nameEn", daterange(r."validFrom", r."validTo"), r.source, r.confidence,
                int4range(:version, null)
            from jsonb_to_recordset(cast(:data as jsonb)) as r(
                day text, name text, "nameEn" text, "validFrom" date, "validTo" date, source text, confidence text)
            where not exists (
                select 1
                from worktime.fixed_holiday as h
                where h.month_day = r.day
                  and h.valid = daterange(r."validFrom", r."validTo")
                  and upper_inf(h.known))
            """;

    private final CalendarVersions versions;

    FixedHolidayImporter(CalendarVersions versions) {
        this.versions = versions;
    }

    private record Row(
            String day,
            String name,
            String nameEn,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "worktime/fixed_holiday";
    }

    @Override
    public List<String> columns() {
        return List.of("day", "name", "name_en", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        versions.change(table(), rows.stream().map(this::row).toList(), RETIRE, ADD);
    }

    private Row row(ReferenceRow row) {
        MonthDay day = Cells.read(
                row, "day", MonthDay.of(1, 1), "worktime.refused.month-day", text -> MonthDay.parse("--" + text));
        var validity = row.validity();
        return new Row(
                day.toString().substring(2),
                row.text("name"),
                row.text("name_en"),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.text("confidence"));
    }
}
