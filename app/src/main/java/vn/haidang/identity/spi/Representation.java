package vn.haidang.identity.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.MandateId;

/** Knows for whom an account may act besides itself. One statement each; asked with every request that acts for another. */
public interface Representation {

    /** All rights to act for others that stand on this day, by law first, then by name. */
    List<Mandate> of(AccountId account, LocalDate day);

    /** One of them; empty when it is revoked, has ended, has not begun, or is somebody else's. */
    Optional<Mandate> find(AccountId account, MandateId mandate, LocalDate day);
}
