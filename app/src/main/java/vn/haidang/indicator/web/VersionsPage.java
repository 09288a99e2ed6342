package vn.haidang.indicator.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.haidang.indicator.Indicator;

/**
 * The indicators as an administrator sees them.
 *
 * @param drafted the codes of those with a draft
 * @param done whether a version was just published
 */
public record VersionsPage(List<Indicator> indicators, Set<String> drafted, boolean done, LocalDate today) {

    public VersionsPage {
        indicators = List.copyOf(indicators);
        drafted = Set.copyOf(drafted);
    }
}
