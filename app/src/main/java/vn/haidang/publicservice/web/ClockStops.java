package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.casework.CaseClock;

/** Each time a clock stood still, the oldest first. */
public record ClockStops(List<CaseClock.Stop> stops) {

    public ClockStops {
        stops = List.copyOf(stops);
    }
}
