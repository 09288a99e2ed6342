package vn.haidang.worktime.web;

import java.util.List;
import vn.haidang.organization.Unit;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/** Which hours a unit keeps, to be declared. */
public record UnitHoursPage(UnitForm form, List<Unit> units, List<String> codes, List<FieldError> errors) {

    public List<Option> units(Screen screen) {
        return units.stream()
                .map(unit -> Option.of(unit.key(), screen.english() ? unit.nameEn() : unit.name()))
                .toList();
    }

    public List<Option> hours() {
        return codes.stream().map(code -> Option.of(code, code)).toList();
    }
}
