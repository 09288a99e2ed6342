package vn.haidang.plan.internal;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.ExternalValues;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.plan.Confidence;
import vn.haidang.plan.PlanIndicator;
import vn.haidang.plan.ReportedValue;

/** What others published about the indicators of the plan. */
@Component
class PublishedValues {

    /** Stands in for a period that could not be read. */
    static final String ANY_PERIOD = "2020";

    private static final Pattern PERIOD = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2]))?");
    private static final String MODULE = "plan/";

    private final ExternalValues values;
    private final Units units;

    PublishedValues(ExternalValues values, Units units) {
        this.values = values;
        this.units = units;
    }

    /** The latest period first. */
    List<ReportedValue> of(List<PlanIndicator> indicators) {
        return values
                .read(indicators.stream()
                        .map(PlanIndicator::key)
                        .map(PublishedValues::code)
                        .toList())
                .stream()
                .map(ExternalValues.Recorded::value)
                .flatMap(this::reported)
                .toList();
    }

    /** An indicator of the plan as the indicator module names it. */
    static String code(String indicator) {
        return MODULE + indicator;
    }

    /** Whether a text is a period as published: a year or a month. */
    static boolean isPeriod(String text) {
        return PERIOD.matcher(text).matches();
    }

    static DayRange days(String period) {
        if (period.length() == 4) {
            Year year = Year.parse(period);
            return new DayRange(year.atDay(1), year.atMonth(12).atEndOfMonth());
        }
        YearMonth month = YearMonth.parse(period);
        return new DayRange(month.atDay(1), month.atEndOfMonth());
    }

    /** The other way round. */
    static String period(DayRange days) {
        YearMonth month = YearMonth.from(days.last());
        return days.equals(days(month.toString())) ? month.toString() : "%04d".formatted(month.getYear());
    }

    private Stream<ReportedValue> reported(ExternalValues.Value value) {
        return units.find(value.unit()).map(Unit::key).stream()
                .map(unit -> new ReportedValue(
                        value.indicator().substring(MODULE.length()),
                        period(value.period()),
                        unit,
                        value.value().stripTrailingZeros(),
                        value.among(),
                        value.source(),
                        Confidence.valueOf(value.confidence())));
    }
}
