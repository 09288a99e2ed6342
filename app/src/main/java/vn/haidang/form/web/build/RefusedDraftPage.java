package vn.haidang.form.web.build;

import java.util.List;

/** A draft that cannot be published while something is wrong with it. */
public record RefusedDraftPage(String code, List<OutlinePage.Fault> faults) {

    public String back() {
        return FormDesk.draft(code);
    }
}
