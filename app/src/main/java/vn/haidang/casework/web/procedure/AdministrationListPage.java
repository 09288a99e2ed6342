package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedureDrafts;

/** All procedures with their versions, and the drafts. */
public record AdministrationListPage(
        List<Line> procedures, List<ProcedureDrafts.Draft> drafts, LocalDate today, String done) {

    /**
     * One procedure.
     *
     * @param newest the version in force, else the newest there is
     */
    public record Line(Procedure newest, int versions, VersionState state, boolean draft) {}
}
