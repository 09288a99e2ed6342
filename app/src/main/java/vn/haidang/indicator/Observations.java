package vn.haidang.indicator;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.organization.UnitId;

/** Components of a measure counted from the records themselves: what the facts must sum up to. */
public record Observations(List<Row> rows) {

    /** One component at one unit on one day; {@code member} is empty unless the component counts members. */
    public record Row(String component, UnitId unit, LocalDate day, String breakdown, String member, long amount) {}

    public Observations {
        rows = List.copyOf(rows);
    }
}
