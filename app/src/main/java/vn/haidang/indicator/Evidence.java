package vn.haidang.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Slice;

/** The records behind one number, newest first, as one reader may see them. */
public record Evidence(Slice<Row> rows) {

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
}
