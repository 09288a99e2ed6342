package vn.haidang.publicservice;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One version of a service in its history.
 *
 * @param from first day on which it holds, null where it held from the beginning
 * @param to first day on which it does not hold any more, null while no end is known
 */
public record VersionLine(
        String code,
        int version,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        State state) {

    public enum State {
        PLANNED,
        IN_FORCE,
        SUPERSEDED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
