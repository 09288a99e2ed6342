package vn.haidang.worktime;

import java.time.LocalDate;
import vn.haidang.organization.UnitId;

/** The working calendar, every version of it. */
public interface WorkCalendars {

    /** The calendar as known now; another node's change is seen within five seconds. */
    WorkCalendar current();

    /** The calendar of this version, to replay a stored deadline; throws {@link IllegalArgumentException} when there is none. */
    WorkCalendar asKnownOn(int version);

    /**
     * The calendar as the public knew it at the end of a day: only notices given by then, whenever they were entered here. Office
     * hours are those recorded here by then, else the first recorded. Its version is the last recorded by then, and does not
     * replay it.
     */
    WorkCalendar asKnownOn(LocalDate day);

    /** The code of the office hours a unit keeps on a day: its own, else those of the nearest unit above it, else {@code otherwise}. */
    String officeHoursOf(UnitId unit, LocalDate on, String otherwise);

    /** Which hours all units keep, read once for many questions. */
    KeptHours keptHours();

    /** Answers as {@link #officeHoursOf} does, without asking the database again. */
    interface KeptHours {
        String of(UnitId unit, LocalDate on, String otherwise);
    }
}
