package vn.haidang.document.web;

import vn.haidang.document.internal.SigningRuns;

/** How far a run is. */
public record SigningRunPage(SigningRuns.Progress progress) {}
