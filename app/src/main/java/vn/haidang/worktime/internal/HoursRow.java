package vn.haidang.worktime.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.OfficeHours;
import vn.haidang.worktime.Season;

/** One span of one weekday as its table has it; {@code season} is MM-DD/MM-DD, empty for the whole year. */
public record HoursRow(
        String code,
        String name,
        String nameEn,
        int weekday,
        LocalTime opens,
        LocalTime closes,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String season,
        String source,
        String confidence) {

    OfficeHours.Span span() {
        return new OfficeHours.Span(DayOfWeek.of(weekday), opens, closes, validFrom, validTo, season(season), source);
    }

    HoursRow valid(LocalDate from, @Nullable LocalDate to) {
        return new HoursRow(code, name, nameEn, weekday, opens, closes, from, to, season, source, confidence);
    }

    static @Nullable Season season(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] ends = text.split("/", -1);
        return new Season(MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + ends[1]));
    }
}
