package vn.haidang.worktime;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which a time runs when those it began in have ended: theirs until a day, others from then on. Written as one code,
 * {@code coast>2025-07-01=standard}, which a calendar understands like any other, so that what was reckoned before that day stays so.
 */
public final class HoursInTurn {

    private static final String NEXT = ">";
    private static final String IS = "=";
    private static final Pattern CHANGES = Pattern.compile(NEXT);

    private HoursInTurn() {}

    /** The code of these hours until before a day and of others from then on. */
    public static String then(String hours, LocalDate from, String next) {
        return hours + NEXT + from + IS + next;
    }

    /** The plain code of the last ones. */
    public static String last(String hours) {
        return hours.substring(Math.max(hours.lastIndexOf(NEXT), hours.lastIndexOf(IS)) + 1);
    }

    static boolean is(String code) {
        return code.contains(NEXT);
    }

    /** Of an older calendar that does not know later ones yet, the hours without them. Null where the first are not known. */
    static @Nullable OfficeHours read(String code, Function<String, @Nullable OfficeHours> known) {
        String[] parts = CHANGES.split(code, -1);
        OfficeHours hours = known.apply(parts[0]);
        for (int i = 1; hours != null && i < parts.length; i++) {
            int is = parts[i].indexOf(IS);
            OfficeHours next = known.apply(parts[i].substring(is + 1));
            hours = next == null ? hours : hours.then(next, LocalDate.parse(parts[i].substring(0, is)), code);
        }
        return hours;
    }
}
