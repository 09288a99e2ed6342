package vn.haidang.indicator.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.indicator.Series.Line;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicy;
import vn.haidang.worktime.ReportingPeriod;

/** Everything that decides what a page of figures shows, and the addresses of the same question asked otherwise. */
public record FigureChoice(
        Indicator indicator,
        Unit unit,
        @Nullable Tier tier,
        Basis basis,
        PeriodPolicy policy,
        PeriodKind step,
        DayRange days,
        @Nullable LocalDate knownOn,
        @Nullable String member,
        LocalDate today) {

    /** The ways to look at an indicator, each an address of its own. */
    public static final List<String> VIEWS = List.of("series", "table", "map", "ranking");

    public FigureChoice about(Unit other) {
        return new FigureChoice(indicator, other, tier, basis, policy, step, days, knownOn, member, today);
    }

    public FigureChoice of(Indicator other) {
        return new FigureChoice(other, unit, tier, basis, policy, step, days, knownOn, null, today);
    }

    public Line line(Unit other) {
        return new Line(other.id(), tier, basis);
    }

    /** The whole time as one period, for lists of units. */
    public ReportingPeriod whole() {
        return ReportingPeriod.free(days.first(), days.last());
    }

    /** {@code /figures/casework/on-time/series?…}, the same for everybody who asks the same. */
    public String address(String view) {
        return query(UriComponentsBuilder.fromPath("/figures/" + indicator.code() + "/" + view));
    }

    /** Where the view can be taken along. */
    public String file(String view, String format) {
        return address(view + "." + format);
    }

    /** The figure of a unit over some days, open down to its records; empty for an index, which has no records of its own. */
    public Optional<String> records(Unit other, DayRange range) {
        return indicator.measures().stream().findFirst().map(measure -> {
            var to = range.last().isAfter(today) && !range.first().isAfter(today) ? today : range.last();
            return new FigureAddress(
                            measure, other.key(), tier, tree(), new DayRange(range.first(), to), knownOn, member, null)
                    .path();
        });
    }

    public Optional<String> records(Unit other, ReportingPeriod period) {
        return records(other, new DayRange(period.first(), period.last()));
    }

    /** Where parts were weighed, the records are those of the whole group. */
    private Tree tree() {
        return switch (basis) {
            case AS_IT_WAS -> Tree.AS_IT_WAS;
            case TODAY -> Tree.TODAY;
            case GROUP, WEIGHTED -> Tree.GROUP;
        };
    }

    /** Everything that is asked, by the names an address and a form give it. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("unit", unit.key());
        fields.put("basis", basis.name());
        fields.put("policy", policy.code());
        fields.put("step", step.name());
        fields.put("from", days.first().toString());
        fields.put("to", days.last().toString());
        if (tier != null) {
            fields.put("tier", tier.name());
        }
        if (knownOn != null) {
            fields.put("knownOn", knownOn.toString());
        }
        if (member != null) {
            fields.put("member", member);
        }
        return fields;
    }

    private String query(UriComponentsBuilder address) {
        fields().forEach(address::queryParam);
        return address.encode().toUriString();
    }
}
