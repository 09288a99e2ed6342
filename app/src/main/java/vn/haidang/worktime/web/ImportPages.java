package vn.haidang.worktime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.Sheet;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.internal.CalendarDesk;
import vn.haidang.worktime.internal.CalendarEdit;
import vn.haidang.worktime.internal.DayImporter;
import vn.haidang.worktime.internal.DayRow;
import vn.haidang.worktime.internal.HoursRow;
import vn.haidang.worktime.internal.OfficeHoursImporter;

/** Tables of days or of office hours that an administrator hands in: read whole, refused per row and cell, shown before saved. */
@Controller
class ImportPages {

    private static final String DAYS = "calendar";
    private static final String HOURS = "office-hours";
    private static final int MOST = 1000;

    private final CalendarDesk desk;
    private final ChangeView changes;

    ImportPages(CalendarDesk desk, ChangeView changes) {
        this.desk = desk;
        this.changes = changes;
    }

    @GetMapping(CalendarPages.PATH + "/import")
    @Requires(CalendarMenu.ACTION)
    PageView askDays() {
        return page(DAYS, DayImporter.COLUMNS, "", List.of(), List.of());
    }

    @PostMapping(CalendarPages.PATH + "/import")
    @Requires(CalendarMenu.ACTION)
    PageView days(@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request) {
        if (file == null || file.isEmpty()) {
            return missing(DAYS, DayImporter.COLUMNS);
        }
        Sheet sheet = sheet(file, DayImporter.COLUMNS);
        Map<LocalDate, DayRow> read = new LinkedHashMap<>();
        sheet.rows().forEach(row -> {
            DayRow day = DayImporter.row(row);
            if (read.put(day.date(), day) != null) {
                row.refuse("date", "reference.refused.duplicate", day.date());
            }
        });
        if (sheet.refused()) {
            return refused(DAYS, DayImporter.COLUMNS, file, sheet.refusals());
        }
        List<DayRow> known = new ArrayList<>(desk.layers().ownDays());
        desk.layers().shippedDays().stream()
                .filter(row -> known.stream().noneMatch(own -> own.date().equals(row.date())))
                .forEach(known::add);
        List<CalendarEdit> edits = read.values().stream()
                .filter(row -> !known.contains(row))
                .map(row -> (CalendarEdit) new CalendarEdit.Day(row))
                .toList();
        return changes(DAYS, DayImporter.COLUMNS, file, edits, request);
    }

    @GetMapping(OfficeHoursPages.PATH + "/import")
    @Requires(CalendarMenu.ACTION)
    PageView askHours() {
        return page(HOURS, OfficeHoursImporter.COLUMNS, "", List.of(), List.of());
    }

    @PostMapping(OfficeHoursPages.PATH + "/import")
    @Requires(CalendarMenu.ACTION)
    PageView hours(@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request) {
        if (file == null || file.isEmpty()) {
            return missing(HOURS, OfficeHoursImporter.COLUMNS);
        }
        Sheet sheet = sheet(file, OfficeHoursImporter.COLUMNS);
        List<HoursRow> read = OfficeHoursImporter.read(sheet.rows());
        if (sheet.refused()) {
            return refused(HOURS, OfficeHoursImporter.COLUMNS, file, sheet.refusals());
        }
        List<CalendarEdit> edits = read.stream()
                .collect(Collectors.groupingBy(
                        row -> row.code() + " " + row.validFrom() + " " + row.validTo(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(rows -> (CalendarEdit) new CalendarEdit.Hours(rows))
                .toList();
        WorkCalendar after = desk.after(edits);
        for (String code : read.stream().map(HoursRow::code).distinct().toList()) {
            LocalDate gap = after.officeHours(code).firstGap().orElse(null);
            if (gap != null) {
                return page(
                        HOURS,
                        OfficeHoursImporter.COLUMNS,
                        name(file),
                        List.of(),
                        List.of(FieldError.of("file", "worktime.error.gap", code, HoursLine.plain(gap))));
            }
        }
        return changes(HOURS, OfficeHoursImporter.COLUMNS, file, edits, request);
    }

    private PageView changes(
            String what,
            List<String> columns,
            MultipartFile file,
            List<CalendarEdit> edits,
            HttpServletRequest request) {
        return changes(changes, what, columns, file, edits, request);
    }

    static PageView changes(
            ChangeView changes,
            String what,
            List<String> columns,
            MultipartFile file,
            List<CalendarEdit> edits,
            HttpServletRequest request) {
        if (edits.isEmpty()) {
            return page(what, columns, name(file), List.of(), List.of(FieldError.of("file", "worktime.error.known")));
        }
        if (edits.size() > MOST) {
            return page(
                    what, columns, name(file), List.of(), List.of(FieldError.of("file", "worktime.error.many", MOST)));
        }
        return changes.of(edits, request);
    }

    static PageView missing(String what, List<String> columns) {
        return page(what, columns, "", List.of(), List.of(FieldError.of("file", "worktime.error.file")));
    }

    static PageView refused(String what, List<String> columns, MultipartFile file, List<Refusal> refusals) {
        return page(
                what,
                columns,
                name(file),
                refusals,
                List.of(FieldError.of("file", "worktime.error.refused", name(file))));
    }

    static PageView page(
            String what, List<String> columns, String fileName, List<Refusal> refusals, List<FieldError> errors) {
        var page = new PageView("worktime/import", new ImportPage(what, columns, fileName, refusals, errors));
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    static Sheet sheet(MultipartFile file, List<String> columns) {
        try {
            return Sheet.read(name(file), file.getBytes(), List.of(new Sheet.Level("", columns)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
