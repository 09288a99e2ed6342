package vn.haidang.worktime;

/** How long a reporting period is. */
public enum PeriodKind {
    MONTH(1),
    QUARTER(3),
    HALF(6),
    /** From the beginning of the year; one a year, so the last quarter belongs to none. */
    NINE_MONTHS(9),
    YEAR(12);

    private static final int MONTHS_OF_YEAR = 12;

    private final int months;

    PeriodKind(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }

    /** How many of them a year has. */
    public int perYear() {
        return MONTHS_OF_YEAR / months;
    }
}
