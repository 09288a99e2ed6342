package vn.haidang.organization.web;

import java.util.List;
import vn.haidang.organization.Unit;
import vn.haidang.ui.Foreseen;

/**
 * Weights before they are saved, with what they would move.
 *
 * @param unchanged how many divided units are weighed like this already
 * @param json the lines, to come back unchanged
 * @param token says whether what was shown is still what moves
 * @param meanwhile whether what was shown first is not so any more
 */
public record WeighingPage(
        List<Divided> divided, int unchanged, String json, String token, Foreseen foreseen, boolean meanwhile) {

    /** A unit with what is declared for it, in per cent; {@code before} is empty where nothing was. */
    public record Divided(Unit unit, List<Share> shares, String basis, String source) {}

    /** One part. */
    public record Share(Unit to, String before, String after) {}
}
