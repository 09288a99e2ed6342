package vn.haidang.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.organization.Unit;

/** The address of a number: its page opens it down the organization to the records behind it. */
public final class FigureLink {

    private FigureLink() {}

    /**
     * One component of a measure, on the units as they were.
     *
     * @param member only facts of this member of its breakdown, null for all
     * @param knownOn only what was known at the end of this day, null for all
     */
    public static String of(
            MeasureCode measure,
            String component,
            Unit unit,
            DayRange days,
            @Nullable String member,
            @Nullable LocalDate knownOn) {
        var address = UriComponentsBuilder.fromPath("/figures/" + measure.value())
                .queryParam("unit", unit.key())
                .queryParam("from", days.first())
                .queryParam("to", days.last())
                .queryParam("component", component);
        if (knownOn != null) {
            address.queryParam("knownOn", knownOn);
        }
        if (member != null) {
            address.queryParam("member", "{member}");
            return address.encode().buildAndExpand(member).toUriString();
        }
        return address.encode().toUriString();
    }
}
