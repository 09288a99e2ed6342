package vn.haidang.casework.web.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedureDrafts;
import vn.haidang.casework.internal.ProcedurePictures;

/**
 * A draft as it would read in force.
 *
 * @param before the newest version, null when there is none
 */
public record DraftPage(
        ProcedureDrafts.Draft draft, @Nullable Procedure before, ProcedurePictures pictures) {

    public @Nullable ProcedureTable table() {
        Procedure procedure = draft.procedure();
        return procedure == null ? null : new ProcedureTable(procedure, pictures);
    }

    public @Nullable PictureView picture() {
        Procedure procedure = draft.procedure();
        return procedure == null ? null : PictureView.of(procedure, pictures);
    }

    public String path() {
        return "/admin/procedures/" + draft.code();
    }

    public List<RefusalLine> refusals() {
        return RefusalLine.of(draft.refusals());
    }
}
