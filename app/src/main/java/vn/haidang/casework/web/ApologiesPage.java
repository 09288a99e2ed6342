package vn.haidang.casework.web;

import java.util.List;
import java.util.Map;
import vn.haidang.casework.internal.ApologiesDue;
import vn.haidang.organization.UnitId;

/**
 * Whose applicants should be told that it will be late.
 *
 * @param names of the units
 * @param titled the titles of the cases
 */
public record ApologiesPage(List<ApologiesDue.Waiting> waiting, Map<UnitId, String> names, Titled titled) {

    public ApologiesPage {
        waiting = List.copyOf(waiting);
        names = Map.copyOf(names);
    }

    public String unit(ApologiesDue.Waiting one) {
        return names.getOrDefault(one.unit(), "");
    }
}
