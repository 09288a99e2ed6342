package vn.haidang.plan.web;

import java.util.List;
import vn.haidang.plan.PlanDocument;
import vn.haidang.plan.PlanIndicator;

/**
 * The form of a target.
 *
 * @param known whether it is about one there is, which may be withdrawn
 * @param declared whether it was declared here, so that it may go back to what is shipped
 */
public record TargetForm(
        TypedTarget typed,
        List<PlanDocument> documents,
        List<PlanIndicator> indicators,
        boolean known,
        boolean declared) {}
