package vn.haidang.worktime.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.worktime.CalendarDay;
import vn.haidang.worktime.DayKind;
import vn.haidang.worktime.FixedHoliday;
import vn.haidang.worktime.OfficeHours;

/** The rows of the calendar as one version knows them. */
@Component
class CalendarRows {

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int latestVersion() {
        return jdbc.sql("""
                        select coalesce(max(version), 0)
                        from worktime.calendar_version
                        """).query(Integer.class).single();
    }

    List<CalendarDay> days(int version) {
        return jdbc.sql("""
                        select date, kind, name, name_en, confirmed, source
                        from worktime.calendar_day
                        where known @> :version
                        """)
                .param("version", version)
                .query((row, index) -> new CalendarDay(
                        row.getObject("date", LocalDate.class),
                        DayKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getBoolean("confirmed"),
                        row.getString("source")))
                .list();
    }

    Set<Integer> officialYears(int version) {
        return new HashSet<>(
                jdbc.sql("""
                        select year
                        from worktime.calendar_year
                        where status = 'official' and known @> :version
                        """).param("version", version).query(Integer.class).list());
    }

    List<FixedHoliday> fixedHolidays(int version) {
        return jdbc.sql("""
                        select month_day, name, name_en, lower(valid) as valid_from, upper(valid) as valid_to, source
                        from worktime.fixed_holiday
                        where known @> :version
                        order by month_day, valid_from
                        """)
                .param("version", version)
                .query((row, index) -> new FixedHoliday(
                        MonthDay.parse("--" + row.getString("month_day")),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("source")))
                .list();
    }

    Collection<OfficeHours> officeHours(int version) {
        Map<String, OfficeHours> result = new LinkedHashMap<>();
        jdbc.sql("""
                        select code, name, name_en, weekday, opens, closes,
                            lower(valid) as valid_from, upper(valid) as valid_to, source
                        from worktime.office_hours
                        where known @> :version
                        order by code, valid_from, weekday, opens
                        """)
                .param("version", version)
                .query((row, index) -> hours(row))
                .list()
                .forEach(one -> result.merge(one.code(), one, CalendarRows::joined));
        return result.values();
    }

    private static OfficeHours hours(ResultSet row) throws SQLException {
        OfficeHours.Span span = new OfficeHours.Span(
                DayOfWeek.of(row.getInt("weekday")),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
        return new OfficeHours(
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("source"),
                List.of(span));
    }

    private static OfficeHours joined(OfficeHours earlier, OfficeHours later) {
        List<OfficeHours.Span> spans = new ArrayList<>(earlier.spans());
        spans.addAll(later.spans());
        return new OfficeHours(later.code(), later.name(), later.nameEn(), later.source(), spans);
    }
}
