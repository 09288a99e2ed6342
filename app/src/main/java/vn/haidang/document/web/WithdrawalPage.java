package vn.haidang.document.web;

import java.util.List;
import vn.haidang.document.internal.WithdrawnRows;
import vn.haidang.ui.FieldError;

/**
 * One document as its issuer sees it.
 *
 * @param reason as typed
 * @param replacement as typed
 */
public record WithdrawalPage(
        WithdrawnRows.Line document, String issuer, String reason, String replacement, List<FieldError> errors) {}
