package vn.haidang.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;

/**
 * One page of the records behind a number, newest first, as one reader may see them.
 *
 * @param newer the place that newer records stand before, null where there are none
 * @param older the place that older records stand after, null where there are none
 */
public record Evidence(
        List<Row> rows, @Nullable String newer, @Nullable String older) {

    public static final Evidence NONE = new Evidence(List.of(), null, null);

    /**
     * One record.
     *
     * @param label what the reader may see of it, for example the code of a dossier
     * @param path where it opens, null where this reader may not open it
     * @param inNumerator whether it also counts above the line
     */
    public record Row(
            UnitId unit,
            LocalDate day,
            String label,
            @Nullable String path,
            boolean inNumerator) {}

    /** A record and where it stands among all. */
    public record Placed(Row row, String place) {}

    public Evidence {
        rows = List.copyOf(rows);
    }

    /**
     * Of what was found for a page, in the order in which it was asked for.
     *
     * @param found one more than the page holds, where there is one more
     */
    public static Evidence of(List<Placed> found, EvidencePage page) {
        boolean more = found.size() > page.size();
        var shown = new ArrayList<>(more ? found.subList(0, page.size()) : found);
        if (shown.isEmpty()) {
            return NONE;
        }
        if (page.backwards()) {
            Collections.reverse(shown);
        }
        boolean newer = page.backwards() ? more : page.place() != null;
        boolean older = page.backwards() || more;
        return new Evidence(
                shown.stream().map(Placed::row).toList(),
                newer ? shown.getFirst().place() : null,
                older ? shown.getLast().place() : null);
    }
}
