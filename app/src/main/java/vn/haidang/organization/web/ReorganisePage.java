package vn.haidang.organization.web;

/**
 * Who ends, and what follows.
 *
 * @param names of the units that end, as far as they are known
 */
public record ReorganisePage(UnitForms form, String names) {}
