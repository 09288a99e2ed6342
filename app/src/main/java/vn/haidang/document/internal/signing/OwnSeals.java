package vn.haidang.document.internal.signing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;

/** The seals that organisations have given a picture of. */
public interface OwnSeals {

    /** The one that counts now; null where none was given. */
    @Nullable OwnSeal of(UnitId unit);

    /**
     * A seal as it is.
     *
     * @param id another picture has another one
     * @param png red on a transparent ground
     * @param width on paper, in millimetres
     */
    record OwnSeal(UUID id, byte[] png, int width) {}
}
