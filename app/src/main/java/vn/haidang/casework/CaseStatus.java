package vn.haidang.casework;

/** Where a case stands: its clock runs, stands still, or has ended. */
public enum CaseStatus {
    /** Its clock runs. */
    OPEN,
    /** Its clock stands still until the applicant supplies what was asked for. */
    PAUSED,
    /** Its clock was stopped by hand, with a reason and a legal basis, and goes on by hand. */
    STOPPED,
    /** It has ended. */
    CLOSED
}
