package vn.haidang.indicator.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.internal.VersionDesk.Draft;
import vn.haidang.ui.Screen;

/**
 * The draft of an indicator with what it would move.
 *
 * @param meanwhile whether something changed since it was shown
 */
public record VersionDraftPage(Indicator last, Optional<Draft> draft, boolean meanwhile) {

    /** What a version is reckoned from, in words. */
    public static String made(Indicator indicator, Screen screen) {
        return indicator.components().isEmpty()
                ? screen.say("indicator.admin.index")
                : String.join(
                        " / ",
                        indicator.components().stream()
                                .map(component -> screen.say(Words.componentKey(indicator, component)))
                                .toList());
    }

    /** As the draft would have it, where it is the one drafted. */
    public Indicator as(Indicator indicator) {
        return draft.map(Draft::after)
                .filter(after -> after.code().equals(indicator.code()))
                .orElse(indicator);
    }

    public static String value(@Nullable BigDecimal value, Indicator indicator, Screen screen) {
        return value == null ? "–" : Words.number(value, indicator, screen);
    }
}
