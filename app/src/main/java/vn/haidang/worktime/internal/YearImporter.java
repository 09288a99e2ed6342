package vn.haidang.worktime.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads {@code worktime/year}: whether a year's notice is official. A year without days has no notice that was read. */
@Component
class YearImporter implements Importer {

    private final JdbcClient jdbc;
    private final YearTable years;
    private final CalendarVersions versions;

    YearImporter(JdbcClient jdbc, YearTable years, CalendarVersions versions) {
        this.jdbc = jdbc;
        this.years = years;
        this.versions = versions;
    }

    @Override
    public String table() {
        return "worktime/year";
    }

    @Override
    public List<String> columns() {
        return List.of("year", "status", "known_from", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of(DayImporter.TABLE);
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Set<Integer> withDays = yearsWithDays();
        List<YearRow> read = rows.stream().map(row -> row(row, withDays)).toList();
        versions.change(table(), Actor.SYSTEM, version -> years.replace("calendar_year", read, version));
    }

    private static YearRow row(ReferenceRow row, Set<Integer> withDays) {
        YearRow read = new YearRow(
                row.integer("year"),
                row.oneOf("status", Set.of(YearRow.OFFICIAL, YearRow.DRAFT)),
                row.optionalDate("known_from").orElse(null),
                row.text("source"),
                row.confidence());
        if (read.official() && !withDays.contains(read.year())) {
            row.refuse("year", "worktime.refused.year-without-days", Integer.toString(read.year()));
        }
        return read;
    }

    private Set<Integer> yearsWithDays() {
        return new HashSet<>(jdbc.sql("""
                        select distinct extract(year from date)::integer
                        from worktime.calendar_day
                        where upper_inf(known) and kind <> 'PENDING'
                        """).query(Integer.class).list());
    }
}
