package vn.haidang.identity.web;

import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.Grants;

/** Where somebody stands who signed in and wanted to go nowhere in particular: the first page of their work that they may open. */
@Component
class FirstPlace {

    private final Accounts accounts;
    private final Grants grants;

    FirstPlace(Accounts accounts, Grants grants) {
        this.accounts = accounts;
        this.grants = grants;
    }

    String of(AccountId account) {
        return of(accounts.reader(account));
    }

    String of(Reader reader) {
        if (grants.permit(reader, "casework/inbox")) {
            return "/desk";
        }
        return grants.permit(reader, "identity/administer") ? "/admin/officials" : "/my";
    }
}
