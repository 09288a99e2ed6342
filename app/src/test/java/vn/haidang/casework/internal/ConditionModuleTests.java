package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
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
import vn.haidang.reference.Refusal;
import vn.haidang.ui.ProblemException;

/** Where a case goes depends on what it declares; what cannot be decided is refused and changes nothing. */
@ModuleTest
class ConditionModuleTests {

    private static final String SMALL = "amount <= 1000";
    private static final String LARGE = "amount > 1000 and urgent";

    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final Procedures versions;
    private final ProcedureFiles files;
    private final Openings openings;
    private final Cases cases;
    private final MovableClock clock;
    private final JdbcClient database;
    private final UnitId unit = new UnitId(UuidCreator.getTimeOrderedEpoch());
    private final Reader administrator = new Reader(new AccountId(UUID.randomUUID()), "Vũ Thị Quản", Set.of());
    private final Reader officer = new Reader(
            new AccountId(UUID.randomUUID()), "Trần Văn Tiếp", Set.of(new Reader.Holding(unit, Role.ONE_STOP_OFFICER)));
    private String code = "";

    ConditionModuleTests(
            ProcedureDrafts drafts,
            ProcedurePublishing publishing,
            Procedures versions,
            ProcedureFiles files,
            Openings openings,
            Cases cases,
            MovableClock clock,
            JdbcClient database) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.versions = versions;
        this.files = files;
        this.openings = openings;
        this.cases = cases;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void anotherProcedure() {
        code = "test." + UUID.randomUUID();
    }

    @Test
    void takesTheFirstWayWhoseConditionHolds() {
        publish(SMALL, LARGE);

        assertThat(accept(open(Map.of("amount", 500)), Map.of()).step()).isEqualTo("appraise");
        assertThat(accept(open(Map.of()), Map.of("amount", "5000", "urgent", "true"))
                        .step())
                .isEqualTo("approve");
        assertThat(accept(open(Map.of("amount", 500)), Map.of("amount", 5000, "urgent", true))
                        .step())
                .as("what the act declares stands above what the case declared")
                .isEqualTo("approve");
    }

    @Test
    void refusesAndChangesNothingWhereNoConditionHoldsOrFactsAreMissing() {
        publish(SMALL, LARGE);
        CaseSummary unknown = open(Map.of());
        CaseSummary neither = open(Map.of("amount", 5000, "urgent", false));

        assertThat(refused("casework/facts-missing", () -> accept(unknown, Map.of())))
                .containsExactly("Số tiền, Gấp");
        assertThat(refused("casework/no-way", () -> accept(neither, Map.of())).getLast())
                .asString()
                .contains("amount > 1000 (amount = 5000)");
        assertThat(refused("casework/fact-malformed", () -> accept(unknown, Map.of("amount", "nhiều"))))
                .containsExactly("amount");

        for (CaseSummary untouched : List.of(unknown, neither)) {
            assertThat(cases.get(untouched.id(), officer)).isEqualTo(untouched);
            assertThat(cases.history(untouched.id())).hasSize(1);
        }
    }

    @Test
    void leavesTheNameOfADeclaredFactInTheJournalButNotItsValue() {
        publish(SMALL, LARGE);
        CaseSummary opened = open(Map.of());
        accept(opened, Map.of("amount", 98_765_432_123L, "urgent", true, "note", "không khai báo trước"));

        String entry = database.sql("""
                        select e::text from journal.entry e where verb = 'casework/accepted' and :id = any (subject_ids)
                        """)
                .param("id", opened.id().value())
                .query(String.class)
                .single();

        assertThat(entry).contains("fact.amount").doesNotContain("98765432123").doesNotContain("fact.note");
    }

