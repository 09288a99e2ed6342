package vn.haidang.publicservice.web.own;

import java.util.List;
import vn.haidang.publicservice.internal.once.CorrectionRows;
import vn.haidang.publicservice.internal.own.DataRequestRows;

/** What one asked about one's data, and what one had corrected. */
public record RequestsPage(
        boolean personal, List<DataRequestRows.Standing> requests, List<CorrectionRows.Standing> corrections) {}
