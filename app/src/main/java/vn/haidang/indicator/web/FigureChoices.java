package vn.haidang.indicator.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.IndicatorCatalogue;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.ui.Problem;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicies;
import vn.haidang.worktime.PeriodPolicy;

/** Reads what an address asks for; what is left out has a sensible answer, what cannot be read is refused. */
@Component
class FigureChoices {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int MOST_YEARS = 40;

    private final IndicatorCatalogue catalogue;
    private final Indicators indicators;
    private final Units units;
    private final PeriodPolicies policies;
    private final Clock clock;

    FigureChoices(
            IndicatorCatalogue catalogue, Indicators indicators, Units units, PeriodPolicies policies, Clock clock) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.units = units;
        this.policies = policies;
        this.clock = clock;
    }

    FigureChoice of(String module, String code, Map<String, String> asked) {
        var today = LocalDate.now(clock);
        var indicator = catalogue.get(module + "/" + code);
        var knownOn = given(asked, "knownOn").map(text -> day("knownOn", text)).orElse(null);
        var days = days(asked, knownOn == null || knownOn.isAfter(today) ? today : knownOn);
        return new FigureChoice(
                indicator,
                given(asked, "unit").map(this::unit).orElseGet(() -> units.city(today)),
                given(asked, "tier")
                        .map(text -> one("tier", text, Tier.values()))
                        .orElse(null),
                given(asked, "basis")
                        .map(text -> one("basis", text, Basis.values()))
                        .orElse(Basis.AS_IT_WAS),
                policy(given(asked, "policy").orElse("calendar"), today),
                given(asked, "step")
                        .map(text -> one("step", text, PeriodKind.values()))
                        .orElse(PeriodKind.MONTH),
                days,
                knownOn,
                member(indicator, given(asked, "member").orElse(null)),
                today);
    }

    /** By what the facts of an indicator can be told apart; null where they cannot. */
    @Nullable Breakdown breakdown(Indicator indicator) {
        return indicator.measures().stream()
                .findFirst()
                .map(indicators::definition)
                .map(measure -> measure.breakdown())
                .orElse(null);
    }

    private DayRange days(Map<String, String> asked, LocalDate latest) {
        var last = given(asked, "to").map(text -> day("to", text)).orElse(latest);
        var first = given(asked, "from")
                .map(text -> day("from", text))
                .orElseGet(() -> last.minusYears(1).withDayOfYear(1));
        if (last.isBefore(first) || first.plusYears(MOST_YEARS).isBefore(last)) {
            throw Problem.of("indicator/period-backwards", BAD_REQUEST).exception();
        }
        return new DayRange(first, last);
    }

    private PeriodPolicy policy(String code, LocalDate today) {
        return policies.find(code, today).orElseThrow(() -> unreadable("policy"));
    }

    private @Nullable String member(Indicator indicator, @Nullable String asked) {
        var breakdown = breakdown(indicator);
        if (asked != null && (breakdown == null || !breakdown.members().contains(asked))) {
            throw unreadable("member");
        }
        return asked;
    }

    private Unit unit(String key) {
        return units.byKey(key)
                .orElseThrow(() ->
                        Problem.of("indicator/no-such-unit", NOT_FOUND, key).exception());
    }

    private static Optional<String> given(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static LocalDate day(String name, String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw unreadable(name);
            }
            return day;
        } catch (DateTimeException unread) {
            throw unreadable(name);
        }
    }

    private static <T extends Enum<T>> T one(String name, String text, T[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable(name));
    }

    private static RuntimeException unreadable(String name) {
        return Problem.of("indicator/unreadable", BAD_REQUEST, name).exception();
    }
}
