package vn.haidang.publicservice.internal.own;

import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.identity.Reader;

/** What the program does itself when a request about personal data is granted: what was to be deleted is deleted in that very act. */
@Component
class CarryOutDataRequest implements StepHandler {

    private static final String DELETE = "delete";

    private final DataRequestRows rows;
    private final Erasures erasures;

    CarryOutDataRequest(DataRequestRows rows, Erasures erasures) {
        this.rows = rows;
        this.erasures = erasures;
    }

    @Override
    public String code() {
        return "publicservice/carry-out-data-request";
    }

    @Override
    public void leaving(CaseSummary left, String step, String outcome, Reader by) {
        if (outcome.equals("done")) {
            rows.any(left.subjectId())
                    .map(DataRequestRows.Standing::request)
                    .filter(request -> request.right().equals(DELETE))
                    .ifPresent(request -> erasures.carryOut(request, by.actor()));
        }
    }
}
