package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same program twice on one database behind a plain proxy: what belongs to nobody's memory is in the database, and one may die. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String PASSWORD = "one of two";
    private static final int WORKERS = 4;
    private static final int CASES = 15;
    private static final int TIMED = 30;

    @TempDir
    static Path folder;

    private final Map<String, String> opened = new ConcurrentHashMap<>();
    private final AtomicInteger lost = new AtomicInteger();
    private ExternalServer server;
    private PlainProxy proxy;
    private ProgramProcess first;
    private ProgramProcess second;
    private Map<String, String> firstSettings;
    private Map<String, String> secondSettings;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void startTwoNodes() throws Exception {
        server = ExternalServer.start(folder.resolve("server"));
        firstSettings = settings("first");
        first = ProgramProcess.start(firstSettings);
        waitFor(first, firstSettings);
        secondSettings = settings("second");
        try (var keys = Files.list(folder.resolve("first/keys"))) {
            var to = Files.createDirectories(folder.resolve("second/keys"));
            for (var key : keys.toList()) {
                Files.copy(key, to.resolve(key.getFileName()));
            }
        }
        second = ProgramProcess.start(secondSettings);
        waitFor(second, secondSettings);
        proxy = PlainProxy.before(List.of(address(firstSettings), address(secondSettings)));
        officials();
    }

    @AfterAll
    void stop() {
        try (var database = server;
                var one = first;
                var two = second;
                var between = proxy) {
            assertThat(database.settings()).hasSize(3);
            assertThat(between.address()).isNotNull();
        }
    }

    @Test
    void aSessionBelongsToNoNode() throws Exception {
        try (var visitor = visitor()) {
            signIn(visitor, "node-1");
            for (int i = 0; i < 10; i++) {
                assertThat(get(visitor, "/desk").statusCode()).isEqualTo(200);
            }
            var token = token(get(visitor, "/desk"));
            assertThat(post(visitor, "/sign-out", "_csrf=" + token).statusCode())
                    .isBetween(302, 303);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                var once = get(visitor, "/desk").statusCode();
                var onTheOther = get(visitor, "/desk").statusCode();
                return once != 200 && onTheOther != 200;
            });
        }
    }

    @Test
    void aJobRunsOnceHoweverManyNodesWaitForIt() throws Exception {
        assertThat(server.count("select count(*) from (select task_name from platform.scheduled_tasks"
                        + " where task_instance = 'recurring' group by task_name having count(*) > 1) t"))
                .isZero();
        for (int round = 1; round <= 3; round++) {
            server.execute("""
                    insert into casework.answered_key (account, key, asked, answer, answered_at)
                    values (uuidv7(), uuidv7(), 'test', '{}', now() - interval '31 days')
                    """);
            Awaitility.await().atMost(PATIENCE).until(() -> {
                server.execute("update platform.scheduled_tasks set execution_time = now(), version = version + 1"
                        + " where task_name = 'casework-answered-keys' and not picked and execution_time > now()");
                return server.count("select count(*) from casework.answered_key where asked = 'test'") == 0;
            });
            assertThat(server.count("select count(*) from journal.entry where verb = 'casework/keys-deleted'"))
                    .isEqualTo(round);
        }
    }

    @Test
    void aTimerOfACaseActsOnceThoughBothNodesLookForIt() throws Exception {
        timedProcedure();
        try (var visitor = visitor()) {
            signIn(visitor, "node-1");
            var token = token(get(visitor, "/desk"));
            var body = "{\"procedure\":\"timed\",\"unit\":\"%s\"}".formatted(unitOf("node-1"));
            Awaitility.await().atMost(PATIENCE).until(() -> bothKnow(visitor, token, body));
            for (int i = 0; i < TIMED; i++) {
                untilAcknowledged(visitor, token, UUID.randomUUID(), body);
            }
        }
        var cases = server.count("select count(*) from casework.case_file where procedure = 'timed'");
        assertThat(cases).isGreaterThanOrEqualTo(TIMED);
        assertThat(server.count("select count(*) from casework.timer")).isEqualTo(cases);

        // The job of the timers is one row, which one node takes at a time: with more of them both run timers together.
        server.execute("""
                insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'casework-timers', 'more-' || n, now() + interval '2 seconds', false, 1 from generate_series(1, 4) n
                """);
        server.execute("update casework.timer set due_at = now() + interval '2 seconds'");
        Awaitility.await().atMost(PATIENCE).until(() -> server.count("select count(*) from casework.timer") == 0);
        server.execute("delete from platform.scheduled_tasks where task_instance like 'more-%'");

        assertThat(server.count("select count(*) from casework.case_file where procedure = 'timed'"
                        + " and status = 'CLOSED' and outcome = 'refused' and version = 2"))
                .isEqualTo(cases);
        assertThat(server.ask("select string_agg(distinct e.verb || ' ' || e.actor_kind, ', ') || ' ' || count(*)"
                        + " from casework.event e join casework.case_file c on c.id = e.case_file"
                        + " where c.procedure = 'timed' and e.verb <> 'opened'"))
                .isEqualTo("closed SYSTEM " + cases);
        assertThat(server.count("select count(*) from journal.entry j join casework.case_file c"
                        + " on c.id = any (j.subject_ids) where c.procedure = 'timed' and j.verb = 'casework/closed'"))
                .isEqualTo(cases);
    }

    @Test
    void oneNodeKilledUnderLoadLosesNothingAndTheOtherGoesOn() throws Exception {
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int i = 1; i <= WORKERS; i++) {
            var name = "node-" + i;
            workers.add(CompletableFuture.runAsync(() -> work(name)));
        }
        Awaitility.await().atMost(PATIENCE).until(() -> opened.size() >= WORKERS * CASES / 3);
        second.kill();
        CompletableFuture.allOf(workers.toArray(CompletableFuture<?>[]::new))
                .get(PATIENCE.toMinutes(), TimeUnit.MINUTES);

        assertThat(lost).hasPositiveValue();
        assertThat(opened).hasSize(WORKERS * CASES);
        for (var mark : opened.entrySet()) {
            assertThat(server.ask("select string_agg(c.id::text, ' ') from casework.case_file c"
                            + " where c.declared ->> 'mark' = '" + mark.getKey() + "'"))
                    .isEqualTo(mark.getValue());
        }
        assertThat(server.count("select count(*) from casework.case_file c where c.declared ? 'mark'"))
                .isEqualTo(opened.size());
        assertThat(server.count("select count(*) from journal.entry where verb = 'casework/opened'"))
                .isEqualTo(server.count("select count(*) from casework.case_file"));

        second = ProgramProcess.start(secondSettings);
        waitFor(second, secondSettings);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> server.count("select count(*) from indicator.delta") == 0
                        && server.count("select count(*) from journal.unsealed") == 0
                        && seals("first") == seals("second"));
        for (var node : List.of(firstSettings, secondSettings)) {
            assertThat(ProgramProcess.run(node, "", "verify-journal").out()).contains("The journal is whole");
        }
        assertThat(ProgramProcess.run(firstSettings, "", "verify-indicators").out())
                .contains("Every figure equals its records");
        assertThat(server.count("select count(*) - max(number) from journal.seal"))
                .isZero();
    }

    private void work(String username) {
        try (var visitor = visitor()) {
            signIn(visitor, username);
            var token = token(get(visitor, "/desk"));
            var unit = unitOf(username);
            for (int i = 0; i < CASES; i++) {
                var mark = UUID.randomUUID().toString();
                var body = "{\"procedure\":\"standard\",\"unit\":\"%s\",\"variables\":{\"mark\":\"%s\"}}"
                        .formatted(unit, mark);
                opened.put(mark, untilAcknowledged(visitor, token, UUID.randomUUID(), body));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String unitOf(String username) throws SQLException {
        return server.ask("select p.unit from identity.post p join identity.holding h on h.post = p.id"
                + " join identity.account a on a.id = h.account where a.username = '" + username + "'");
    }

    /** One step, which ends by itself when nobody did it for a working hour. */
    private void timedProcedure() throws SQLException {
        server.execute("""
                insert into casework.procedure (code, version, name, name_en, validity, work_file, source, confidence)
                values ('timed', 1, 'Timed', 'Timed', daterange('2024-01-01', null), true, 'a test', 'K');
                insert into casework.procedure_step (procedure, version, ordinal, step, name, name_en, role, unit_rule, on_paper,
                  timer, timer_outcome)
                values ('timed', 1, 1, 'wait', 'Wait', 'Wait', 'one-stop-officer', 'competent', false, '1wh', 'lapse');
                insert into casework.procedure_exit (procedure, version, step, outcome, ordinal, name, name_en, kind, case_outcome,
                  accepts, needs_reason, tells_applicant)
                values ('timed', 1, 'wait', 'lapse', 1, 'Lapse', 'Lapse', 'end', 'refused', false, false, false);
                update casework.procedure_edition set edition = edition + 1
                """);
    }

    /** Each node sees a new procedure within seconds; the proxy asks one after the other. */
    private boolean bothKnow(HttpClient visitor, String token, String body) throws IOException, InterruptedException {
        for (int node = 0; node < 2; node++) {
            if (open(visitor, token, UUID.randomUUID(), body).statusCode() >= 300) {
                return false;
            }
        }
        return true;
    }

    /** What a client does that got no answer: the same request with the same key. */
    private String untilAcknowledged(HttpClient visitor, String token, UUID key, String body)
            throws IOException, InterruptedException {
        while (true) {
            var answer = open(visitor, token, key, body);
            if (answer.statusCode() < 300) {
                var id = ID.matcher(answer.body());
                assertThat(id.find()).isTrue();
                return id.group(1);
            }
            assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(500);
            lost.incrementAndGet();
        }
    }

    private HttpResponse<String> open(HttpClient visitor, String token, UUID key, String body)
            throws IOException, InterruptedException {
        return visitor.send(
                HttpRequest.newBuilder(proxy.address().resolve("/api/casework/cases"))
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-TOKEN", token)
                        .header("Idempotency-Key", key.toString())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private long seals(String node) throws IOException {
        try (var lines = Files.lines(folder.resolve(node).resolve("journal/seals.log"))) {
            return lines.count();
        }
    }

    private Map<String, String> settings(String name) {
        var settings = new HashMap<>(server.settings());
        settings.put("HAIDANG_HOME", folder.resolve(name).toString());
        settings.put("HAIDANG_FILES", folder.resolve("files").toString());
        settings.put("HAIDANG_PORT", Integer.toString(ProgramProcess.freePort()));
        return settings;
    }

    private static URI address(Map<String, String> settings) {
        return URI.create("http://127.0.0.1:" + settings.get("HAIDANG_PORT"));
    }

    private void waitFor(ProgramProcess program, Map<String, String> settings) {
        try (var http = visitor()) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        if (!program.isAlive()) {
                            throw new IllegalStateException(program.words());
                        }
                        return http.send(
                                                HttpRequest.newBuilder(address(settings)
                                                                .resolve("/actuator/health"))
                                                        .build(),
                                                BodyHandlers.discarding())
                                        .statusCode()
                                == 200;
                    });
        }
    }

    /** One-stop officers of four communes. */
    private void officials() throws Exception {
        try (var connection = server.owner();
                var statement = connection.prepareStatement("""
                        with seat as (
                          select row_number() over (order by u.key) as number, u.id as unit, uuidv7() as account, uuidv7() as post
                          from organization.pub_unit u
                          where u.tier = 'COMMUNE' and u.valid @> current_date
                          order by u.key limit 4
                        ), account as (
                          insert into identity.account (id, username, display_name, password_hash, created_at)
                          select s.account, 'node-' || s.number, 'Official ' || s.number, ?, now() from seat s
                        ), post as (
                          insert into identity.post (id, unit, role, title, valid)
                          select s.post, s.unit, 'one-stop-officer', 'Official', daterange('2025-07-01', null) from seat s
                        )
                        insert into identity.holding (post, account, valid)
                        select s.post, s.account, daterange('2025-07-01', null) from seat s
                        """)) {
            statement.setString(
                    1,
                    org.springframework.security.crypto.argon2.Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                            .encode(PASSWORD));
            statement.executeUpdate();
        }
    }

    private static HttpClient visitor() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private void signIn(HttpClient visitor, String username) throws Exception {
        var fields = "_csrf=" + token(get(visitor, "/sign-in")) + "&username=" + username + "&password="
                + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        assertThat(post(visitor, "/sign-in", fields).statusCode()).isBetween(302, 303);
    }

    private HttpResponse<String> get(HttpClient visitor, String path) throws IOException, InterruptedException {
        return visitor.send(
                HttpRequest.newBuilder(proxy.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient visitor, String path, String form)
            throws IOException, InterruptedException {
        return visitor.send(
                HttpRequest.newBuilder(proxy.address().resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }
}
