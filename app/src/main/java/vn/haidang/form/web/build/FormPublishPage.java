package vn.haidang.form.web.build;

import java.util.List;
import vn.haidang.form.internal.build.FormDraftRows;
import vn.haidang.form.internal.build.FormDrafts;

/** What publishing a draft would do, before it is done; {@code meanwhile}: whether something changed since it was shown. */
public record FormPublishPage(String code, FormDrafts.Proposal proposal, boolean meanwhile) {

    public String path() {
        return FormDesk.draft(code) + "/publish";
    }

    public String back() {
        return FormDesk.draft(code);
    }

    /** The versions somebody is filling in. */
    public List<FormDraftRows.Version> filledIn() {
        return proposal.versions().stream()
                .filter(version -> version.openDrafts() > 0)
                .toList();
    }

    public DifferenceList differences() {
        return new DifferenceList(proposal.differences());
    }
}
