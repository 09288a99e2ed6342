package vn.haidang.casework;

/** Where a case stands: its clock runs, is stopped, or has ended. */
public enum CaseStatus {
    OPEN,
    PAUSED,
    CLOSED
}
