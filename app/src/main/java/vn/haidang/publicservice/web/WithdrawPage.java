package vn.haidang.publicservice.web;

import vn.haidang.publicservice.ApplicationSummary;

/** Asks once more before an application is withdrawn. */
public record WithdrawPage(ApplicationSummary summary) {}
