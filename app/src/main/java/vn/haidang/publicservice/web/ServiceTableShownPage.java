package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.Part;

/**
 * A table of services before it is saved.
 *
 * @param json the lines, to come back unchanged
 * @param token stands for what was shown; saving asks for it again
 * @param meanwhile whether what was shown first is not so any more
 */
public record ServiceTableShownPage(List<Row> rows, String json, String token, boolean meanwhile) {

    /** What a line would do. */
    public enum Effect {
        FOUNDS,
        CHANGES,
        NOTHING
    }

    /** One service, with what would change for the ways to hand it in. */
    public record Row(String code, String name, Effect effect, List<Part> missing, List<WayChange> ways) {}

    public long count(Effect effect) {
        return rows.stream().filter(row -> row.effect() == effect).count();
    }
}
