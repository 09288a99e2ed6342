package vn.haidang.worktime.web;

import java.time.LocalDate;
import vn.haidang.organization.Units;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.internal.CalendarEdit;

/** Which office hours a unit keeps, and the units below it that have none of their own. */
public record UnitForm(String unit, String code, String from, String to, String source) {

    static final UnitForm EMPTY = new UnitForm("", "", "", "", "");

    public UnitForm {
        unit = Typed.tidy(unit);
        code = Typed.tidy(code);
        from = Typed.tidy(from);
        to = Typed.tidy(to);
        source = Typed.tidy(source);
    }

    CalendarEdit edit(Typed typed, Units units, WorkCalendar calendar) {
        if (units.byKey(unit).isEmpty()) {
            typed.refuse("unit", "worktime.error.unit");
        }
        if (!calendar.officeHoursCodes().contains(code)) {
            typed.refuse("code", "worktime.error.hours");
        }
        LocalDate begin = typed.date("from", from);
        LocalDate end = typed.optionalDate("to", to);
        if (end != null && end.isBefore(begin)) {
            typed.refuse("to", "worktime.error.order");
        }
        if (typed.errors().isEmpty()) {
            calendar.officeHours(code)
                    .firstUnknown(begin, end == null ? null : end.plusDays(1))
                    .ifPresent(day -> typed.refuse("code", "worktime.error.gap", code, HoursLine.plain(day)));
        }
        return new CalendarEdit.OfUnit(
                unit, code, begin, end == null ? null : end.plusDays(1), typed.text("source", source), "H");
    }
}
