package vn.haidang.worktime.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads {@code worktime/day}: the days of the yearly notices. */
@Component
public class DayImporter implements Importer {

    public static final String TABLE = "worktime/day";
    public static final List<String> COLUMNS =
            List.of("date", "kind", "name", "name_en", "confirmed", "known_from", "source", "confidence");

    private static final Set<String> KINDS = Set.of("holiday", "compensatory", "swap_off", "swap_work", "pending");

    private final DayTable days;
    private final CalendarVersions versions;

    DayImporter(DayTable days, CalendarVersions versions) {
        this.days = days;
        this.versions = versions;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        List<DayRow> read = rows.stream().map(DayImporter::row).toList();
        versions.change(table(), Actor.SYSTEM, version -> days.replace("calendar_day", read, version));
    }

    /** Reads one row; what is wrong with it is refused there. */
    public static DayRow row(ReferenceRow row) {
        String kind = row.oneOf("kind", KINDS);
        DayRow read = new DayRow(
                row.date("date"),
                kind.toUpperCase(Locale.ROOT),
                row.text("name"),
                row.text("name_en"),
                row.flag("confirmed"),
                row.optionalDate("known_from").orElse(null),
                row.text("source"),
                row.confidence());
        read.fault().ifPresent(fault -> row.refuse(fault.field(), fault.messageKey()));
        return read;
    }
}
