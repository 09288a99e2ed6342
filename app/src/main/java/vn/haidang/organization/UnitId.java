package vn.haidang.organization;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A unit of the administration during its life; the same statistical code later names another unit. */
public record UnitId(UUID value) {

    private static final UUID NAMESPACE = UUID.fromString("6f1b2d3e-5f0a-5c1e-9b3d-68616964616e");

    /** The unit of a key in the reference data, for example {@code commune-11581-c}. */
    public static UnitId ofKey(String key) {
        return new UnitId(UuidCreator.getNameBasedSha1(NAMESPACE, key));
    }
}
