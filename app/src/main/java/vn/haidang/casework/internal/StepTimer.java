package vn.haidang.casework.internal;

import vn.haidang.worktime.LegalDuration;

/**
 * What the machine does when nobody did anything for so long.
 *
 * @param outcome the way out it takes
 */
public record StepTimer(LegalDuration after, String outcome) {}
