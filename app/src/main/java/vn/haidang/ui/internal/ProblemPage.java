package vn.haidang.ui.internal;

import vn.haidang.ui.Problem;

/**
 * What the problem page shows.
 *
 * @param reference what the log has the details under, empty when there are none
 */
public record ProblemPage(Problem problem, String reference) {}
