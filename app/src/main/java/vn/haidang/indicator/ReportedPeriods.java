package vn.haidang.indicator;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.ui.Problem;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicies;
import vn.haidang.worktime.PeriodPolicy;
import vn.haidang.worktime.ReportingPeriod;

/** Reads from an address of what unit and reporting period a report is asked for; what is left out is the city and the running month. */
@Component
public class ReportedPeriods {

    private static final int BAD_REQUEST = 400;
    private static final int FIRST_YEAR = 2010;

    private final Units units;
    private final PeriodPolicies policies;
    private final Clock clock;

    public ReportedPeriods(Units units, PeriodPolicies policies, Clock clock) {
        this.units = units;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What {@code unit}, {@code policy}, {@code step}, {@code year}, {@code number} and {@code knownOn} say.
     *
     * @param policy the code of the one that answers where none is named
     * @throws vn.haidang.ui.ProblemException {@code indicator/unreadable}, {@code indicator/no-such-unit},
     *     {@code worktime/period-not-fixed}, {@code worktime/no-such-period}
     */
    public Reported of(Map<String, String> asked, String policy) {
        var today = LocalDate.now(clock);
        var cut = policies.find(given(asked, "policy").orElse(policy), today).orElseThrow(() -> unreadable("policy"));
        var kind = given(asked, "step").map(ReportedPeriods::kind).orElse(PeriodKind.MONTH);
        var unit = given(asked, "unit").map(this::unit).orElseGet(() -> units.city(today));
        var period = period(asked, cut, kind, today);
        var knownOn = given(asked, "knownOn").map(text -> knownOn(text, period, today));
        return new Reported(unit, cut, period, today, knownOn.orElse(null));
    }

    /** The ways to cut time today, and the lengths each of them fixes. */
    public List<PeriodPolicy> policies() {
        return policies.all(LocalDate.now(clock));
    }

    /** The units a reader may choose from: the unit's own line, and all those directly under the city on its last day. */
    public List<Unit> choices(Reported asked) {
        var day = asked.days().last();
        return Stream.concat(
                        path(asked).stream(), units.children(units.city(day).id(), day).stream())
                .distinct()
                .toList();
    }

    public List<Unit> path(Reported asked) {
        var day = asked.days().last();
        return units.path(
                asked.unit().id(),
                asked.unit().livesOn(day) ? day : asked.unit().validFrom());
    }

    private static ReportingPeriod period(
            Map<String, String> asked, PeriodPolicy policy, PeriodKind kind, LocalDate today) {
        var running =
                policy.containing(kind, today).orElseGet(() -> policy.period(kind, today.getYear(), kind.perYear()));
        if (given(asked, "year").isEmpty()) {
            return running;
        }
        var year = number(asked, "year", each -> each >= FIRST_YEAR && each <= today.getYear() + 1);
        var period = policy.period(kind, year, number(asked, "number", each -> each > 0));
        if (period.first().isAfter(today)) {
            throw unreadable("number");
        }
        return period;
    }

    private static LocalDate knownOn(String text, ReportingPeriod period, LocalDate today) {
        try {
            var day = LocalDate.parse(text);
            if (day.isBefore(period.first()) || day.isAfter(today)) {
                throw unreadable("knownOn");
            }
            return day;
        } catch (DateTimeException unread) {
            throw unreadable("knownOn");
        }
    }

    private Unit unit(String key) {
        return units.byKey(key)
                .orElseThrow(
                        () -> Problem.of("indicator/no-such-unit", 404, key).exception());
    }

    private static int number(Map<String, String> asked, String name, Predicate<Integer> fits) {
        return given(asked, name)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(fits)
                .orElseThrow(() -> unreadable(name));
    }

    private static PeriodKind kind(String text) {
        return Arrays.stream(PeriodKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable("step"));
    }

    private static Optional<String> given(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static RuntimeException unreadable(String name) {
        return Problem.of("indicator/unreadable", BAD_REQUEST, name).exception();
    }
}
