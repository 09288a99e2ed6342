package vn.haidang.identity.web.staff;

import java.util.Locale;
import vn.haidang.identity.internal.staff.RoleEnd;
import vn.haidang.ui.Foreseen;

/**
 * The end of a role before it is saved.
 *
 * @param possible whether it can be saved: nobody holds the role, and nothing speaks of it
 * @param seats how many empty seats end with it
 * @param meanwhile whether what was shown first is not so any more
 */
public record RoleEndPage(
        String code,
        String name,
        boolean held,
        boolean possible,
        int seats,
        Foreseen foreseen,
        String token,
        boolean meanwhile) {

    static RoleEndPage of(RoleEnd.Proposal proposal, boolean meanwhile, StaffWords words, Locale locale) {
        return new RoleEndPage(
                proposal.role().code(),
                words.role(proposal.role(), locale),
                proposal.held(),
                proposal.possible(),
                proposal.seats().size(),
                proposal.foreseen(),
                proposal.token(),
                meanwhile);
    }
}
