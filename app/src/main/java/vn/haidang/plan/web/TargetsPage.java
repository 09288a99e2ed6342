package vn.haidang.plan.web;

import java.util.List;
import vn.haidang.plan.Progress;
import vn.haidang.plan.Target;

/**
 * All targets as they are in force.
 *
 * @param drafted how many changes wait in the draft
 * @param done whether something was just published
 */
public record TargetsPage(List<Progress> progress, int drafted, boolean done) {

    /** The address of a page about one target. */
    public static String address(String path, Target target) {
        return TargetAdministration.PATH + path + "?document="
                + target.document().key() + "&indicator=" + target.indicator() + "&tier=" + target.level() + "&year="
                + target.year();
    }
}
