package vn.haidang.casework.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.PromisedDates.Moved;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Screen;

/**
 * The promised days that would move, each day once; where, and which cases for those who may see them.
 *
 * @param certain promises that stay and cease to be provisional
 */
public record MovedDatesPage(List<Day> days, long cases, long certain) {

    /** A promised moment, the one it would become, and where. */
    public record Day(Instant promised, Instant due, List<Place> places) {

        public long cases() {
            return places.stream().mapToLong(Place::cases).sum();
        }

        public String from(Screen screen) {
            return new DueMoment(promised).words(screen);
        }

        public String to(Screen screen) {
            return new DueMoment(due).words(screen);
        }
    }

    /** Cases of one service at one unit; {@code visible} are those of them that the reader may see. */
    public record Place(@Nullable Unit unit, String title, long cases, List<Moved> visible) {

        public String name(Screen screen) {
            return unit == null ? "" : screen.english() ? unit.nameEn() : unit.name();
        }
    }

    private record Span(Instant promised, Instant due) {}

    private record At(UnitId unit, String title) {}

    static MovedDatesPage of(List<Moved> moved, long certain, Units units) {
        Map<Span, Map<At, List<Moved>>> grouped = new LinkedHashMap<>();
        for (Moved one : moved) {
            grouped.computeIfAbsent(new Span(one.promised(), one.due()), span -> new LinkedHashMap<>())
                    .computeIfAbsent(new At(one.unit(), one.title()), at -> new ArrayList<>())
                    .add(one);
        }
        List<Day> days = new ArrayList<>();
        grouped.forEach((span, places) -> days.add(new Day(
                span.promised(),
                span.due(),
                places.entrySet().stream()
                        .map(place -> place(place.getKey(), place.getValue(), units))
                        .toList())));
        return new MovedDatesPage(days, moved.size(), certain);
    }

    private static Place place(At at, List<Moved> cases, Units units) {
        return new Place(
                units.find(at.unit()).orElse(null),
                at.title(),
                cases.size(),
                cases.stream().filter(Moved::visible).toList());
    }
}
