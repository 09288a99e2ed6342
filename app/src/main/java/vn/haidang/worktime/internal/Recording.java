package vn.haidang.worktime.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.worktime.WorkCalendar;

/** Which version of the calendar was recorded when. */
@Component
class Recording {

    private final JdbcClient jdbc;

    Recording(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int latestVersion() {
        return jdbc.sql("""
                        select coalesce(max(version), 0)
                        from worktime.calendar_version
                        """).query(Integer.class).single();
    }

    NavigableMap<Integer, Instant> moments() {
        NavigableMap<Integer, Instant> moments = new TreeMap<>();
        jdbc.sql("""
                        select version, recorded_at
                        from worktime.calendar_version
                        order by version
                        """).query(row -> {
            moments.put(
                    row.getInt("version"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        });
        return moments;
    }

    /** A row with the columns {@code from_version}, {@code to_version} and {@code dropped_at}. */
    <T> Known<T> known(ResultSet row, T value, @Nullable LocalDate since) throws SQLException {
        OffsetDateTime dropped = row.getObject("dropped_at", OffsetDateTime.class);
        return new Known<>(
                value,
                row.getInt("from_version"),
                row.getObject("to_version", Integer.class),
                since,
                dropped == null ? null : day(dropped));
    }

    private static LocalDate day(OffsetDateTime moment) {
        return LocalDate.ofInstant(moment.toInstant(), WorkCalendar.ZONE);
    }
}
