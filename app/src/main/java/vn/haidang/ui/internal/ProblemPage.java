package vn.haidang.ui.internal;

import vn.haidang.ui.Problem;

/**
 * What the problem page shows.
 *
 * @param reference what the log has the details under, empty when there are none
 * @param back where the sender of something too large came from, empty where that is not known
 */
public record ProblemPage(Problem problem, String reference, String back) {}
