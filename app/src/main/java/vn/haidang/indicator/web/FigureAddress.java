package vn.haidang.indicator.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.Tier;

/**
 * Everything that decides a figure's page, and the address of the same page about another unit.
 *
 * @param component only this one of a measure's components, null for all
 */
public record FigureAddress(
        MeasureCode measure,
        String unit,
        @Nullable Tier tier,
        Tree tree,
        DayRange days,
        @Nullable LocalDate knownOn,
        @Nullable String member,
        @Nullable String component) {

    public String to(String otherUnit) {
        return new FigureAddress(measure, otherUnit, tier, tree, days, knownOn, member, component).path();
    }

    public String path() {
        var address = UriComponentsBuilder.fromPath("/figures/" + measure.value())
                .queryParam("unit", unit)
                .queryParam("from", days.first())
                .queryParam("to", days.last())
                .queryParam("tree", tree);
        if (tier != null) {
            address.queryParam("tier", tier);
        }
        if (knownOn != null) {
            address.queryParam("knownOn", knownOn);
        }
        if (component != null) {
            address.queryParam("component", component);
        }
        if (member != null) {
            return address.queryParam("member", "{member}")
                    .encode()
                    .buildAndExpand(member)
                    .toUriString();
        }
        return address.encode().toUriString();
    }
}
