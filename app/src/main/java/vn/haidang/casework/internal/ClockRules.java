package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.LegalDuration;

/** What the clock does by itself, where an authority has set it: nothing is closed by a number that nobody decided. */
@Component
class ClockRules implements Importer {

    /** How long an applicant who was asked for more may stay silent. */
    static final String SILENCE = "silence";

    /** How long before the end of the time limit an apology is due. */
    static final String APOLOGY = "apology";

    /** How long before an applicant's silence ends their case they are told; as full a time later where they were not. */
    static final String SILENCE_WARNING = "silence-warning";

    /** How long before the silence of a unit that was asked takes effect it is told. */
    static final String CONSULT_WARNING = "consult-warning";

    /**
     * One rule.
     *
     * @param notice why, in words; of silence as the applicant reads it
     */
    record ClockRule(LegalDuration duration, String notice, String source) {}

    private record Row(
            String rule,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String duration,
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
                        select duration, notice, source from casework.clock_rule
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

    @Override
    public String table() {
        return "casework/clock_rule";
    }

    @Override
    public List<String> columns() {
        return List.of("rule", "duration", "notice", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from casework.clock_rule").update();
        jdbc.sql("""
                insert into casework.clock_rule (rule, validity, duration, notice, source, confidence)
                select l.rule, daterange(l."validFrom", l."validTo"), l.duration, l.notice, l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(rule text, "validFrom" date, "validTo" date, duration text,
                  notice text, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(ClockRules::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        String duration = row.text("duration");
        if (!isDuration(duration)) {
            row.refuse("duration", "casework.refused.clock-duration", duration);
        }
        return new Row(
                row.oneOf("rule", Set.of(SILENCE, APOLOGY, SILENCE_WARNING, CONSULT_WARNING)),
                validity.from(),
                validity.to(),
                duration,
                row.text("notice"),
                row.text("source"),
                row.confidence());
    }

    private static boolean isDuration(String text) {
        try {
            return !LegalDuration.parse(text).code().isEmpty();
        } catch (RuntimeException none) {
            return false;
        }
    }
}
