package vn.haidang.organization.web;

import java.util.List;
import vn.haidang.organization.Unit;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.FieldError;

/**
 * Weights as a table: every divided unit without weights, and the file to hand in.
 *
 * @param wanting lines to fill in, as the file has them
 */
public record WeightTablePage(
        List<String> columns,
        List<Unit> divided,
        List<String> wanting,
        String file,
        List<Refusal> refusals,
        List<FieldError> errors) {}
