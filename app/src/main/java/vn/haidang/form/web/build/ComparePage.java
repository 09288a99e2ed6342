package vn.haidang.form.web.build;

import java.util.List;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.internal.build.FormDraftRows;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/** Two versions of a form side by side, as far as they differ. */
public record ComparePage(
        FormDefinition before, FormDefinition after, List<FormDraftRows.Version> versions, DifferenceList differences) {

    public String back() {
        return FormDesk.PATH + "/" + after.code();
    }

    public String path() {
        return back() + "/compare";
    }

    public List<Option> choices(Screen screen) {
        return versions.stream()
                .map(version -> Option.of(
                        String.valueOf(version.version()), screen.say("form.build.version-of", version.version())))
                .toList();
    }
}
