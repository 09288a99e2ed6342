package vn.haidang.worktime.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Unit;
import vn.haidang.ui.Screen;

/** All office hours and who keeps which. */
public record OfficeHoursPage(List<Schedule> schedules, List<Assignment> assignments, boolean done) {

    /**
     * The hours of one code.
     *
     * @param own what administrators declared; it can be taken back
     * @param gap the first day for which nothing is known, between days for which something is
     */
    public record Schedule(
            String code,
            String name,
            String nameEn,
            List<HoursLine> shipped,
            List<HoursLine> own,
            @Nullable LocalDate gap) {

        public String name(Screen screen) {
            return screen.english() ? nameEn : name;
        }

        public List<LocalDate> ownBegins() {
            return own.stream().map(HoursLine::validFrom).distinct().toList();
        }
    }

    /** Which hours a unit keeps. */
    public record Assignment(
            @Nullable Unit unit,
            String unitKey,
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            String source,
            boolean own) {

        public String name(Screen screen) {
            return unit == null ? unitKey : screen.english() ? unit.nameEn() : unit.name();
        }

        public String validity(Screen screen) {
            return HoursLine.validity(from, to, screen);
        }
    }
}
