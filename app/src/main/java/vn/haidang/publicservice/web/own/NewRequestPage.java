package vn.haidang.publicservice.web.own;

import java.util.Comparator;
import java.util.List;
import vn.haidang.publicservice.internal.own.DataTerms;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/** A request as it is being written. */
public record NewRequestPage(
        List<DataTerms.Right> rights,
        String right,
        String words,
        List<Option> units,
        String unit,
        List<FieldError> errors) {

    public List<Option> options(Screen screen) {
        return rights.stream()
                .sorted(Comparator.comparing(each -> DataTerms.CODES.indexOf(each.code())))
                .map(each -> new Option(
                        each.code(),
                        screen.say("publicservice.right." + each.code()),
                        screen.say("publicservice.right." + each.code() + ".hint")))
                .toList();
    }
}
