package vn.haidang.worktime.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing an administrator declares, or takes back so that what is shipped holds again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CalendarEdit.Day.class, name = "day"),
    @JsonSubTypes.Type(value = CalendarEdit.ShippedDay.class, name = "shipped-day"),
    @JsonSubTypes.Type(value = CalendarEdit.Year.class, name = "year"),
    @JsonSubTypes.Type(value = CalendarEdit.ShippedYear.class, name = "shipped-year"),
    @JsonSubTypes.Type(value = CalendarEdit.Hours.class, name = "hours"),
    @JsonSubTypes.Type(value = CalendarEdit.ShippedHours.class, name = "shipped-hours"),
    @JsonSubTypes.Type(value = CalendarEdit.OfUnit.class, name = "of-unit")
})
public sealed interface CalendarEdit {

    /** Whether it is one that the pages could have made; it goes through the hands of the browser. */
    default boolean isSound() {
        return switch (this) {
            case Day(DayRow row) ->
                row.fault().isEmpty() && isText(row.name()) && isText(row.nameEn()) && isText(row.source());
            case ShippedDay shipped -> Objects.nonNull(shipped.date());
            case Year(YearRow row) ->
                isText(row.source()) && Set.of(YearRow.OFFICIAL, YearRow.DRAFT).contains(row.status());
            case ShippedYear shipped -> shipped.year() > 0;
            case Hours hours ->
                hours.rows().stream()
                        .allMatch(row -> row.closes().isAfter(row.opens())
                                && row.weekday() >= 1
                                && row.weekday() <= 7
                                && isText(row.name())
                                && isText(row.nameEn())
                                && isText(row.source())
                                && (row.validTo() == null || row.validTo().isAfter(row.validFrom())));
            case ShippedHours shipped -> isText(shipped.code()) && Objects.nonNull(shipped.from());
            case OfUnit ofUnit ->
                isText(ofUnit.unitKey())
                        && isText(ofUnit.code())
                        && isText(ofUnit.source())
                        && (ofUnit.to() == null || ofUnit.to().isAfter(ofUnit.from()));
        };
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= 500;
    }

    record Day(DayRow row) implements CalendarEdit {}

    record ShippedDay(LocalDate date) implements CalendarEdit {}

    record Year(YearRow row) implements CalendarEdit {}

    record ShippedYear(int year) implements CalendarEdit {}

    /** All hours of a code for a time; all rows have the same code and validity. */
    record Hours(List<HoursRow> rows) implements CalendarEdit {
        public Hours {
            rows = List.copyOf(rows);
            HoursRow first = rows.getFirst();
            if (rows.stream()
                    .anyMatch(row -> !row.code().equals(first.code())
                            || !row.validFrom().equals(first.validFrom())
                            || !Objects.equals(row.validTo(), first.validTo()))) {
                throw new IllegalArgumentException("Hours of more than one code or time");
            }
        }

        public String code() {
            return rows.getFirst().code();
        }

        public LocalDate from() {
            return rows.getFirst().validFrom();
        }

        public @Nullable LocalDate to() {
            return rows.getFirst().validTo();
        }
    }

    record ShippedHours(String code, LocalDate from) implements CalendarEdit {}

    /** Which hours a unit keeps, for cases filed in this time. */
    record OfUnit(
            String unitKey,
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            String source,
            String confidence) implements CalendarEdit {

        /** Whether both say something of one unit for one day. */
        public boolean overlaps(OfUnit other) {
            return unitKey.equals(other.unitKey) && begins(from, other.to) && begins(other.from, to);
        }

        private static boolean begins(LocalDate day, @Nullable LocalDate before) {
            return before == null || day.isBefore(before);
        }
    }
}
