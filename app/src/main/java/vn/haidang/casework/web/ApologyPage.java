package vn.haidang.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseClock.Cap;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.ui.FieldError;

/**
 * The letter that says sorry for being late, as it was drafted.
 *
 * @param titled its title as the reader sees it
 * @param sent what was said before, the oldest first
 * @param cap how often it may be said, null where nobody has set it
 */
public record ApologyPage(
        CaseSummary summary,
        Titled titled,
        String unitName,
        List<CaseClock.Extension> sent,
        @Nullable Cap cap,
        TypedDay newDay,
        String reason,
        List<FieldError> errors) {

    public ApologyPage {
        sent = List.copyOf(sent);
        errors = List.copyOf(errors);
    }

    public boolean maySend() {
        return isRunning() && cap != null && sent.size() < cap.times();
    }

    public boolean isRunning() {
        return summary.status() == CaseStatus.OPEN;
    }

    public String casePath() {
        return "/desk/cases/" + summary.id().value();
    }
}
