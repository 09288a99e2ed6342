package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The made-up city has the cases that a city has: as many, as dense and of every kind. Its days are those of the city, not of the machine. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeDemoCityTests {

    /** A part of the whole; what is asked of it is asked in proportion. */
    private static final double SCALE = 0.3;

    private static final int CASES = (int) Math.round(3_300 * SCALE);
    private static final int OPEN = (int) Math.round(300 * SCALE);

    private static final String DAY = "2026-11-23T08:00:00+07:00";

    @TempDir
    static Path folder;

    private @Nullable ProgramProcess program;
    private @Nullable Connection city;

    @BeforeAll
    void make() throws IOException, SQLException {
        var started = ProgramProcess.start(Map.of(
                "HAIDANG_HOME",
                folder.resolve("city").toString(),
                "HAIDANG_PORT",
                "0",
                "HAIDANG_DEMO",
                Double.toString(SCALE),
                "HAIDANG_CLOCK",
                DAY));
        program = started;
        Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !started.isAlive() || started.words().contains("Haidang is ready"));
        assertThat(started.isAlive()).as(started.words()).isTrue();
        var at = Home.at(folder.resolve("city"));
        int port = EmbeddedDatabase.runningPort(at).orElseThrow();
        city = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.DATABASE,
                "postgres",
                at.secret("database-postgres"));
        try (var statement = city().createStatement()) {
            statement.execute("set time zone 'Asia/Ho_Chi_Minh'");
        }
    }

    @AfterAll
    void stop() throws SQLException {
        if (city != null) {
            city.close();
        }
        if (program != null) {
            program.close();
        }
    }

    @Test
    void hasAsManyFinishedAndOpenCasesAsItPromises() throws SQLException {
        assertThat(count("c.subject_type <> 'publicservice/feedback'")).isEqualTo(CASES);
        assertThat(count("c.status <> 'CLOSED'")).isBetween(OPEN * 85L / 100, OPEN * 115L / 100);
    }

    @Test
    void isThinSinceTheFirstOfOctoberAndDenseInTheLastTwelveMonths() throws SQLException {
        assertThat(one("select min(received_at)::date - date '2024-10-01' from casework.case_file"))
                .as("days from the beginning to the first case")
                .isBetween(0L, 21L);
        assertThat(texts("""
                select to_char(m.month, 'yyyy-mm') from generate_series(date '2024-10-01', date '2026-11-01', interval '1 month') m (month)
                where not exists (
                  select from casework.case_file c where c.received_at >= m.month and c.received_at < m.month + interval '1 month')
                """)).as("months without a case").isEmpty();
        var lately = count("c.received_at >= timestamptz '2025-11-23'");
        assertThat(lately * 100 / CASES)
                .as("per cent in the last twelve months")
                .isBetween(75L, 92L);
        assertThat(one("""
                select min(n.count) from (
                  select count(c.id) from generate_series(date '2025-12-01', date '2026-10-01', interval '1 month') m (month)
                  left join casework.case_file c on c.received_at >= m.month and c.received_at < m.month + interval '1 month'
                  group by m.month) n
                """)).as("cases in the thinnest month of these").isGreaterThan(CASES / 40);
    }

    @Test
    void knowsTheDistrictsUntilTheirEndAndThe114CommunesSince() throws SQLException {
        var tier = "exists (select from organization.unit u where u.id = c.competent_unit and u.tier = '%s')";
        assertThat(count(tier.formatted("DISTRICT") + " and c.received_at < date '2025-07-01'"))
                .isGreaterThan(CASES / 100);
        assertThat(count(tier.formatted("DISTRICT") + " and c.received_at >= date '2025-07-01'"))
                .isZero();
        assertThat(count(tier.formatted("COMMUNE") + " and c.received_at < date '2025-07-01'"))
                .isGreaterThan(CASES / 50);
        assertThat(one("""
                select count(distinct c.competent_unit) from casework.case_file c join organization.unit u on u.id = c.competent_unit
                where u.tier = 'COMMUNE' and upper_inf(u.valid)
                """)).as("communes of today with a case").isGreaterThan(100);
    }

    @Test
    void hasEveryKindOfCase() throws SQLException {
        atLeast(40, "extract(isodow from c.filed_at) in (6, 7)", "filed at a weekend");
        atLeast(
                2,
                "exists (select from worktime.calendar_day d where d.date = c.filed_at::date and d.kind = 'HOLIDAY' and upper_inf(d.known))",
                "on a holiday");
        atLeast(30, "c.closed_at > c.due_at", "late");
        atLeast(
                30,
                "exists (select from casework.event e where e.case_file = c.id and e.outcome = 'return')",
                "sent back");
        atLeast(
                40,
                "c.closed_at is not null and exists (select from casework.pause p where p.case_file = c.id and p.to_at is not null)",
                "supplemented");
        atLeast(30, "c.outcome = 'withdrawn'", "withdrawn");
        atLeast(30, "c.outcome = 'refused'", "refused");
        atLeast(5, "c.status = 'PAUSED'", "waiting for its applicant");
        atLeast(100, "c.channel = 'ONLINE'", "online");
        atLeast(100, "c.channel = 'COUNTER'", "at the counter");
        atLeast(20, "c.channel = 'POST'", "by post");
    }

    @Test
    void everyCommuneAndDepartmentHasItsOfficials() throws SQLException {
        var staffed = """
                select count(distinct u.id) from organization.unit u
                where u.valid @> date '2026-11-23' and %s and 3 <= (
                  select count(distinct p.role) from identity.post p join identity.holding h on h.post = p.id
                  where p.unit = u.id and h.valid @> date '2026-11-23'
                    and p.role in ('one-stop-officer', 'specialist', 'unit-head'))
                """;
        assertThat(one(staffed.formatted("u.tier = 'COMMUNE'"))).isEqualTo(114);
        var departments = "u.tier = 'CITY' and u.last_parent is not null";
        assertThat(one(staffed.formatted(departments)))
                .isEqualTo(one("select count(*) from organization.unit u where u.valid @> date '2026-11-23' and "
                        + departments))
                .isGreaterThan(10);
    }

    private void atLeast(int inTheWhole, String condition, String what) throws SQLException {
        assertThat(count(condition)).as(what).isGreaterThanOrEqualTo((long) (inTheWhole * SCALE));
    }

    private long count(String condition) throws SQLException {
        return one("select count(*) from casework.case_file c where " + condition);
    }

    private long one(String query) throws SQLException {
        return Long.parseLong(texts(query).getFirst());
    }

    private List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = city().createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private Connection city() {
        return Objects.requireNonNull(city);
    }
}
