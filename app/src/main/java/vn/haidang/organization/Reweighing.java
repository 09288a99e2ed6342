package vn.haidang.organization;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Declared weights change. A module that reads something on today's units may answer for it as {@code Consequence<Reweighing>}.
 *
 * @param weightings one for each divided unit whose weights would be others than today
 */
public record Reweighing(List<Weighting> weightings) {

    public Reweighing {
        weightings = List.copyOf(weightings);
    }

    /** The divided units. */
    public Set<UnitId> units() {
        return weightings.stream().map(Weighting::from).collect(Collectors.toUnmodifiableSet());
    }
}
