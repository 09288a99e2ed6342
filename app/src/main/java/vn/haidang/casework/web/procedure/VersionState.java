package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.Locale;
import vn.haidang.casework.internal.Procedure;

/** Where a version stands on a day. */
public enum VersionState {
    DRAFT("amber"),
    PLANNED("blue"),
    IN_FORCE("green"),
    SUPERSEDED("grey");

    private final String colour;

    VersionState(String colour) {
        this.colour = colour;
    }

    static VersionState of(Procedure version, LocalDate day) {
        LocalDate from = version.validFrom();
        LocalDate to = version.validTo();
        if (from == null) {
            return DRAFT;
        }
        if (from.isAfter(day)) {
            return PLANNED;
        }
        return to != null && !to.isAfter(day) ? SUPERSEDED : IN_FORCE;
    }

    public String colour() {
        return colour;
    }

    public String key() {
        return "casework.version." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
