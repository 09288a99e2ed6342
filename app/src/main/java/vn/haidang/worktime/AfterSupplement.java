package vn.haidang.worktime;

/** What the clock does when a requested supplement has come; a parameter of the procedure version. */
public enum AfterSupplement {
    /** Goes on with the time that was left when it stopped. */
    RESUME,
    /** Begins anew with the whole time limit. */
    RESTART
}
