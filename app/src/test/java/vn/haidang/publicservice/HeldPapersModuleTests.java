package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import vn.haidang.ModuleTest;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.ui.ProblemException;

/** Whatever stops a clock for a paper whose data is held is refused until somebody looked, that failed, and why is recorded. */
@ModuleTest
@Import(Applicant.class)
class HeldPapersModuleTests {

    /** Of its components a registry answers the birth notification and the applicant's identity. */
    private static final String BIRTH = "1.001193";

    private static final String SINGLE = "1.004873";

    private final Applications applications;
    private final Applicant people;
    private final Cases cases;
    private final ClockActs clocks;
    private final PaperLookups lookups;
    private final List<Measure> measures;

    HeldPapersModuleTests(
            Applications applications,
            Applicant people,
            Cases cases,
            ClockActs clocks,
            PaperLookups lookups,
            List<Measure> measures) {
        this.applications = applications;
        this.people = people;
        this.cases = cases;
        this.clocks = clocks;
        this.lookups = lookups;
        this.measures = measures;
    }

    @Test
    void aClockIsStoppedByHandForAPaperTheCityHoldsOnlyAfterALookUpThatFailed() {
        Reader reader = people.resident("Phan Thị Dừng");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        Reader head = people.officer("Phạm Văn Dừng", Role.UNIT_HEAD);
        String words = "Chờ người nộp gửi sổ hộ khẩu";

        refused(() -> stop(application, words, head));
        assertThat(seen(application).status()).isEqualTo(CaseStatus.OPEN);

        long asked = asked();
        UUID lookup = lookups.look(application, "residence-confirmation", head)
                .lookup()
                .id();
        refused(() -> stop(application, words, head));
        lookups.mustAsk(application, lookup, "wrong", "Mới chuyển nơi ở tuần trước", head);
        stop(application, words, head);

        assertThat(seen(application).status()).isEqualTo(CaseStatus.STOPPED);
        assertThat(asked()).isEqualTo(asked + 1);
        clocks.letGoOn(application.caseId(), seen(application).version(), UUID.randomUUID(), head);
        refused(() -> stop(application, words, head));
        stop(application, "Chờ kết quả giám định", head);
        assertThat(seen(application).status()).isEqualTo(CaseStatus.STOPPED);
    }

    @Test
    void aComponentThatARegistryAnswersIsAskedForOnlyAfterALookUpThatFailed() {
        Reader reader = people.resident("Phan Thị Sinh");
        Application application = applications.get(people.submitted(BIRTH, reader, Device.PHONE), reader);
        Reader officer = people.officer("Trần Văn Sinh", Role.ONE_STOP_OFFICER);
        String words = "Thiếu giấy chứng sinh, xin gửi thêm";

        refused(() -> ask(application, words, officer));
        var component = lookups.papers(application).stream()
                .filter(each -> each.name().equals("Giấy chứng sinh"))
                .findFirst()
                .orElseThrow();
        long asked = asked();
        var found = lookups.look(application, component.code(), officer);
        assertThat(found.lookup().found()).isEqualTo("nothing");
        refused(() -> ask(application, words, officer));
        lookups.mustAsk(application, found.lookup().id(), "", "Cơ sở y tế chưa gửi bản điện tử", officer);
        ask(application, words, officer);

        assertThat(seen(application).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(asked()).isEqualTo(asked + 1);
    }

    @Test
    void aComponentOfAnotherServiceIsAskedForAsBefore() {
        Reader reader = people.resident("Phan Thị Khác");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        Reader officer = people.officer("Trần Văn Khác", Role.ONE_STOP_OFFICER);

        assertThat(lookups.papers(application)).noneMatch(each -> each.name().equals("Giấy chứng sinh"));
        ask(application, "Thiếu giấy chứng sinh, xin gửi thêm", officer);

        assertThat(seen(application).status()).isEqualTo(CaseStatus.PAUSED);
    }

    private void stop(Application application, String reason, Reader by) {
        clocks.stop(
                new ClockActs.Stop(
                        application.caseId(),
                        seen(application).version(),
                        reason,
                        "Điều 20 Nghị định 118/2025/NĐ-CP",
                        UUID.randomUUID()),
                by);
    }

    private void ask(Application application, String reason, Reader by) {
        CaseSummary seen = seen(application);
        cases.act(new TakeStep(
                seen.id(),
                seen.version(),
                Objects.requireNonNull(seen.step()),
                "ask-supplement",
                reason,
                by,
                UUID.randomUUID()));
    }

    private CaseSummary seen(Application application) {
        return cases.of("publicservice/application", application.id().value()).orElseThrow();
    }

    /** How often applicants were asked for what is held, over all time and all units. */
    private long asked() {
        return measures.stream()
                .filter(each -> each.code().value().equals("publicservice/papers-asked"))
                .findFirst()
                .orElseThrow()
                .observe(new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 1, 1)))
                .rows()
                .stream()
                .filter(row -> row.component().equals("asked"))
                .mapToLong(Observations.Row::amount)
                .sum();
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("publicservice/paper-known"));
    }
}
