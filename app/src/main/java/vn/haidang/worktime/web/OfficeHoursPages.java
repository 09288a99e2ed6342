package vn.haidang.worktime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;
import vn.haidang.worktime.OfficeHours;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;
import vn.haidang.worktime.internal.CalendarDesk;
import vn.haidang.worktime.internal.CalendarEdit;
import vn.haidang.worktime.internal.HoursRow;
import vn.haidang.worktime.internal.UnitHours;

/** Office hours: which there are, which unit keeps which, and new ones from a day on. */
@Controller
class OfficeHoursPages {

    static final String PATH = "/admin/office-hours";

    private final WorkCalendars calendars;
    private final CalendarDesk desk;
    private final ChangeView changes;
    private final UnitHours unitHours;
    private final Units units;
    private final Clock clock;

    OfficeHoursPages(
            WorkCalendars calendars,
            CalendarDesk desk,
            ChangeView changes,
            UnitHours unitHours,
            Units units,
            Clock clock) {
        this.calendars = calendars;
        this.desk = desk;
        this.changes = changes;
        this.unitHours = unitHours;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(CalendarMenu.ACTION)
    PageView list(@RequestParam(defaultValue = "") String done) {
        WorkCalendar calendar = calendars.current();
        return new PageView(
                "worktime/officeHours",
                new OfficeHoursPage(
                        calendar.officeHoursCodes().stream()
                                .sorted()
                                .map(code -> schedule(calendar.officeHours(code)))
                                .toList(),
                        unitHours.all().stream().map(this::assignment).toList(),
                        !done.isEmpty()));
    }

    @GetMapping(PATH + "/period")
    @Requires(CalendarMenu.ACTION)
    PageView ask(@RequestParam(defaultValue = "") String code) {
        Optional<OfficeHours> known = known(code);
        return hoursPage(
                known.map(hours -> HoursForm.of(hours.code(), hours.name(), hours.nameEn()))
                        .orElseGet(() -> HoursForm.of(Typed.tidy(code), "", "")),
                new Typed());
    }

    @PostMapping(PATH + "/period")
    @Requires(CalendarMenu.ACTION)
    PageView add(@ModelAttribute HoursForm form, HttpServletRequest request) {
        var typed = new Typed();
        Optional<CalendarEdit> edit = form.edit(typed);
        edit.ifPresent(declared -> {
            OfficeHours after = desk.after(List.of(declared)).officeHours(form.code());
            after.firstGap()
                    .ifPresent(gap -> typed.refuse("from", "worktime.error.gap", form.code(), HoursLine.plain(gap)));
        });
        if (edit.isPresent() && typed.errors().isEmpty()) {
            return changes.of(List.of(edit.get()), request);
        }
        return refused(hoursPage(form, typed));
    }

    @PostMapping(PATH + "/withdraw")
    @Requires(CalendarMenu.ACTION)
    PageView withdraw(@RequestParam String code, @RequestParam LocalDate from, HttpServletRequest request) {
        if (desk.layers().ownHours().stream()
                .noneMatch(row -> row.code().equals(code) && row.validFrom().equals(from))) {
            throw Problem.of("worktime/no-such-hours", 404).exception();
        }
        return changes.of(List.of(new CalendarEdit.ShippedHours(code, from)), request);
    }

    @GetMapping(PATH + "/unit")
    @Requires(CalendarMenu.ACTION)
    PageView askUnit() {
        return unitPage(UnitForm.EMPTY, new Typed());
    }

    @PostMapping(PATH + "/unit")
    @Requires(CalendarMenu.ACTION)
    PageView ofUnit(@ModelAttribute UnitForm form, HttpServletRequest request) {
        var typed = new Typed();
        CalendarEdit edit = form.edit(typed, units, calendars.current());
        return typed.errors().isEmpty() ? changes.of(List.of(edit), request) : refused(unitPage(form, typed));
    }

    private OfficeHoursPage.Schedule schedule(OfficeHours hours) {
        return new OfficeHoursPage.Schedule(
                hours.code(),
                hours.name(),
                hours.nameEn(),
                lines(desk.layers().shippedHours(), hours.code(), false),
                lines(desk.layers().ownHours(), hours.code(), true),
                hours.firstGap().orElse(null));
    }

    private static List<HoursLine> lines(List<HoursRow> rows, String code, boolean own) {
        return HoursLine.of(rows.stream().filter(row -> row.code().equals(code)).toList(), own);
    }

    private OfficeHoursPage.Assignment assignment(UnitHours.Row row) {
        return new OfficeHoursPage.Assignment(
                units.byKey(row.unitKey()).orElse(null),
                row.unitKey(),
                row.code(),
                row.validFrom(),
                row.validTo(),
                row.source(),
                row.own());
    }

    private PageView hoursPage(HoursForm form, Typed typed) {
        return new PageView(
                "worktime/hours", new HoursPage(form, known(form.code()).isPresent(), typed.errors()));
    }

    private PageView unitPage(UnitForm form, Typed typed) {
        LocalDate today = LocalDate.now(clock);
        Unit city = units.city(today);
        List<Unit> all = new ArrayList<>();
        all.add(city);
        all.addAll(units.children(city.id(), today).stream()
                .filter(unit -> unit.tier() == Tier.CITY)
                .toList());
        all.addAll(units.ofTier(Tier.COMMUNE, today));
        return new PageView(
                "worktime/unitHours",
                new UnitHoursPage(
                        form,
                        all,
                        calendars.current().officeHoursCodes().stream().sorted().toList(),
                        typed.errors()));
    }

    private Optional<OfficeHours> known(String code) {
        WorkCalendar calendar = calendars.current();
        return calendar.officeHoursCodes().contains(code) ? Optional.of(calendar.officeHours(code)) : Optional.empty();
    }

    private static PageView refused(PageView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
