package vn.haidang.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.internal.Apologies;
import vn.haidang.ui.FieldError;

/**
 * The letter that says sorry for being late, as it was drafted.
 *
 * @param sent what was said before, null for nothing
 */
public record ApologyPage(
        CaseSummary summary,
        String unitName,
        Apologies.@Nullable Sent sent,
        TypedDay newDay,
        String reason,
        List<FieldError> errors) {

    public ApologyPage {
        errors = List.copyOf(errors);
    }

    public boolean maySend() {
        return sent == null && summary.status() == CaseStatus.OPEN;
    }

    public String casePath() {
        return "/desk/cases/" + summary.id().value();
    }
}
