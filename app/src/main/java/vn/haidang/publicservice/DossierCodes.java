package vn.haidang.publicservice;

import java.time.LocalDate;
import vn.haidang.organization.UnitId;

/**
 * Gives dossier codes. The pattern of Circular 03/2025/TT-VPCP is not established, so it can be exchanged; whoever reads a code
 * takes it as opaque.
 */
public interface DossierCodes {

    /** The next code of a receiving unit on a day, in the caller's transaction: the code of a rolled-back act is used again. */
    String next(UnitId unit, LocalDate day);
}
