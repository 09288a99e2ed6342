package vn.haidang.casework.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;

/** Who somebody is, for the timeline. */
@Component
class Names {

    private final Accounts accounts;

    Names(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The name of an actor; empty for the machine and for strangers. */
    String of(Actor actor, @Nullable PartyId applicant, String applicantName) {
        UUID id = actor.id();
        if (id == null) {
            return "";
        }
        AccountId account = new AccountId(id);
        return applicant != null && applicant.is(account)
                ? applicantName
                : accounts.find(account).map(Accounts.Account::displayName).orElse("");
    }

    /** The actor as a reader, where the first step asks a handler; nobody else needs one. */
    Reader reader(Procedure procedure, Actor actor) {
        UUID id = actor.id();
        return procedure.first().handler() == null || id == null
                ? Reader.ANONYMOUS
                : accounts.reader(new AccountId(id));
    }
}
