package vn.haidang.worktime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.worktime.CalendarDay;
import vn.haidang.worktime.DayKind;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;
import vn.haidang.worktime.internal.CalendarDesk;
import vn.haidang.worktime.internal.CalendarEdit;
import vn.haidang.worktime.internal.DayRow;
import vn.haidang.worktime.internal.YearRow;

/** The calendar, year by year: what is known, as of any day, and one day or year to change. */
@Controller
class CalendarPages {

    static final String PATH = "/admin/calendar";

    private final WorkCalendars calendars;
    private final CalendarDesk desk;
    private final ChangeView changes;
    private final Clock clock;

    CalendarPages(WorkCalendars calendars, CalendarDesk desk, ChangeView changes, Clock clock) {
        this.calendars = calendars;
        this.desk = desk;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(CalendarMenu.ACTION)
    PageView year(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String done) {
        var typed = new Typed();
        LocalDate read = typed.optionalDate("known", Typed.tidy(known));
        LocalDate asOf = typed.errors().isEmpty() ? read : null;
        WorkCalendar calendar = asOf == null ? calendars.current() : calendars.asKnownOn(asOf);
        var view =
                new PageView("worktime/calendar", page(shownYear(year), calendar, asOf, known, typed, !done.isEmpty()));
        if (!typed.errors().isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @GetMapping(PATH + "/day")
    @Requires(CalendarMenu.ACTION)
    PageView day(@RequestParam(defaultValue = "") String date) {
        LocalDate day = new Typed().optionalDate("date", Typed.tidy(date));
        Optional<DayRow> own = day == null ? Optional.empty() : ownDay(day);
        Optional<DayRow> shown = day == null ? Optional.empty() : own.or(() -> shippedDay(day));
        return dayPage(shown.map(DayForm::of).orElseGet(() -> DayForm.of(day)), day, new Typed());
    }

    @PostMapping(PATH + "/day")
    @Requires(CalendarMenu.ACTION)
    PageView changeDay(@ModelAttribute DayForm form, HttpServletRequest request) {
        var typed = new Typed();
        CalendarEdit edit = form.edit(typed, LocalDate.now(clock));
        if (typed.errors().isEmpty()) {
            return changes.of(List.of(edit), request);
        }
        return refused(dayPage(form, new Typed().optionalDate("date", form.date()), typed));
    }

    @GetMapping(PATH + "/year")
    @Requires(CalendarMenu.ACTION)
    PageView confirmYear(@RequestParam(defaultValue = "") String year) {
        int shown = shownYear(year);
        return yearPage(YearForm.of(shown, row(shown)), new Typed());
    }

    @PostMapping(PATH + "/year")
    @Requires(CalendarMenu.ACTION)
    PageView changeYear(@ModelAttribute YearForm form, HttpServletRequest request) {
        var typed = new Typed();
        CalendarEdit edit = form.edit(typed, LocalDate.now(clock));
        if (typed.errors().isEmpty() && form.status().equals(YearRow.OFFICIAL) && !hasDays(form.number(), edit)) {
            typed.refuse("status", "worktime.error.year-without-days", form.year());
        }
        return typed.errors().isEmpty() ? changes.of(List.of(edit), request) : refused(yearPage(form, typed));
    }

    private boolean hasDays(int year, CalendarEdit edit) {
        return desk.after(List.of(edit)).named(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .anyMatch(day -> day.kind() != DayKind.PENDING);
    }

    private CalendarPage page(
            int year, WorkCalendar calendar, @Nullable LocalDate known, String asTyped, Typed typed, boolean done) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        Map<LocalDate, DayRow> own = new HashMap<>();
        Map<LocalDate, DayRow> rows = new HashMap<>();
        desk.layers().shippedDays().forEach(row -> rows.put(row.date(), row));
        desk.layers().ownDays().forEach(row -> {
            own.put(row.date(), row);
            rows.put(row.date(), row);
        });
        return new CalendarPage(
                year,
                years(),
                calendar.isOfficial(year),
                row(year),
                desk.layers().ownYears().stream().anyMatch(row -> row.year() == year),
                calendar.workingDaysBetween(first.minusDays(1), last.plusDays(1)),
                calendar.named(first, last).stream()
                        .map(day -> line(day, calendar, own.get(day.date()), rows.get(day.date())))
                        .toList(),
                known,
                asTyped,
                typed.errors(),
                done);
    }

    private static CalendarPage.Line line(
            CalendarDay day, WorkCalendar calendar, @Nullable DayRow own, @Nullable DayRow row) {
        return new CalendarPage.Line(
                day, calendar.isWorkingDay(day.date()), own != null, row == null ? "" : row.confidence());
    }

    private PageView dayPage(DayForm form, @Nullable LocalDate day, Typed typed) {
        return new PageView(
                "worktime/day",
                new DayPage(
                        form,
                        day == null ? null : shippedDay(day).orElse(null),
                        day != null && ownDay(day).isPresent(),
                        typed.errors()));
    }

    private PageView yearPage(YearForm form, Typed typed) {
        boolean own = desk.layers().ownYears().stream().anyMatch(row -> row.year() == form.number());
        return new PageView("worktime/year", new YearPage(form, own, typed.errors()));
    }

    private Optional<DayRow> ownDay(LocalDate day) {
        return desk.layers().ownDays().stream()
                .filter(row -> row.date().equals(day))
                .findFirst();
    }

    private Optional<DayRow> shippedDay(LocalDate day) {
        return desk.layers().shippedDays().stream()
                .filter(row -> row.date().equals(day))
                .findFirst();
    }

    private @Nullable YearRow row(int year) {
        return Stream.concat(desk.layers().ownYears().stream(), desk.layers().shippedYears().stream())
                .filter(row -> row.year() == year)
                .findFirst()
                .orElse(null);
    }

    private List<Integer> years() {
        var years = new TreeSet<Integer>();
        int present = LocalDate.now(clock).getYear();
        desk.layers().shippedYears().forEach(row -> years.add(row.year()));
        desk.layers().ownYears().forEach(row -> years.add(row.year()));
        years.add(present);
        years.add(present + 1);
        return List.copyOf(years);
    }

    private int shownYear(String text) {
        return Typed.tidy(text).matches("(19|20|21)\\d\\d")
                ? Integer.parseInt(Typed.tidy(text))
                : LocalDate.now(clock).getYear();
    }

    private static PageView refused(PageView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
