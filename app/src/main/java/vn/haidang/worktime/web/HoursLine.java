package vn.haidang.worktime.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.internal.HoursRow;

/** The same span of several weekdays, as one line; {@code season} is MM-DD/MM-DD or empty. */
public record HoursLine(
        List<Integer> days,
        LocalTime opens,
        LocalTime closes,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String season,
        String source,
        boolean own) {

    private record Span(
            LocalTime opens,
            LocalTime closes,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String season,
            String source) {}

    static List<HoursLine> of(List<HoursRow> rows, boolean own) {
        Map<Span, List<Integer>> days = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Span(
                                row.opens(), row.closes(), row.validFrom(), row.validTo(), row.season(), row.source()),
                        LinkedHashMap::new,
                        Collectors.mapping(HoursRow::weekday, Collectors.toList())));
        return days.entrySet().stream()
                .map(one -> new HoursLine(
                        one.getValue().stream().sorted().toList(),
                        one.getKey().opens(),
                        one.getKey().closes(),
                        one.getKey().validFrom(),
                        one.getKey().validTo(),
                        one.getKey().season(),
                        one.getKey().source(),
                        own))
                .toList();
    }

    public String weekdays(Screen screen) {
        return days.stream().map(day -> screen.say("worktime.weekday." + day)).collect(Collectors.joining(", "));
    }

    public String times() {
        return opens + "–" + closes;
    }

    public String validity(Screen screen) {
        return validity(validFrom, validTo, screen);
    }

    public String season(Screen screen) {
        if (season.isEmpty()) {
            return "";
        }
        return screen.say("worktime.hours.season", monthDay(season.substring(0, 5)), monthDay(season.substring(6)));
    }

    /** {@code to} is the first day after it. */
    static String validity(LocalDate from, @Nullable LocalDate to, Screen screen) {
        return to == null
                ? screen.say("worktime.from", screen.shortDay(from))
                : screen.say("worktime.from-until", screen.shortDay(from), screen.shortDay(to.minusDays(1)));
    }

    /** {@code dd/MM/yyyy}, where no screen is at hand. */
    static String plain(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static String monthDay(String text) {
        return text.substring(3) + "/" + text.substring(0, 2);
    }
}
