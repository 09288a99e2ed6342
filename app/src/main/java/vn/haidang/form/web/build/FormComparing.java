package vn.haidang.form.web.build;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.internal.Definitions;
import vn.haidang.form.internal.build.FormDifferences;
import vn.haidang.form.internal.build.FormDraftRows;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Tells what two versions of a form ask differently. */
@Controller
class FormComparing {

    private final FormDrafts drafts;
    private final Definitions definitions;

    FormComparing(FormDrafts drafts, Definitions definitions) {
        this.drafts = drafts;
        this.definitions = definitions;
    }

    /** The two newest where none are named. */
    @GetMapping(FormDesk.PATH + "/{code}/compare")
    @Requires(FormDesk.ACTION)
    PageView compare(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int before,
            @RequestParam(defaultValue = "0") int after) {
        List<FormDraftRows.Version> versions = drafts.versions(code);
        if (versions.isEmpty()) {
            throw Problem.of("form/no-such-form", 404, code).exception();
        }
        int newest = versions.getFirst().version();
        int older = versions.get(Math.min(1, versions.size() - 1)).version();
        FormDefinition one = version(code, before == 0 ? older : before);
        FormDefinition two = version(code, after == 0 ? newest : after);
        return new PageView(
                "form/build/compare",
                new ComparePage(one, two, versions, new DifferenceList(FormDifferences.between(one, two))));
    }

    private FormDefinition version(String code, int version) {
        return definitions
                .version(code, version)
                .orElseThrow(() -> Problem.of("form/no-such-form", 404, code).exception());
    }
}
