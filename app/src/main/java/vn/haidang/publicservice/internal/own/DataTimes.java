package vn.haidang.publicservice.internal.own;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.spi.SetTimes;
import vn.haidang.worktime.LegalDuration;

/** By when requests about personal data are answered, for administrators to set where they set clock rules. */
@Component
class DataTimes implements SetTimes {

    /** Before the code of a right; view publicservice.data_right_in_force takes it away. */
    private static final String PREFIX = "data-";

    private final JdbcClient jdbc;

    DataTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> rules() {
        return DataTerms.CODES.stream().sorted().map(right -> PREFIX + right).toList();
    }

    @Override
    public String key(String rule) {
        return "publicservice.data-right." + rule.substring(PREFIX.length());
    }

    @Override
    public List<SetTime> all() {
        return jdbc.sql("""
                        select code, acknowledge, least, most, extension, coalesce(notice, '') as notice,
                          lower(valid) as valid_from, upper(valid) as valid_to, source, confidence, reason
                        from publicservice.data_right_in_force order by code, lower(valid)
                        """)
                .query((row, number) -> new SetTime(
                        PREFIX + row.getString("code"),
                        new Answer(
                                LegalDuration.parse(row.getString("acknowledge")),
                                optional(row.getString("least")),
                                LegalDuration.parse(row.getString("most")),
                                LegalDuration.parse(row.getString("extension"))),
                        row.getString("notice"),
                        Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("source"),
                        row.getString("confidence"),
                        row.getString("reason")))
                .list();
    }

    private static @Nullable LegalDuration optional(@Nullable String code) {
        return code == null ? null : LegalDuration.parse(code);
    }
}
