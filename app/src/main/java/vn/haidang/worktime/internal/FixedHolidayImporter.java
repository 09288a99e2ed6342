package vn.haidang.worktime.internal;

import java.time.MonthDay;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** Loads {@code worktime/fixed_holiday}: what is known of a year before its notice. */
@Component
class FixedHolidayImporter implements Importer {

    private final HolidayTable holidays;
    private final CalendarVersions versions;

    FixedHolidayImporter(HolidayTable holidays, CalendarVersions versions) {
        this.holidays = holidays;
        this.versions = versions;
    }

    @Override
    public String table() {
        return "worktime/fixed_holiday";
    }

    @Override
    public List<String> columns() {
        return List.of("day", "name", "name_en", "valid_from", "valid_to", "known_from", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        List<HolidayRow> read = rows.stream().map(FixedHolidayImporter::row).toList();
        versions.change(table(), Actor.SYSTEM, version -> holidays.replace(read, version));
    }

    private static HolidayRow row(ReferenceRow row) {
        MonthDay day = Cells.read(
                row, "day", MonthDay.of(1, 1), "worktime.refused.month-day", text -> MonthDay.parse("--" + text));
        Validity validity = row.validity();
        return new HolidayRow(
                day.toString().substring(2),
                row.text("name"),
                row.text("name_en"),
                validity.from(),
                validity.to(),
                row.optionalDate("known_from").orElse(null),
                row.text("source"),
                row.confidence());
    }
}
