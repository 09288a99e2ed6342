package vn.haidang.worktime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Sheet;
import vn.haidang.reference.Validity;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;
import vn.haidang.worktime.internal.CalendarEdit;
import vn.haidang.worktime.internal.UnitHours;

/** A table of which unit keeps which office hours: read whole, refused per row and cell, shown before it is saved. */
@Controller
class UnitHoursImportPages {

    static final String WHAT = "unit-hours";
    static final String PATH = OfficeHoursPages.PATH + "/units/import";

    private static final String SCHEME = "gso";
    private static final List<String> COLUMNS =
            List.of("unit", "code", "valid_from", "valid_to", "source", "confidence");

    private final WorkCalendars calendars;
    private final Units units;
    private final UnitHours hours;
    private final ChangeView changes;

    UnitHoursImportPages(WorkCalendars calendars, Units units, UnitHours hours, ChangeView changes) {
        this.calendars = calendars;
        this.units = units;
        this.hours = hours;
        this.changes = changes;
    }

    @GetMapping(PATH)
    @Requires(CalendarMenu.ACTION)
    PageView ask() {
        return ImportPages.page(WHAT, COLUMNS, "", List.of(), List.of());
    }

    @PostMapping(PATH)
    @Requires(CalendarMenu.ACTION)
    PageView take(@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request) {
        if (file == null || file.isEmpty()) {
            return ImportPages.missing(WHAT, COLUMNS);
        }
        Sheet sheet = ImportPages.sheet(file, COLUMNS);
        Set<CalendarEdit.OfUnit> read = new LinkedHashSet<>();
        for (ReferenceRow row : sheet.rows()) {
            CalendarEdit.OfUnit edit = edit(row, calendars.current());
            if (read.stream().anyMatch(edit::overlaps)) {
                row.refuse("valid_from", "reference.refused.duplicate", edit.from());
            }
            read.add(edit);
        }
        if (sheet.refused()) {
            return ImportPages.refused(WHAT, COLUMNS, file, sheet.refusals());
        }
        List<CalendarEdit> edits = new ArrayList<>();
        for (CalendarEdit.OfUnit edit : hours.undeclared(read)) {
            edits.add(edit);
        }
        return ImportPages.changes(changes, WHAT, COLUMNS, file, edits, request);
    }

    private CalendarEdit.OfUnit edit(ReferenceRow row, WorkCalendar calendar) {
        String named = row.text("unit");
        Validity validity = row.validity();
        Optional<Unit> unit = units.byKey(named).or(() -> units.byCode(SCHEME, named, validity.from()));
        if (unit.isEmpty()) {
            row.refuse("unit", "reference.refused.unknown-key", named);
        }
        String code = row.keyOf("code", calendar.officeHoursCodes());
        LocalDate to = validity.to();
        if (calendar.officeHoursCodes().contains(code)) {
            calendar.officeHours(code)
                    .firstUnknown(validity.from(), to)
                    .ifPresent(day -> row.refuse("code", "worktime.error.gap", code, HoursLine.plain(day)));
        }
        return new CalendarEdit.OfUnit(
                unit.map(Unit::key).orElse(named), code, validity.from(), to, row.text("source"), row.confidence());
    }
}
