package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedureDrafts;
import vn.haidang.casework.internal.ProcedurePictures;
import vn.haidang.casework.internal.ProcedurePublishing;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.casework.internal.diagram.BpmnXml;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/** A foreign engine walks our exports and stands, after every outcome, where our cases stand. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class ForeignPathsModuleTests {

    private static final String WINDING = """
            procedure: %s
            procedure_name: Cấp phép có kiểm tra thực địa
            procedure_name_en: Licence with a visit
            source: Thử nghiệm
            confidence: I
            steps:
              - {step: receive, step_name: Tiếp nhận, step_name_en: Reception, role: one-stop-officer, unit_rule: receiving, exits: [
                  {outcome: simple, outcome_name: Đơn giản, outcome_name_en: Simple, kind: next, to_step: decide, accepts: true},
                  {outcome: visit, outcome_name: Cần kiểm tra, outcome_name_en: Visit, kind: next, to_step: inspect, accepts: true},
                  {outcome: refuse, outcome_name: Từ chối, outcome_name_en: Refuse, kind: end, case_outcome: refused}]}
              - {step: inspect, step_name: Kiểm tra, step_name_en: Inspection, role: specialist, unit_rule: competent, exits: [
                  {outcome: passed, outcome_name: Đạt, outcome_name_en: Passed, kind: next, to_step: decide},
                  {outcome: again, outcome_name: Kiểm tra lại, outcome_name_en: Again, kind: back, to_step: inspect},
                  {outcome: failed, outcome_name: Không đạt, outcome_name_en: Failed, kind: end, case_outcome: refused},
                  {outcome: papers, outcome_name: Thiếu giấy, outcome_name_en: Papers, kind: supplement, to_step: receive}]}
              - {step: decide, step_name: Quyết định, step_name_en: Decision, role: unit-head, unit_rule: competent, exits: [
                  {outcome: grant, outcome_name: Cấp, outcome_name_en: Grant, kind: end, case_outcome: done},
                  {outcome: return, outcome_name: Trả lại, outcome_name_en: Return, kind: back, to_step: inspect}]}
            """;

    /** One person's decision on the way. */
    private record Turn(Procedure.Step step, Procedure.Exit exit) {}

    private final Cases cases;
    private final Procedures procedures;
    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final ProcedurePictures pictures;
    private final Clock clock;
    private final List<String> shipped;
    private final UnitId unit = new UnitId(UuidCreator.getTimeOrderedEpoch());

    ForeignPathsModuleTests(
            Cases cases,
            Procedures procedures,
            ProcedureDrafts drafts,
            ProcedurePublishing publishing,
            ProcedurePictures pictures,
            Clock clock,
            JdbcClient database) {
        this.cases = cases;
        this.procedures = procedures;
        this.drafts = drafts;
        this.publishing = publishing;
        this.pictures = pictures;
        this.clock = clock;
        this.shipped = database.sql(
                        "select distinct code from casework.procedure where origin = 'shipped' order by code")
                .query((row, number) -> row.getString("code"))
                .list();
    }

    @Test
    void goesTheSameWaysAsOursOverAllOutcomes() {
        List<String> codes = new ArrayList<>(shipped);
        codes.add(winding());
        try (ForeignEngine engine = new ForeignEngine()) {
            int walked = 0;
            for (String code : codes) {
                Procedure procedure =
                        procedures.inForce(code, LocalDate.now(clock)).orElseThrow();
                engine.deploy(pictures.bpmn(procedure));
                List<List<Turn>> paths = paths(procedure);
                paths.forEach(path -> walk(procedure, path, engine));
                walked += paths.size();
                assertThat(paths.stream()
                                .flatMap(List::stream)
                                .map(turn -> turn.step().code() + turn.exit().outcome()))
                        .as("every outcome of a person in " + code)
                        .containsAll(outcomes(procedure));
            }
            assertThat(walked).isGreaterThan(60);
        }
    }

    @Test
    void aFileThatIsNotBpmnWouldBeNoticed() {
        Procedure procedure =
                procedures.inForce(shipped.getFirst(), LocalDate.now(clock)).orElseThrow();
        try (ForeignEngine engine = new ForeignEngine()) {
            String broken = pictures.bpmn(procedure).replaceFirst("<bpmn:process ", "<bpmn:process colour=\"red\" ");

            assertThatThrownBy(() -> engine.deploy(broken)).hasStackTraceContaining("colour");
        }
    }

    private void walk(Procedure procedure, List<Turn> path, ForeignEngine engine) {
        CaseSummary ours = open(procedure);
        String theirs = engine.start(BpmnXml.process(procedure));
        List<String> said = new ArrayList<>();
        for (Turn turn : path) {
            said.add(turn.step().code() + " " + turn.exit().outcome());
            ours = cases.act(new TakeStep(
                    ours.id(),
                    ours.version(),
                    turn.step().code(),
                    turn.exit().outcome(),
                    "Vì phép thử",
                    doer(turn.step()),
                    UUID.randomUUID()));
            engine.complete(theirs, turn.exit().outcome());
            machine(ours, theirs, engine);
            assertThat(engine.position(theirs)).as("after %s", said).isEqualTo(position(ours));
            if (ours.status() == CaseStatus.PAUSED) {
                ours = cases.supplemented(ours.id(), Actor.SYSTEM);
                engine.supplemented(theirs);
                assertThat(engine.position(theirs))
                        .as("supplemented after %s", said)
                        .isEqualTo(position(ours));
            }
        }
        assertThat(ours.status()).as("the end of %s", said).isEqualTo(CaseStatus.CLOSED);
    }

    /** What our machine did in this act, theirs is told. */
    private void machine(CaseSummary ours, String theirs, ForeignEngine engine) {
        while (engine.waitsForMachine(theirs)) {
            String step = engine.position(theirs).substring("step-".length());
            engine.machine(
                    theirs,
                    cases.history(ours.id()).reversed().stream()
                            .filter(event -> step.equals(event.step()))
                            .map(Cases.Event::outcome)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow());
        }
    }

    private String position(CaseSummary summary) {
        Cases.Event last = cases.history(summary.id()).getLast();
        return switch (summary.status()) {
            case OPEN -> "step-" + summary.step();
            case PAUSED, STOPPED -> "wait-" + last.step() + "-" + last.outcome();
            case CLOSED -> "end-" + last.step() + "-" + last.outcome();
        };
    }

    /** All ways from the beginning to an end that turn back nowhere twice. */
    private static List<List<Turn>> paths(Procedure procedure) {
        List<List<Turn>> paths = new ArrayList<>();
        extend(procedure, procedure.first(), List.of(), new HashSet<>(), paths);
        return paths;
    }

    private static void extend(
            Procedure procedure, Procedure.Step at, List<Turn> before, Set<Turn> used, List<List<Turn>> paths) {
        Procedure.Step step = at;
        while (step.doer() == null) {
            String to = step.exits().getFirst().toStep();
            if (to == null) {
                paths.add(before);
                return;
            }
            step = procedure.step(to);
        }
        for (Procedure.Exit exit : step.exits()) {
            Turn turn = new Turn(step, exit);
            if (exit.kind() == Procedure.Kind.NEXT || used.add(turn)) {
                List<Turn> path = new ArrayList<>(before);
                path.add(turn);
                if (exit.toStep() == null) {
                    paths.add(path);
                } else {
                    extend(procedure, procedure.step(exit.toStep()), path, used, paths);
                }
                used.remove(turn);
            }
        }
    }

    private static List<String> outcomes(Procedure procedure) {
        return procedure.steps().stream()
                .filter(step -> step.doer() != null)
                .flatMap(step -> step.exits().stream().map(exit -> step.code() + exit.outcome()))
                .toList();
    }

    /** Somebody else for every step, so that nobody checks their own work. */
    private Reader doer(Procedure.Step step) {
        Procedure.Doer doer = Objects.requireNonNull(step.doer());
        return new Reader(
                new AccountId(UuidCreator.getNameBasedSha1(step.code())),
                "Người làm " + step.name(),
                Set.of(new Reader.Holding(unit, doer.role())));
    }

    private CaseSummary open(Procedure procedure) {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                procedure.code(),
                "HS-" + id.value(),
                procedure.name(),
                "casework/test",
                UuidCreator.getTimeOrderedEpoch(),
                unit,
                unit,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                CaseTestbed.THREE_DAYS,
                clock.instant(),
                false,
                Actor.SYSTEM));
    }

    private String winding() {
        String code = "winding." + UUID.randomUUID();
        Reader administrator = new Reader(new AccountId(UUID.randomUUID()), "Vũ Thị Quản", Set.of());
        byte[] file = WINDING.formatted(code).getBytes(StandardCharsets.UTF_8);
        assertThat(drafts.take("winding.yml", file, administrator)).isEqualTo(new ProcedureDrafts.Stored(code));
        publishing.publish(code, LocalDate.now(clock), administrator);
        return code;
    }
}
