package vn.haidang.worktime.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.internal.CalendarEdit;
import vn.haidang.worktime.internal.HoursRow;

/** Office hours of a code for a time: a morning and perhaps an afternoon, on the weekdays ticked (1 is Monday). */
public record HoursForm(
        String code,
        String name,
        String nameEn,
        String from,
        String to,
        List<String> weekdays,
        String opens,
        String closes,
        String opensAgain,
        String closesAgain,
        String source) {

    static final List<String> WEEKDAYS = List.of("1", "2", "3", "4", "5", "6", "7");

    public HoursForm {
        code = Typed.tidy(code);
        name = Typed.tidy(name);
        nameEn = Typed.tidy(nameEn);
        from = Typed.tidy(from);
        to = Typed.tidy(to);
        weekdays = weekdays == null ? List.of() : List.copyOf(weekdays);
        opens = Typed.tidy(opens);
        closes = Typed.tidy(closes);
        opensAgain = Typed.tidy(opensAgain);
        closesAgain = Typed.tidy(closesAgain);
        source = Typed.tidy(source);
    }

    static HoursForm of(String code, String name, String nameEn) {
        return new HoursForm(code, name, nameEn, "", "", List.of("1", "2", "3", "4", "5"), "", "", "", "", "");
    }

    /** Reads the form; empty where something is wrong, which then is in {@code typed}. */
    Optional<CalendarEdit> edit(Typed typed) {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > 60) {
            typed.refuse("code", "worktime.error.code");
        }
        typed.text("name", name);
        LocalDate begin = typed.date("from", from);
        LocalDate end = typed.optionalDate("to", to);
        if (end != null && end.isBefore(begin)) {
            typed.refuse("to", "worktime.error.order");
        }
        if (weekdays.isEmpty() || !WEEKDAYS.containsAll(weekdays)) {
            typed.refuse("weekdays", "worktime.error.weekdays");
        }
        List<LocalTime[]> spans = spans(typed);
        typed.text("source", source);
        if (!typed.errors().isEmpty()) {
            return Optional.empty();
        }
        List<HoursRow> rows = new ArrayList<>();
        for (String weekday : weekdays.stream().distinct().toList()) {
            for (LocalTime[] span : spans) {
                rows.add(row(Integer.parseInt(weekday), span, begin, end == null ? null : end.plusDays(1)));
            }
        }
        return Optional.of(new CalendarEdit.Hours(rows));
    }

    private HoursRow row(int weekday, LocalTime[] span, LocalDate begin, @Nullable LocalDate end) {
        return new HoursRow(
                code, name, nameEn.isEmpty() ? name : nameEn, weekday, span[0], span[1], begin, end, "", source, "H");
    }

    private List<LocalTime[]> spans(Typed typed) {
        List<LocalTime[]> spans = new ArrayList<>();
        spans.add(span(typed, "opens", opens, "closes", closes));
        if (!opensAgain.isEmpty() || !closesAgain.isEmpty()) {
            LocalTime[] again = span(typed, "opensAgain", opensAgain, "closesAgain", closesAgain);
            if (typed.errors().isEmpty() && again[0].isBefore(spans.getFirst()[1])) {
                typed.refuse("opensAgain", "worktime.error.again");
            }
            spans.add(again);
        }
        return spans;
    }

    private static LocalTime[] span(Typed typed, String from, String opens, String to, String closes) {
        LocalTime[] span = {typed.time(from, opens), typed.time(to, closes)};
        if (typed.errors().isEmpty() && !span[1].isAfter(span[0])) {
            typed.refuse(to, "worktime.error.closing");
        }
        return span;
    }
}
