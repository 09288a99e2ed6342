package vn.haidang.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import vn.haidang.ui.ProblemException;

@ModuleTest
class ProcedurePublishingModuleTests {

    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final Procedures procedures;
    private final Cases cases;
    private final MovableClock clock;
    private final JdbcClient database;
    private final UnitId unit = new UnitId(UuidCreator.getTimeOrderedEpoch());
    private final Reader administrator = new Reader(new AccountId(UUID.randomUUID()), "Vũ Thị Quản", Set.of());
    private final Reader officer = new Reader(
            new AccountId(UUID.randomUUID()), "Trần Văn Tiếp", Set.of(new Reader.Holding(unit, Role.ONE_STOP_OFFICER)));
    private String code = "";
    private LocalDate today = LocalDate.EPOCH;

    ProcedurePublishingModuleTests(
            ProcedureDrafts drafts,
            ProcedurePublishing publishing,
            Procedures procedures,
            Cases cases,
            MovableClock clock,
            JdbcClient database) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.procedures = procedures;
        this.cases = cases;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void anotherProcedure() {
        code = "test." + UUID.randomUUID();
        today = LocalDate.now(clock);
    }

    @Test
    void aCaseKeepsTheVersionItBeganUnder() {
        publish("4wh", today);
        CaseSummary old = open();
        draft("6wh");
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        int second = publishing.publish(code, today.plusDays(1), administrator);

        CaseSummary fresh = open();
        CaseSummary accepted =
                cases.act(new TakeStep(old.id(), old.version(), "receive", "accept", null, officer, UUID.randomUUID()));

        assertThat(second).isEqualTo(2);
        assertThat(fresh.procedureVersion()).isEqualTo(2);
        assertThat(accepted.procedureVersion()).isEqualTo(1);
        assertThat(procedures.get(code, 1).validTo()).isEqualTo(today.plusDays(1));
        assertThat(procedures.get(code, 1).step("appraise").duration())
                .isNotEqualTo(procedures.get(code, 2).step("appraise").duration());
        assertThat(drafts.find(code)).isEmpty();
        assertThat(publishing.open(code))
                .containsExactly(
                        new ProcedurePublishing.Standing(1, "appraise", 1),
                        new ProcedurePublishing.Standing(2, "receive", 1));
    }

    @Test
    void aVersionThatBeginsLaterWaitsForItsDayAndCanBeTakenBack() {
        publish("4wh", today);
        draft("6wh");
        publishing.publish(code, today.plusDays(30), administrator);

        assertThat(open().procedureVersion()).isEqualTo(1);
        draft("8wh");
        refused("casework/version-begins-later", () -> publishing.publish(code, today.plusDays(20), administrator));
        refused("casework/version-begun", () -> publishing.takeBack(code, 1, administrator));

        publishing.takeBack(code, 2, administrator);

        assertThat(procedures.get(code, 1).validTo()).isNull();
        assertThat(procedures.find(code, 2)).isEmpty();
        assertThat(publishing.publish(code, today.plusDays(20), administrator)).isEqualTo(2);
        assertThat(acts()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void noCaseBeginsUnderAVersionThatEnded() {
        publish("4wh", today);
        refused("casework/day-past", () -> publishing.end(code, 1, today, administrator));

        publishing.end(code, 1, today.plusDays(2), administrator);
        publishing.end(code, 1, today.plusDays(2), administrator);
        assertThat(open().procedureVersion()).isEqualTo(1);
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));

        refused("casework/no-such-procedure", this::open);
        refused("casework/version-ended", () -> publishing.end(code, 1, today.plusDays(20), administrator));
    }

    @Test
    void publishesNothingThatIsNotThereOrInThePast() {
        refused("casework/no-such-draft", () -> publishing.publish(code, today, administrator));
        draft("4wh");
        refused("casework/day-past", () -> publishing.publish(code, today.minusDays(1), administrator));

        assertThat(procedures.inForce(code, today)).isEmpty();
    }

    private void publish(String appraisal, LocalDate from) {
        draft(appraisal);
        publishing.publish(code, from, administrator);
    }

    private void draft(String appraisal) {
        assertThat(drafts.take("a.csv", ProcedureExamples.csv(code, appraisal), administrator))
                .isEqualTo(new ProcedureDrafts.Stored(code));
    }

    private CaseSummary open() {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                code,
                "HS-" + id.value(),
                "Cấp bản sao",
                "casework/test",
                UuidCreator.getTimeOrderedEpoch(),
                unit,
                unit,
                Channel.COUNTER,
                null,
                "Nguyễn Thị Na",
                new ClockTerms("3wd", "resume", "mặc định", "Luật Hộ tịch 60/2014/QH13", "standard"),
                clock.instant(),
                false,
                Actor.SYSTEM));
    }

    private long acts() {
        return database.sql("select count(*) from journal.entry e where e.subject_ids @> array[:id]::uuid[]")
                .param("id", ProcedureDrafts.subject(code).id())
                .query(Long.class)
                .single();
    }

    private static void refused(String problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(problem));
    }
}
