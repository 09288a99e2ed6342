package vn.haidang.worktime.internal;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Intake;
import vn.haidang.worktime.DayKind;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/**
 * A published table of days ({@code date, kind, name}), compared with the calendar in force. It never changes the calendar, for
 * promised dates hang on it: a day that differs is told, and declared on the page that shows first what it would move.
 */
@Component
class CalendarIntake implements Intake {

    private static final Map<String, DayKind> KINDS = Map.of(
            "public_holiday", DayKind.HOLIDAY,
            "holiday", DayKind.HOLIDAY,
            "substitute_day", DayKind.COMPENSATORY,
            "compensatory", DayKind.COMPENSATORY,
            "swapped_day_off", DayKind.SWAP_OFF,
            "swap-off", DayKind.SWAP_OFF,
            "compensated_working_day", DayKind.SWAP_WORK,
            "swap-work", DayKind.SWAP_WORK,
            "pending", DayKind.PENDING);

    private final WorkCalendars calendars;

    CalendarIntake(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public String kind() {
        return "worktime/calendar";
    }

    @Override
    public boolean takes(PublishedFile file) {
        return file.has("date", "kind", "name");
    }

    @Override
    public void take(PublishedFile file, IntakeReport report) {
        var calendar = calendars.current();
        Set<String> seen = new HashSet<>();
        var years = new BitSet();
        var table = file.table();
        table.rows(row -> {
            report.read();
            if (seen.add(row.text("date"))) {
                years.set(row.date("date").getYear());
                compare(row, calendar, report);
            } else {
                row.refuse("date", "reference.refused.duplicate", row.text("date"));
            }
        });
        report.refuse(table.refusals());
        missing(years, file, report);
    }

    /** A year of which the file names no day, between two of which it does, was forgotten: every year has public holidays. */
    private static void missing(BitSet years, PublishedFile file, IntakeReport report) {
        int first = years.nextClearBit(Math.max(years.nextSetBit(0), 0));
        while (first < years.length()) {
            int next = years.nextSetBit(first);
            String from = String.valueOf(first);
            if (next == first + 1) {
                report.doubtful(0, file.name(), "worktime.intake.year-missing", from);
            } else {
                report.doubtful(0, file.name(), "worktime.intake.years-missing", from, String.valueOf(next - 1));
            }
            first = years.nextClearBit(next);
        }
    }

    private static void compare(ReferenceRow row, WorkCalendar calendar, IntakeReport report) {
        var date = row.date("date");
        var kind = KINDS.get(row.oneOf("kind", KINDS.keySet()));
        if (!calendar.knows(date.getYear())) {
            report.leftOut(row.line(), date.toString(), "worktime.intake.unknown-year", date.getYear());
            return;
        }
        var known = calendar.named(date);
        if (known == null) {
            report.leftOut(row.line(), date.toString(), "worktime.intake.plain-here", row.text("name"));
        } else if (known.kind() == kind) {
            report.taken(1);
        } else if (isWorking(known.kind(), calendar, row) == isWorking(kind, calendar, row)) {
            report.taken(1);
            report.doubtful(row.line(), date.toString(), "worktime.intake.other-kind", known.name());
        } else {
            report.leftOut(row.line(), date.toString(), "worktime.intake.differs", known.name());
        }
    }

    private static boolean isWorking(
            @org.jspecify.annotations.Nullable DayKind kind, WorkCalendar calendar, ReferenceRow row) {
        return kind == DayKind.SWAP_WORK || (kind == DayKind.PENDING && calendar.isWorkingDay(row.date("date")));
    }
}
