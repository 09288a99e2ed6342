package vn.haidang.demo;

import java.time.Instant;

/** What happens in the little city in its last working days, beside its stories. Belongs to the thread of its agenda. */
interface DemoWeek {

    /** How many working days that is. */
    int DAYS = 5;

    /** Adds all of it to the agenda, up to the moment at which the city opens. */
    void add(DemoAgenda agenda, DemoCast cast, Instant present);
}
