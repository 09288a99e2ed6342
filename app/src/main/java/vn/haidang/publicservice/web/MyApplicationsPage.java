package vn.haidang.publicservice.web;

import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.ui.Slice;

/** One's own applications. */
public record MyApplicationsPage(Slice<ApplicationSummary> applications) {}
