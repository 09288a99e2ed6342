package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.spi.SetTimes;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.LegalDuration;

/**
 * What the clock does by itself, where an authority has set it: nothing is closed by a number that nobody decided. What administrators
 * set at {@link ClockRuleDesk} wins over the table from its day on.
 */
@Component
public class ClockRules implements Importer {

    /** How long an applicant who was asked for more may stay silent. */
    static final String SILENCE = "silence";

    /** How long before the end of the time limit an apology is due. */
    static final String APOLOGY = "apology";

    /** How long before an applicant's silence ends their case they are told; as full a time later where they were not. */
    static final String SILENCE_WARNING = "silence-warning";

    /** How long before the silence of a unit that was asked takes effect it is told. */
    static final String CONSULT_WARNING = "consult-warning";

    /** How often an applicant may be told that it will be late and given a new day. */
    static final String EXTENSIONS = "extensions";

    /**
     * One rule that lasts.
     *
     * @param notice why, in words; of silence as the applicant reads it
     */
    record ClockRule(LegalDuration duration, String notice, String source) {}

    /**
     * One rule as it is kept.
     *
     * @param duration null for one that counts or answers
     * @param times null for one that lasts or answers
     * @param answer null for what the clock of a case does by itself
     * @param validTo the first day on which it does not hold any more, null for none
     * @param reason why an administrator set it, null for one of the table
     */
    public record Kept(
            String rule,
            @Nullable LegalDuration duration,
            @Nullable Integer times,
            SetTimes.@Nullable Answer answer,
            String notice,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence,
            @Nullable String reason) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
        }
    }

    private record Row(
            String rule,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String duration,
            @Nullable Integer times,
            String notice,
            String source,
            String confidence) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClockRules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ClockRule> on(String rule, LocalDate day) {
        return jdbc.sql("""
                        select duration, notice, source from casework.clock_rule_in_force
                        where rule = :rule and validity @> cast(:day as date)
                        """)
                .param("rule", rule)
                .param("day", day)
                .query((row, number) -> new ClockRule(
                        LegalDuration.parse(row.getString("duration")),
                        row.getString("notice"),
                        row.getString("source")))
                .optional();
    }

    /** How often a new day may be given; empty where nothing is set, and then none may. */
    Optional<CaseClock.Cap> cap(LocalDate day) {
        return jdbc.sql("""
                        select times, notice, source, confidence from casework.clock_rule_in_force
                        where rule = :rule and validity @> cast(:day as date)
                        """)
                .param("rule", EXTENSIONS)
                .param("day", day)
                .query((row, number) -> new CaseClock.Cap(
                        row.getInt("times"),
                        row.getString("notice"),
                        row.getString("source"),
                        row.getString("confidence")))
                .optional();
    }

    /** All that the clock of a case does by itself, by name and time. */
    public List<Kept> all() {
        return jdbc.sql("""
                        select rule, duration, times, notice, lower(validity) as valid_from, upper(validity) as valid_to, source,
                          confidence, reason
                        from casework.clock_rule_in_force order by rule, lower(validity)
                        """)
                .query((row, number) -> {
                    String duration = row.getString("duration");
                    return new Kept(
                            row.getString("rule"),
                            duration == null ? null : LegalDuration.parse(duration),
                            row.getObject("times", Integer.class),
                            null,
                            row.getString("notice"),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class),
                            row.getString("source"),
                            row.getString("confidence"),
                            row.getString("reason"));
                })
                .list();
    }

    /** Whether it says how often, instead of how long. */
    public static boolean counts(String rule) {
        return rule.equals(EXTENSIONS);
    }

    /** All that the clock of a case does by itself. */
    public static List<String> names() {
        return List.of(APOLOGY, EXTENSIONS, SILENCE, SILENCE_WARNING, CONSULT_WARNING);
    }

    @Override
    public String table() {
        return "casework/clock_rule";
    }

    @Override
    public List<String> columns() {
        return List.of("rule", "duration", "notice", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("times");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from casework.clock_rule").update();
        jdbc.sql("""
                insert into casework.clock_rule (rule, validity, duration, times, notice, source, confidence)
                select l.rule, daterange(l."validFrom", l."validTo"), l.duration, l.times, l.notice, l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(rule text, "validFrom" date, "validTo" date, duration text,
                  times int, notice text, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(ClockRules::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        String rule = row.oneOf("rule", Set.copyOf(names()));
        boolean counts = counts(rule);
        return new Row(
                rule,
                validity.from(),
                validity.to(),
                counts ? null : duration(row),
                counts ? times(row) : null,
                row.text("notice"),
                row.text("source"),
                row.confidence());
    }

    private static String duration(ReferenceRow row) {
        String duration = row.text("duration");
        if (!isDuration(duration)) {
            row.refuse("duration", "casework.refused.clock-duration", duration);
        }
        return duration;
    }

    private static int times(ReferenceRow row) {
        int times = row.integer("times");
        if (times < 0) {
            row.refuse("times", "casework.refused.clock-times", times);
        }
        return times;
    }

    private static boolean isDuration(String text) {
        try {
            return !LegalDuration.parse(text).code().isEmpty();
        } catch (RuntimeException none) {
            return false;
        }
    }
}
