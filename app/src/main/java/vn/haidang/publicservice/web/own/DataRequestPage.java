package vn.haidang.publicservice.web.own;

import vn.haidang.publicservice.internal.own.DataRequestRows.DataRequest;

/**
 * A request as whoever answers it sees it.
 *
 * @param extendable whether it may still be put off by this reader
 */
public record DataRequestPage(DataRequest request, boolean extendable) {}
