package vn.haidang.worktime;

/** Why a day differs from a plain Monday-to-Friday week. */
public enum DayKind {
    HOLIDAY,
    /** Off in place of a holiday that fell on a weekly rest day (Labour Code 2019, Art. 111). */
    COMPENSATORY,
    /** A working day made free by the yearly swap. */
    SWAP_OFF,
    /** A rest day made a working day by the yearly swap. */
    SWAP_WORK,
    /** Announced or out for comment, but not decided: counts as its weekday says, and no result that relies on it is certain. */
    PENDING
}
