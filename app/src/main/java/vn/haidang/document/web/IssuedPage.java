package vn.haidang.document.web;

import java.util.List;
import java.util.Map;
import vn.haidang.document.internal.WithdrawnRows;
import vn.haidang.organization.UnitId;

/**
 * What was issued.
 *
 * @param number as typed to look for
 * @param issuers names of the units
 */
public record IssuedPage(String number, List<WithdrawnRows.Line> documents, Map<UnitId, String> issuers) {

    public boolean full() {
        return documents.size() >= WithdrawnRows.MOST;
    }
}
