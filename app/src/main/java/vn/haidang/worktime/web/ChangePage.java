package vn.haidang.worktime.web;

import java.util.List;
import java.util.Locale;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Foreseen;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;
import vn.haidang.ui.SummaryRow;
import vn.haidang.worktime.internal.CalendarEdit;
import vn.haidang.worktime.internal.DayRow;
import vn.haidang.worktime.internal.HoursRow;
import vn.haidang.worktime.internal.YearRow;

/**
 * A change before it is saved, with what it would move.
 *
 * @param json the edits, to come back unchanged
 * @param nothing whether all of it is so already
 * @param meanwhile whether what was shown first is not so any more
 */
public record ChangePage(
        List<CalendarEdit> edits,
        String json,
        Foreseen foreseen,
        String token,
        boolean nothing,
        boolean meanwhile,
        String back,
        List<FieldError> errors) {

    public List<Option> decisions(Screen screen) {
        return List.of("stay", "move").stream()
                .map(decision -> new Option(
                        decision,
                        screen.say("worktime.promises." + decision),
                        screen.say("worktime.promises." + decision + ".hint")))
                .toList();
    }

    /** What is going to be so. */
    public List<SummaryRow> lines(Screen screen) {
        return edits.stream().map(edit -> line(edit, screen)).toList();
    }

    private static SummaryRow line(CalendarEdit edit, Screen screen) {
        return switch (edit) {
            case CalendarEdit.Day(DayRow row) -> SummaryRow.text(screen.day(row.date()), day(row, screen));
            case CalendarEdit.ShippedDay shipped ->
                SummaryRow.text(screen.day(shipped.date()), screen.say("worktime.kind.shipped"));
            case CalendarEdit.Year(YearRow row) ->
                SummaryRow.text(
                        screen.say("worktime.calendar.year", Integer.toString(row.year())),
                        screen.say("worktime.year." + row.status()) + " (" + row.source() + ")");
            case CalendarEdit.ShippedYear(int year) ->
                SummaryRow.text(
                        screen.say("worktime.calendar.year", Integer.toString(year)),
                        screen.say("worktime.year.shipped"));
            case CalendarEdit.Hours hours -> SummaryRow.text(hours.code(), hours(hours, screen));
            case CalendarEdit.ShippedHours shipped ->
                SummaryRow.text(
                        shipped.code(), screen.say("worktime.hours.withdraw.line", screen.shortDay(shipped.from())));
            case CalendarEdit.OfUnit ofUnit ->
                SummaryRow.text(
                        ofUnit.unitKey(),
                        ofUnit.code() + ", " + HoursLine.validity(ofUnit.from(), ofUnit.to(), screen));
        };
    }

    private static String day(DayRow row, Screen screen) {
        String kind = "worktime.kind." + row.kind().toLowerCase(Locale.ROOT).replace('_', '-');
        return screen.say(kind) + ": " + (screen.english() ? row.nameEn() : row.name()) + " ("
                + screen.say(row.confirmed() ? "worktime.confirmed" : "worktime.unconfirmed") + ")";
    }

    private static String hours(CalendarEdit.Hours hours, Screen screen) {
        HoursRow first = hours.rows().getFirst();
        StringBuilder text = new StringBuilder(HoursLine.validity(first.validFrom(), first.validTo(), screen));
        for (HoursLine line : HoursLine.of(hours.rows(), true)) {
            text.append("; ").append(line.weekdays(screen)).append(' ').append(line.times());
            if (!line.season().isEmpty()) {
                text.append(' ').append(line.season(screen));
            }
        }
        return text.toString();
    }
}
