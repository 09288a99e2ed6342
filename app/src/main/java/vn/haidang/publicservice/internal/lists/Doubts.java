package vn.haidang.publicservice.internal.lists;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.reference.Folding;

/** What is doubtful in a published time or fee. Nothing is corrected: what a source does not establish stays so. */
final class Doubts {

    /** No fee of the State is so low; the amount stands in thousands, or is a slip. */
    private static final long LOWEST_FEE = 1000;

    private static final Pattern TIME =
            Pattern.compile("[0-9]+([.,][0-9]+)? (ngay lam viec|ngay|gio lam viec|gio|phut|tuan|thang|nam)");
    private static final Pattern NUMBER_ONLY = Pattern.compile("[0-9]+([.,][0-9]+)?( \\(.*\\))?");

    private Doubts() {}

    /** The message that says what is doubtful about a time, or about one of several between bars. */
    static Optional<String> ofTime(@Nullable String time) {
        if (time == null || time.isBlank()) {
            return Optional.of("publicservice.intake.no-time");
        }
        var parts = List.of(Folding.fold(time).split("\\|"));
        if (parts.stream().anyMatch(part -> NUMBER_ONLY.matcher(part.strip()).matches())) {
            return Optional.of("publicservice.intake.no-unit");
        }
        return parts.stream().allMatch(part -> TIME.matcher(part.strip()).matches())
                ? Optional.empty()
                : Optional.of("publicservice.intake.odd-time");
    }

    static boolean lowFee(@Nullable Long vnd) {
        return vnd != null && vnd > 0 && vnd < LOWEST_FEE;
    }
}
