package vn.haidang.casework.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseSummary;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * A new piece of work.
 *
 * @param parent the case it is for, null for work of its own
 * @param titled the title of that case as the reader sees it
 */
public record SubCasePage(
        @Nullable CaseSummary parent,
        Titled titled,
        SubCaseForm form,
        List<Option> units,
        List<Option> procedures,
        List<FieldError> errors) {

    public String back() {
        return parent == null ? "/desk" : "/desk/cases/" + parent.id().value();
    }

    public String action() {
        return parent == null ? "/desk/work" : back() + "/cases";
    }

    public String title(Screen screen) {
        return screen.say(parent == null ? "casework.own-work.new" : "casework.sub-case.new");
    }

    public List<Option> relations(Screen screen) {
        return Stream.of("blocks", "beside")
                .map(code -> new Option(code, screen.say("casework.sub-case.relation." + code), ""))
                .toList();
    }

    public List<Option> measures(Screen screen) {
        return Stream.of("wd", "d")
                .map(code -> new Option(code, screen.say("casework.sub-case.measure." + code), ""))
                .toList();
    }
}
