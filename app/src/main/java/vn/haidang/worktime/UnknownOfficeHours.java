package vn.haidang.worktime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** No office hours are known under this code, or none for the time after this day: stopping is better than guessing. */
public final class UnknownOfficeHours extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    UnknownOfficeHours(String code, @Nullable LocalDate from) {
        super("No office hours known: " + code + (from == null ? "" : " from " + from));
        this.code = code;
    }

    public String code() {
        return code;
    }
}
