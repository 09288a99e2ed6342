package vn.haidang.publicservice.web.own;

import java.util.List;
import vn.haidang.publicservice.internal.own.DataRequestRows.DataRequest;
import vn.haidang.publicservice.internal.own.ErasureRows;

/**
 * A request as whoever answers it sees it.
 *
 * @param extendable whether it may still be put off by this reader
 * @param rules what will be deleted and what stays if a request to delete is granted; empty for another
 * @param outcomes what was deleted and what stayed
 */
public record DataRequestPage(
        DataRequest request, boolean extendable, List<ErasureRows.Rule> rules, List<ErasureRows.Outcome> outcomes) {}
