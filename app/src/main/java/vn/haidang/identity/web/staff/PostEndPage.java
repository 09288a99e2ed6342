package vn.haidang.identity.web.staff;

import vn.haidang.identity.internal.staff.PostDesk;

/**
 * The end of a post before it is saved.
 *
 * @param meanwhile whether what was shown first is not so any more
 */
public record PostEndPage(PostDesk.Proposal proposal, String unit, String role, boolean meanwhile) {}
