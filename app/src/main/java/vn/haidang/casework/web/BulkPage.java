package vn.haidang.casework.web;

import java.util.List;
import vn.haidang.casework.internal.BulkRuns;
import vn.haidang.casework.internal.WorkItem;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * Before many items are given to somebody or completed: which, and to whom or how.
 *
 * @param chosen as they are sent on
 * @param options persons, or outcomes that every item offers
 * @param value the option chosen before, empty for none
 * @param back where the list was
 */
public record BulkPage(
        BulkRuns.BulkAct act,
        List<WorkItem> items,
        List<String> chosen,
        List<Option> options,
        String value,
        String back,
        List<FieldError> errors) {}
