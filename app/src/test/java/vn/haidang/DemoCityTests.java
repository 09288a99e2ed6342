package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A demo city larger than the little one, loaded twice on two homes for the same day. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCityTests {

    private static final String SCALE = "0.045";
    private static final String LARGER = "0.055";
    private static final String DAY = "2026-03-02T08:00:00+07:00";

    /**
     * What depends on when the machine did it: seals and what still waits for them, jobs such as the carrying of mail, which deltas
     * were folded already (their sums are compared), and how long the reference data took to load before the history began. A key is
     * chance by its nature; whose it is, since when and for how long is compared.
     */
    private static final List<String> NOT_OF_THE_CITY = List.of(
            "journal.seal",
            "journal.leaf",
            "journal.unsealed",
            "indicator.delta",
            "indicator.cell",
            "indicator.month_cell",
            "journal.salt",
            "document.signing_key",
            "notification.delivery",
            "reference.loaded",
            "platform.scheduled_tasks",
            "organization.present");

    /** Made of chance, or of bytes that hold it: salts, secrets, hashes of issued PDF files, keys and codes. */
    private static final List<String> CHANCE = List.of(
            "secret",
            "sha256",
            "bytes",
            "password_hash",
            "answer",
            "asked",
            "serial",
            "check_code",
            "publicservice.appointment.code");

    /** An id keeps the 48 bits of its time; its other bits are chance, and so are ids without a time and hashes of ids. */
    private static final Pattern TIMED =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
                    + "|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[0-9a-f]{64}");

    /** While the reference data were loaded, before the first act. */
    private static final Pattern BEGINNING =
            Pattern.compile("2024-10-01 01:0[0-9]:[0-9.]+\\+00|01924597-[0-9a-f]{4}|0192459[89]-[0-9a-f]{4}");

    @TempDir
    static Path folder;

    private final List<ProgramProcess> programs = new ArrayList<>();
    private final Map<String, Map<String, List<String>>> dumps = new HashMap<>();

    @BeforeAll
    void loadItTwice() throws IOException, SQLException {
        for (String home : List.of("first", "second")) {
            programs.add(ProgramProcess.start(settings(home, SCALE)));
        }
        programs.forEach(program -> Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !program.isAlive() || program.words().contains("Haidang is ready")));
        programs.forEach(
                program -> assertThat(program.isAlive()).as(program.words()).isTrue());
        for (String home : List.of("first", "second")) {
            dumps.put(home, dump(home));
        }
    }

    @AfterAll
    void stop() {
        programs.forEach(ProgramProcess::close);
    }

    @Test
    void isTheSameCityForTheSameDay() {
        var first = dumps.getOrDefault("first", Map.of());
        var second = dumps.getOrDefault("second", Map.of());

        assertThat(first.keySet()).isEqualTo(second.keySet());
        assertThat(first.get("casework.case_file")).hasSize(154);
        assertThat(first.get("casework.asked_paper")).isNotEmpty();
        var different = new ArrayList<String>();
        first.forEach((table, rows) -> {
            var here = new ArrayList<>(rows);
            var others = second.getOrDefault(table, List.of());
            var there = new ArrayList<>(others);
            others.forEach(here::remove);
            rows.forEach(there::remove);
            if (!here.isEmpty() || !there.isEmpty()) {
                different.add(table + " " + here.size() + "\n  "
                        + here.stream().limit(2).toList() + "\n  "
                        + there.stream().limit(2).toList());
            }
        });
        assertThat(different).isEmpty();
    }

    /** One checks, another confirms. */
    @Test
    void hasTwoOfficialsWhereItsResidentsMayHaveTheirDataCorrected() throws Exception {
        try (var city = connect("first")) {
            assertThat(count(city, """
                    select count(*) from registry.address a
                    join registry.account_link l on l.person = a.person
                    join identity.account i on i.id = l.account and i.username in ('lan', 'minh', 'hoa')
                    where upper_inf(a.valid) and exists (
                      select from identity.pub_holding s
                      join identity.pub_holding h on h.unit = s.unit and h.role = 'unit-head' and h.account <> s.account
                      where s.unit = a.unit and s.role = 'specialist' and upper_inf(s.valid) and upper_inf(h.valid))
                    """)).isEqualTo(3);
        }
    }

    @Test
    void letsItsOfficialsOpenWhatTheyDecideOfThoseWhoLookAtIt() throws Exception {
        String decided = """
                select count(*) from publicservice.result r
                join publicservice.application a on a.id = r.application
                join identity.account i on i.id = a.account and i.username in ('lan', 'hoa')
                """;
        try (var city = connect("first")) {
            assertThat(count(city, decided)).isPositive();
            assertThat(count(city, decided + """
                    where not exists (
                      select from journal.entry e
                      join casework.event d on d.case_file = a.case_id and d.outcome = 'approve' and d.actor = e.actor_id and d.at >= e.at
                      where e.kind = 'read' and e.reason = 'casework/desk' and e.subject_ids @> array[a.case_id])
                    """)).isZero();
        }
    }

    @Test
    void hasPublicAnswersAndSomeThatStillWait() throws Exception {
        try (var city = connect("first")) {
            assertThat(count(city, "select count(*) from publicservice.feedback_publication where withheld is null"))
                    .isEqualTo(3);
            assertThat(count(city, """
                    select count(*) from casework.case_file c
                    where c.subject_type = 'publicservice/feedback' and c.status = 'OPEN'
                    """)).isEqualTo(2);
        }
    }

    @Test
    void hasEveryCaseAtAUnitThatLivedThenFromTheDistrictsOn() throws Exception {
        try (var city = connect("first")) {
            assertThat(count(city, """
                    select count(*) from casework.case_file c join organization.unit u on u.id = c.competent_unit
                    where not u.valid @> cast(c.received_at at time zone 'Asia/Ho_Chi_Minh' as date)
                      or (c.closed_on is not null and not u.valid @> c.closed_on)
                      or (c.closed_on is null and upper(u.valid) is not null)
                    """)).isZero();
            assertThat(count(city, """
                    select count(*) from casework.case_file c join organization.unit u on u.id = c.competent_unit
                    where u.tier = 'DISTRICT' and c.closed_on < '2025-07-01'
                    """)).isGreaterThan(30);
            assertThat(count(city, "select count(*) from casework.case_file where closed_on < '2025-01-01'"))
                    .isPositive();
            assertThat(count(city, """
                    select count(distinct p.unit) from identity.post p join organization.unit u on u.id = p.unit
                    where u.tier = 'COMMUNE' and u.valid @> date '2026-03-02'
                    """)).isEqualTo(114);
        }
    }

    @Test
    void isMadeLargerBesideTheRunningServerAndItsFiguresStayExact() throws Exception {
        var larger = ProgramProcess.run(settings("second", SCALE), "", "demo", "--scale", LARGER);

        assertThat(larger.code()).as(larger.out() + larger.err()).isZero();
        try (var city = connect("second")) {
            assertThat(count(city, "select count(*) from casework.case_file")).isEqualTo(187);
        }
        var verified = ProgramProcess.run(settings("second", SCALE), "", "verify-indicators");
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    }

    private static Map<String, String> settings(String home, String scale) {
        return Map.of(
                "HAIDANG_HOME",
                folder.resolve(home).toString(),
                "HAIDANG_PORT",
                "0",
                "HAIDANG_DEMO",
                scale,
                "HAIDANG_CLOCK",
                DAY,
                // what jobs do after the city is made is not of its history, and which of two programs they reach first
                // is chance
                "DB_SCHEDULER_ENABLED",
                "false");
    }

    /** Every row of every table as text, sorted, without what cannot be equal. */
    private static Map<String, List<String>> dump(String home) throws IOException, SQLException {
        var dump = new TreeMap<String, List<String>>();
        try (var city = connect(home)) {
            for (var table : columns(city).entrySet()) {
                dump.put(
                        table.getKey(),
                        rows(
                                city,
                                "select concat_ws('|', " + String.join(", ", table.getValue()) + ") from "
                                        + table.getKey()));
            }
            dump.put("facts", rows(city, """
                    select concat_ws('|', measure, component, unit, day, breakdown, known_on, sum(amount))
                    from (select measure, component, unit, day, breakdown, known_on, amount from indicator.delta
                      union all
                      select measure, component, unit, day, breakdown, known_on, amount from indicator.cell) every
                    group by measure, component, unit, day, breakdown, known_on
                    having sum(amount) <> 0
                    """));
            dump.put("keys", rows(city, """
                    select concat_ws('|', holder_kind, holder, name, made_at, valid_until - made_at, ended_at)
                    from document.signing_key
                    """));
        }
        return dump;
    }

    /** The columns to compare: no bytes, no numbers the database gave, nothing that is chance alone. */
    private static Map<String, List<String>> columns(Connection city) throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        try (var statement = city.createStatement();
                var rows = statement.executeQuery("""
                        select c.table_schema || '.' || c.table_name, quote_ident(c.column_name)
                        from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                          and c.udt_name not in ('bytea', '_bytea') and c.is_identity = 'NO'
                          and coalesce(c.column_default, '') not like 'nextval%'
                          and c.table_schema || '.' || c.table_name not in (select i.inhrelid::regclass::text
                            from pg_inherits i)
                        order by 1, 2
                        """)) {
            while (rows.next()) {
                if (!NOT_OF_THE_CITY.contains(rows.getString(1))
                        && !rows.getString(1).contains("flyway")
                        && !CHANCE.contains(rows.getString(2))
                        && !CHANCE.contains(rows.getString(1) + "." + rows.getString(2))) {
                    columns.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                            .add(rows.getString(2) + "::text");
                }
            }
        }
        return columns;
    }

    private static List<String> rows(Connection city, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = city.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var timed =
                        TIMED.matcher(rows.getString(1)).replaceAll(id -> id.group(1) == null ? "chance" : id.group(1));
                if (!timed.contains("-deleted")) {
                    found.add(BEGINNING.matcher(timed).replaceAll("beginning"));
                }
            }
        }
        found.sort(null);
        return found;
    }

    private static int count(Connection city, String query) throws SQLException {
        try (var statement = city.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(String home) throws IOException, SQLException {
        var at = Home.at(folder.resolve(home));
        int port = EmbeddedDatabase.runningPort(at).orElseThrow();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.DATABASE,
                "postgres",
                at.secret("database-postgres"));
    }
}
