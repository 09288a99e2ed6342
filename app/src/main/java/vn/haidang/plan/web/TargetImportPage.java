package vn.haidang.plan.web;

import java.util.List;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.FieldError;

/** Handing in a table of targets. */
public record TargetImportPage(List<String> columns, String file, List<Refusal> refusals, List<FieldError> errors) {}
