package vn.haidang.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Unit;
import vn.haidang.ui.Option;

/**
 * A form about units.
 *
 * @param typed what was typed and what is wrong with it
 * @param unit the unit it is about, null for a new one
 * @param choices units to choose from
 * @param choicesEn the same in English
 */
public record UnitForms(Typed typed, @Nullable Unit unit, List<Option> choices, List<Option> choicesEn) {

    /** Targets of a reorganisation that one page offers. */
    public static final int TARGETS = 4;

    public List<String> kinds() {
        return UnitChoice.KINDS;
    }

    public int targets() {
        return TARGETS;
    }
}
