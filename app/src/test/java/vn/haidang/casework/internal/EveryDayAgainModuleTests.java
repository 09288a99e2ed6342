package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.Deadline;

/**
 * Whatever happens to a case, whoever looks back at a day sees what was promised at its end: by when the case, the step it stood at and
 * every question to other units were due.
 */
@ModuleTest
class EveryDayAgainModuleTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 13);
    private static final int DAYS = 26;
    private static final int ROUNDS = 6;

    /** What was told at the end of a day; what stands still is empty. */
    record Told(Optional<Instant> whole, Optional<Instant> step, Map<String, Optional<Instant>> consults) {}

    /** Who does something to a case. */
    record Acts(ClockActs clocks, ConsultActs consults, Apologies apologies, UnitMoves moves) {}

    private final Acts acts;
    private final Cases cases;
    private final ClockDesk desk;
    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final JdbcClient database;
    private final MovableClock clock;
    private final UnitId merged = UnitId.ofKey("commune-10507-b");
    private final UnitId successor = UnitId.ofKey("commune-10507-c");
    private final Reader official = everyRoleAt(merged, successor);

    EveryDayAgainModuleTests(
            ClockActs clocks,
            ConsultActs consults,
            Apologies apologies,
            UnitMoves moves,
            Cases cases,
            ClockDesk desk,
            ProcedureDrafts drafts,
            ProcedurePublishing publishing,
            JdbcClient database,
            MovableClock clock) {
        this.acts = new Acts(clocks, consults, apologies, moves);
        this.cases = cases;
        this.desk = desk;
        this.drafts = drafts;
        this.publishing = publishing;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void everyDayIsToldAgainAsItStoodThen() {
        var random = new Random(29);
        Map<String, Integer> happened = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            clock.returnTo(Instant.parse("2026-04-13T01:00:00Z"));
            CaseSummary opened = open(publish(), round % 2 == 0 ? "resume" : "restart");
            Map<LocalDate, Told> told = new LinkedHashMap<>();
            Optional<Instant> passed = Optional.empty();
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                clock.moveTo(Instant.parse(day + "T0" + (2 + random.nextInt(6)) + ":1" + random.nextInt(10) + ":00Z"));
                Optional<Instant> before =
                        due(now(opened)).filter(due -> !clock.instant().isBefore(due));
                CaseStatus status = now(opened).status();
                happened.merge(something(random, now(opened)), 1, Integer::sum);
                if (status == CaseStatus.OPEN && now(opened).status() != CaseStatus.OPEN) {
                    passed = before;
                }
                told.put(day, told(now(opened), passed));
            }
            clock.moveTo(Instant.parse("2026-05-11T02:00:00Z"));
            cases.withdraw(opened.id(), Actor.SYSTEM, null);

            told.forEach((day, then) -> assertThat(again(opened, day))
                    .as("round as of %s of %s", day, now(opened).code())
                    .isEqualTo(then));
        }
        assertThat(happened)
                .as("every kind of history was there")
                .containsKeys(
                        "supplement", "supplemented", "stop", "go-on", "ask", "answer", "return", "transfer", "sorry");
    }

    /** What came of it. */
    private String something(Random random, CaseSummary seen) {
        try {
            return switch (random.nextInt(12)) {
                case 0, 1 -> step(seen);
                case 2 -> stepped(seen, "ask-supplement", "supplement");
                case 3, 4 -> {
                    cases.supplemented(seen.id(), Actor.SYSTEM);
                    yield "supplemented";
                }
                case 5 -> {
                    acts.clocks()
                            .stop(
                                    new ClockActs.Stop(seen.id(), seen.version(), "Chờ", "Điều 20", UUID.randomUUID()),
                                    official);
                    yield "stop";
                }
                case 6, 7 -> {
                    acts.clocks().letGoOn(seen.id(), seen.version(), UUID.randomUUID(), official);
                    yield "go-on";
                }
                case 8 -> asked(random, seen);
                case 9 -> answered(seen);
                case 10 -> acts.moves().follow() > 0 ? "transfer" : "nothing";
                default -> {
                    acts.apologies().send(seen.id(), LocalDate.of(2026, 6, 30), "Chờ xác minh", official);
                    yield "sorry";
                }
            };
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).startsWith("casework/");
            return "nothing";
        }
    }

    private String step(CaseSummary seen) {
        return "receive".equals(seen.step()) ? stepped(seen, "accept", "accept") : stepped(seen, "return", "return");
    }

    private String stepped(CaseSummary seen, String outcome, String happened) {
        cases.act(new TakeStep(
                seen.id(), seen.version(), String.valueOf(seen.step()), outcome, "Lý do", official, UUID.randomUUID()));
        return happened;
    }

    private String asked(Random random, CaseSummary seen) {
        LocalDate last = LocalDate.now(clock).plusDays(1 + random.nextInt(6));
        acts.consults()
                .ask(
                        new ConsultActs.NewConsult(
                                seen.id(),
                                "Ý kiến " + UUID.randomUUID(),
                                List.of(successor),
                                Role.SPECIALIST,
                                ConsultTerms.Join.ALL,
                                last.plusDays(1)
                                        .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                                        .toInstant(),
                                ConsultTerms.Silence.WAIT,
                                null),
                        UUID.randomUUID(),
                        official);
        return "ask";
    }

    private String answered(CaseSummary seen) {
        Optional<UUID> item = database.sql("""
                        select id from casework.work_item
                        where case_file = :id and kind = 'CONSULT' and done_at is null and unit = :unit order by id limit 1
                        """)
                .param("id", seen.id().value())
                .param("unit", successor.value())
                .query(UUID.class)
                .optional();
        item.ifPresent(id -> acts.consults().answer(id, Consult.Answer.AGREED, null, official));
        return item.isPresent() ? "answer" : "nothing";
    }

    private Told told(CaseSummary seen, Optional<Instant> passed) {
        Map<String, Optional<Instant>> consults = new HashMap<>();
        Optional<Instant> stopped = seen.status() != CaseStatus.STOPPED
                ? Optional.empty()
                : database.sql("select from_at from casework.pause where case_file = :id and to_at is null")
                        .param("id", seen.id().value())
                        .query((row, number) -> Columns.instant(row, "from_at"))
                        .optional();
        database.sql("select question, due_at from casework.consult where case_file = :id and state = 'OPEN'")
                .param("id", seen.id().value())
                .query(row -> {
                    Instant due = Columns.instant(row, "due_at");
                    boolean still = stopped.filter(due::isAfter).isPresent();
                    consults.put(row.getString("question"), still ? Optional.empty() : Optional.of(due));
                });
        Optional<Instant> step = database.sql("""
                        select due_at from casework.work_item
                        where case_file = :id and kind = 'STEP' and done_at is null and state = 'OPEN' and due_at is not null
                        """)
                .param("id", seen.id().value())
                .query((row, number) -> Columns.instant(row, "due_at"))
                .optional();
        return new Told(seen.status() == CaseStatus.OPEN ? due(seen) : passed, step, consults);
    }

    private Told again(CaseSummary opened, LocalDate day) {
        ClockDesk.View view = desk.asOf(opened.id(), day, official);
        Map<String, Optional<Instant>> consults = new HashMap<>();
        for (ConsultDues.View consult : view.consults()) {
            if (consult.endedAt() == null) {
                consults.put(consult.question(), Optional.ofNullable(consult.dueAt()));
                Deadline own = consult.own();
                assertThat(own == null || consult.dueAt() == null ? consult.dueAt() : own.due())
                        .as("it is explained by what was told")
                        .isEqualTo(consult.dueAt());
            }
        }
        return new Told(
                Optional.ofNullable(due(view.clock().deadline())),
                Optional.ofNullable(view.steps().getLast().dueAt()),
                consults);
    }

    private static @Nullable Instant due(@Nullable Deadline deadline) {
        return deadline == null ? null : deadline.due();
    }

    private static Optional<Instant> due(CaseSummary seen) {
        return Optional.ofNullable(seen.dueAt());
    }

    private CaseSummary now(CaseSummary seen) {
        return cases.of(seen.subjectType(), seen.subjectId()).orElseThrow();
    }

    private CaseSummary open(String procedure, String afterSupplement) {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                procedure,
                "HS-" + id.value(),
                "Cấp phép",
                "casework/test",
                UuidCreator.getTimeOrderedEpoch(),
                merged,
                merged,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                new ClockTerms("10wd", afterSupplement, "mặc định", "Thử", "standard"),
                clock.instant(),
                false,
                Actor.SYSTEM));
    }

    private static Reader everyRoleAt(UnitId one, UnitId other) {
        return new Reader(
                new AccountId(UUID.randomUUID()),
                "Công chức",
                Set.of(
                        new Reader.Holding(one, Role.ONE_STOP_OFFICER),
                        new Reader.Holding(one, Role.SPECIALIST),
                        new Reader.Holding(one, Role.UNIT_HEAD),
                        new Reader.Holding(other, Role.ONE_STOP_OFFICER),
                        new Reader.Holding(other, Role.SPECIALIST),
                        new Reader.Holding(other, Role.UNIT_HEAD)));
    }

    private String publish() {
        String code = "test." + UUID.randomUUID();
        byte[] yaml = TimedProcedure.text(code, "duration: 1wd", """
                duration: 3wd
                consult_question: Có vướng quy hoạch không?
                consult_units: commune-10537-c
                consult_role: specialist
                consult_join: first
                consult_due: 3wd
                consult_silence: wait""").getBytes(UTF_8);
        assertThat(drafts.take("a.yml", yaml, official)).isEqualTo(new ProcedureDrafts.Stored(code));
        publishing.publish(code, LocalDate.now(clock), official);
        return code;
    }
}
