package vn.haidang.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Tier;

/**
 * What one document wants of an indicator by the end of a year.
 *
 * @param value null for a target that is only reached or not
 * @param universe of a rank: among how many it was set, null where that does not matter
 * @param notComparable why no value of ours may be compared with it, null where one may
 */
public record Target(
        PlanDocument document,
        String indicator,
        Level level,
        int year,
        Operator operator,
        @Nullable BigDecimal value,
        String unit,
        @Nullable Integer universe,
        @Nullable NotComparable notComparable,
        @Nullable String note,
        String source,
        Confidence confidence) {

    /** Whose work a target is about. */
    public enum Level {
        /** The whole area, all tiers together. */
        AREA(null),
        CITY(Tier.CITY),
        DISTRICT(Tier.DISTRICT),
        COMMUNE(Tier.COMMUNE);

        private final @Nullable Tier tier;

        Level(@Nullable Tier tier) {
            this.tier = tier;
        }

        /** The tier whose units count, null for all. */
        public @Nullable Tier tier() {
            return tier;
        }
    }

    /** How a value is held against the target. */
    public enum Operator {
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        /** All of them: nothing beyond is possible. */
        EXACTLY("="),
        YES("yes");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** @throws IllegalArgumentException for a sign that is none */
        public static Operator of(String sign) {
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(sign);
        }

        /** Whether more is better, so that a straight line leads to the target. */
        public boolean rising() {
            return this == AT_LEAST || this == ABOVE || this == EXACTLY;
        }
    }

    /** A reason, in both languages. */
    public record NotComparable(String vi, String en) {
        public String in(boolean english) {
            return english ? en : vi;
        }
    }

    /** Whether a value reaches it; never for a target without value. */
    public boolean reachedBy(BigDecimal reached) {
        if (value == null) {
            return false;
        }
        int compared = reached.compareTo(value);
        return switch (operator) {
            case AT_LEAST, EXACTLY -> compared >= 0;
            case ABOVE -> compared > 0;
            case AT_MOST -> compared <= 0;
            case YES -> false;
        };
    }

    /** The day from which a straight line leads to the target: when it was issued, else the first day of its year. */
    public LocalDate start() {
        LocalDate issued = document.issuedOn();
        return issued != null ? issued : LocalDate.of(year, 1, 1);
    }

    /** The last day of its year. */
    public LocalDate due() {
        return LocalDate.of(year, 12, 31);
    }
}
