package vn.haidang.casework;

/**
 * The legal clock of a case, kept by the case whatever the catalogue says later.
 *
 * @param duration as {@code worktime} writes it, for example {@code same-day@15:00} or {@code 3wd}
 * @param afterSupplement {@code resume} or {@code restart}
 * @param afterSupplementSource where that rule comes from
 * @param legalBasis where the duration comes from
 * @param officeHours code of the office-hours table, or several in turn as {@link vn.haidang.worktime.HoursInTurn} writes them
 */
public record ClockTerms(
        String duration, String afterSupplement, String afterSupplementSource, String legalBasis, String officeHours) {}
