package vn.haidang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.Fingerprint;
import vn.haidang.casework.internal.RoleUses;
import vn.haidang.identity.RoleWithdrawal;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;

/** Tells which procedures and how much open work speak of a role that is to be withdrawn. */
@Component
class NamedRole implements Consequence<RoleWithdrawal> {

    private final RoleUses uses;

    NamedRole(RoleUses uses) {
        this.uses = uses;
    }

    @Override
    public Class<RoleWithdrawal> change() {
        return RoleWithdrawal.class;
    }

    @Override
    public Outlook outlook(RoleWithdrawal change, HttpServletRequest request) {
        var page = new NamedRolePage(uses.procedures(change.role()), uses.openItems(change.role()));
        return page.nothing()
                ? Outlook.NOTHING
                : new Outlook(
                        page.procedures().size() + page.items(),
                        Fingerprint.of(page),
                        new Fragment("casework/namedRole", page));
    }

    @Override
    public void settle(RoleWithdrawal change, boolean move, HttpServletRequest request) {
        // only a role that nothing speaks of is withdrawn
    }
}
