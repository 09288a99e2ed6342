package vn.haidang.document.internal.signing;

import java.util.UUID;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;

/** In whose name a key signs. */
public sealed interface Signatory {

    UUID id();

    /** As the certificate names it. */
    String name();

    /** An official, in person. */
    record Person(AccountId account, String name) implements Signatory {
        @Override
        public UUID id() {
            return account.value();
        }
    }

    /** An organisation, whose signature stands for its seal. */
    record Organisation(UnitId unit, String name) implements Signatory {
        @Override
        public UUID id() {
            return unit.value();
        }
    }
}
