package vn.haidang.worktime.internal;

import java.util.List;

/** The days, years and hours of one origin, as one version knows them: what is shipped, or what administrators declared. */
record CalendarLayer(List<DayRow> days, List<YearRow> years, List<HoursRow> hours) {

    CalendarLayer {
        days = List.copyOf(days);
        years = List.copyOf(years);
        hours = List.copyOf(hours);
    }
}
