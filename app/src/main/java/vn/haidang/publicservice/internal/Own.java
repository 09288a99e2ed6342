package vn.haidang.publicservice.internal;

import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.PublicServiceProblems;

/** Whose things a reader may touch here: their own. */
final class Own {

    private Own() {}

    /** Somebody who is not signed in owns nothing, and is told the same as about an id that does not exist. */
    static AccountId account(Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw PublicServiceProblems.noSuchApplication();
        }
        return account;
    }
}
