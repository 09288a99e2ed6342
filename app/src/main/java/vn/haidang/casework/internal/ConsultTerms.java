package vn.haidang.casework.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Role;
import vn.haidang.worktime.LegalDuration;

/**
 * What a step asks of other units as soon as it is reached.
 *
 * @param units {@code competent}, {@code receiving} or keys of units, each asked once
 * @param role who answers there
 * @param due how long they have
 * @param basis on what silence counts as consent; never null then
 */
public record ConsultTerms(
        String question,
        List<String> units,
        Role role,
        Join join,
        LegalDuration due,
        Silence silence,
        @Nullable String basis) {

    /** What comes to an end without an answer. */
    public enum Silence {
        /** The case waits on. */
        WAIT,
        /** Whoever is silent agrees. */
        CONSENT,
        /** The question goes one step up. */
        ESCALATE;

        static Silence of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which kind of rule joins the answers; as it stands in the table. */
    public enum Rule {
        ALL,
        FIRST,
        SOME
    }

    /**
     * When there are answers enough.
     *
     * @param some how many for {@link Rule#SOME}
     */
    public record Join(Rule rule, int some) {

        public static final Join ALL = new Join(Rule.ALL, 0);
        public static final Join FIRST = new Join(Rule.FIRST, 1);

        /** {@code all}, {@code first} or a number. */
        static Join of(String code) {
            return switch (code) {
                case "all" -> ALL;
                case "first" -> FIRST;
                default -> new Join(Rule.SOME, Integer.parseInt(code));
            };
        }

        public String code() {
            return rule == Rule.SOME ? String.valueOf(some) : rule.name().toLowerCase(Locale.ROOT);
        }

        /** How many answers of so many asked. */
        public int needed(int asked) {
            return switch (rule) {
                case ALL -> asked;
                case FIRST -> 1;
                case SOME -> Math.min(some, asked);
            };
        }
    }

    public ConsultTerms {
        units = List.copyOf(units);
    }

    static List<String> units(String written) {
        return Arrays.stream(written.split(";"))
                .map(String::strip)
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .toList();
    }

    String writtenUnits() {
        return String.join(";", units);
    }
}
