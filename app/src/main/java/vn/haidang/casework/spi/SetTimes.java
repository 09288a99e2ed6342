package vn.haidang.casework.spi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.LegalDuration;

/**
 * Times within which another module promises answers, set by administrators where they set clock rules. What they set is in
 * {@code casework.pub_declared_clock_rule}; the module says what it was shipped with and what holds when.
 */
public interface SetTimes {

    /** Names of the rules, as shown; none is a name of casework's own. */
    List<String> rules();

    /** The message that names a rule. */
    String key(String rule);

    /** Every rule with every time it has, by time. */
    List<SetTime> all();

    /**
     * By when a request is acknowledged and answered.
     *
     * @param least lower end of a span, null where there is one time
     * @param most within which it is answered
     * @param extension how much longer that may be put off, in the unit of {@code most}
     */
    record Answer(
            LegalDuration acknowledge, @Nullable LegalDuration least, LegalDuration most, LegalDuration extension) {}

    /**
     * One rule for a time.
     *
     * @param notice in words, empty for none
     * @param validTo the first day on which it does not hold any more, null for none
     * @param reason why an administrator set it, null for what was shipped
     */
    record SetTime(
            String rule,
            Answer answer,
            String notice,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence,
            @Nullable String reason) {}
}
