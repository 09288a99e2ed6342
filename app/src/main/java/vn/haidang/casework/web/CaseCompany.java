package vn.haidang.casework.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Consult;
import vn.haidang.casework.internal.SubCaseRows;
import vn.haidang.casework.internal.VisitClocks;
import vn.haidang.casework.spi.SupplementPapers;
import vn.haidang.organization.UnitId;

/**
 * What goes along with a case.
 *
 * @param parent the case it was opened for, null when none
 * @param subCases those opened for it
 * @param unitNames of the units that do something beside its steps
 * @param papers those that can be named as missing
 */
record CaseCompany(
        List<Consult> consults,
        SubCaseRows.@Nullable SubCase parent,
        List<SubCaseRows.SubCase> subCases,
        Map<UnitId, String> unitNames,
        VisitClocks.View clocks,
        List<SupplementPapers.Named> papers,
        Titled titled) {}