    @Test
    void refusesConditionsThatCouldNeverBeDecidedAtTheirCell() {
        assertThat(refusals("amount <", null)).containsExactly("expression.fault.unfinished");
        assertThat(refusals("amount = 'x'", null)).containsExactly("expression.fault.types-differ");
        assertThat(refusals("weight > 1", null)).containsExactly("expression.fault.unknown-fact");
        assertThat(refusals("amount", null)).containsExactly("expression.fault.not-a-condition");
        assertThat(refusals("", LARGE)).containsExactly("casework.refused.exit-hidden");
        assertThat(refusals(SMALL, SMALL)).containsExactly("reference.refused.duplicate");
        assertThat(drafts.find(code)).isEmpty();
    }

    @Test
    void keepsConditionsAndFactsInTheTablesItGivesOut() {
        publish(SMALL, LARGE);
        Procedure published = versions.get(code, 1);

        assertThat(drafts.take("a.csv", files.csv(published).getBytes(UTF_8), administrator))
                .isEqualTo(new ProcedureDrafts.Unchanged(code));
        assertThat(drafts.take("a.yml", files.yaml(published).getBytes(UTF_8), administrator))
                .isEqualTo(new ProcedureDrafts.Unchanged(code));
    }

    private CaseSummary accept(CaseSummary seen, Map<String, Object> declared) {
        return cases.act(new TakeStep(
                seen.id(), seen.version(), "receive", "accept", null, declared, officer, UUID.randomUUID()));
    }

    private CaseSummary open(Map<String, Object> declared) {
        CaseId id = CaseId.next(clock);
        return openings.open(
                new OpenCase(
                        id,
                        code,
                        "HS-" + id.value(),
                        "Cấp phép",
                        "casework/test",
                        UuidCreator.getTimeOrderedEpoch(),
                        unit,
                        unit,
                        Channel.ONLINE,
                        null,
                        "Nguyễn Thị Na",
                        new ClockTerms("3wd", "resume", "mặc định", "Thử", "standard"),
                        clock.instant(),
                        false,
                        Actor.SYSTEM),
                declared);
    }

    private void publish(String first, String second) {
        assertThat(drafts.take("a.yml", yaml(first, second), administrator))
                .isEqualTo(new ProcedureDrafts.Stored(code));
        publishing.publish(code, LocalDate.now(clock), administrator);
    }

    private List<String> refusals(String first, @Nullable String second) {
        return drafts.take("a.yml", yaml(first, second == null ? LARGE : second), administrator)
                        instanceof ProcedureDrafts.Refused(List<Refusal> refusals)
                ? refusals.stream().map(Refusal::messageKey).toList()
                : List.of();
    }

    private byte[] yaml(String first, String second) {
        return """
                procedure: %s
                procedure_name: Cấp phép
                procedure_name_en: Permit
                facts: "amount:number:Số tiền:Amount; urgent:flag:Gấp:Urgent"
                source: Quyết định 12/QĐ-UBND
                confidence: H
                steps:
                  - step: receive
                    step_name: Tiếp nhận
                    step_name_en: Reception
                    role: one-stop-officer
                    unit_rule: receiving
                    exits:
                      - {outcome: accept, outcome_name: Nhận, outcome_name_en: Accept, kind: next, to_step: appraise,
                         accepts: true, condition: "%s"}
                      - {outcome: accept, outcome_name: Nhận, outcome_name_en: Accept, kind: next, to_step: approve,
                         accepts: true, condition: "%s"}
                  - step: appraise
                    step_name: Thẩm định
                    step_name_en: Appraisal
                    role: specialist
                    unit_rule: competent
                    exits:
                      - {outcome: propose, outcome_name: Trình, outcome_name_en: Propose, kind: next, to_step: approve}
                  - step: approve
                    step_name: Duyệt
                    step_name_en: Approval
                    role: unit-head
                    unit_rule: competent
                    exits:
                      - {outcome: approve, outcome_name: Duyệt, outcome_name_en: Approve, kind: end, case_outcome: done}
                """.formatted(code, first, second).getBytes(UTF_8);
    }

    private static List<Object> refused(String expected, ThrowingCallable act) {
        List<Object> arguments = new ArrayList<>();
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(expected);
            arguments.addAll(refused.problem().arguments());
        });
        return arguments;
    }
}
