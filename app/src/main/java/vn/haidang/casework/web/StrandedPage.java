package vn.haidang.casework.web;

import java.util.List;
import vn.haidang.casework.internal.UnitMoves;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * The cases of units that ended, for somebody to say who takes them.
 *
 * @param all every unit that lives, for those whose successor is not established
 * @param done whether one was just moved
 */
public record StrandedPage(List<UnitMoves.Stranded> cases, List<Option> all, boolean done) {

    public List<Option> candidates(UnitMoves.Stranded stranded, Screen screen) {
        return stranded.candidates().isEmpty()
                ? all
                : stranded.candidates().stream()
                        .map(unit ->
                                Option.of(unit.id().value().toString(), screen.english() ? unit.nameEn() : unit.name()))
                        .toList();
    }
}
