package vn.haidang.worktime;

/** The working calendar, every version of it. */
public interface WorkCalendars {

    /** The calendar as known now; another node's change is seen within five seconds. */
    WorkCalendar current();

    /** The calendar of this version, to replay a stored deadline; throws {@link IllegalArgumentException} when there is none. */
    WorkCalendar asKnownOn(int version);
}
