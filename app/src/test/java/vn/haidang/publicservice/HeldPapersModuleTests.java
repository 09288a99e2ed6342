package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import vn.haidang.ModuleTest;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.NextAct;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidenceWalk;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.publicservice.internal.once.PaperMatter;
import vn.haidang.publicservice.internal.own.Readings;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

/** Whatever stops a clock for a paper whose data is held is refused until somebody looked, that failed, and why is recorded. */
@ModuleTest
@Import(Applicant.class)
class HeldPapersModuleTests {

    /** Of its components a registry answers the birth notification and the applicant's identity. */
    private static final String BIRTH = "1.001193";

    private static final String SINGLE = "1.004873";

    private static final DayRange DAYS = new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 1, 1));

    private final Applications applications;
    private final Applicant people;
    private final Cases cases;
    private final ClockActs clocks;
    private final Feedbacks feedbacks;
    private final Readings readings;
    private final PaperLookups lookups;
    private final List<Measure> measures;

    HeldPapersModuleTests(
            Applications applications,
            Applicant people,
            Cases cases,
            ClockActs clocks,
            Feedbacks feedbacks,
            Readings readings,
            PaperLookups lookups,
            List<Measure> measures) {
        this.applications = applications;
        this.people = people;
        this.cases = cases;
        this.clocks = clocks;
        this.feedbacks = feedbacks;
        this.readings = readings;
        this.lookups = lookups;
        this.measures = measures;
    }

    @Test
    void aClockIsStoppedByHandForAPaperTheCityHoldsOnlyAfterALookUpThatFailed() {
        Reader reader = people.resident("Phan Thị Dừng");
        PaperMatter asked = PaperMatter.of(applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader));
        Reader head = people.officer("Phạm Văn Dừng", Role.UNIT_HEAD);
        String words = "Chờ người nộp gửi sổ hộ khẩu";

        refused(() -> stop(asked, words, head));
        assertThat(seen(asked).status()).isEqualTo(CaseStatus.OPEN);

        long before = asked();
        UUID lookup =
                lookups.look(asked, "residence-confirmation", head).lookup().id();
        refused(() -> stop(asked, words, head));
        lookups.mustAsk(asked, lookup, "wrong", "Mới chuyển nơi ở tuần trước", head);
        stop(asked, words, head);

        assertThat(seen(asked).status()).isEqualTo(CaseStatus.STOPPED);
        assertThat(asked()).isEqualTo(before + 1);
        clocks.letGoOn(asked.caseId(), seen(asked).version(), UUID.randomUUID(), head);
        refused(() -> stop(asked, words, head));
        stop(asked, "Chờ kết quả giám định", head);
        assertThat(seen(asked).status()).isEqualTo(CaseStatus.STOPPED);
    }

    @Test
    void aComponentThatARegistryAnswersIsAskedForOnlyAfterALookUpThatFailed() {
        Reader reader = people.resident("Phan Thị Sinh");
        PaperMatter asked = PaperMatter.of(applications.get(people.submitted(BIRTH, reader, Device.PHONE), reader));
        Reader officer = people.officer("Trần Văn Sinh", Role.ONE_STOP_OFFICER);
        String words = "Thiếu giấy chứng sinh, xin gửi thêm";

        refused(() -> ask(asked, words, officer));
        var component = lookups.papers(asked).stream()
                .filter(each -> each.name().equals("Giấy chứng sinh"))
                .findFirst()
                .orElseThrow();
        long before = asked();
        var found = lookups.look(asked, component.code(), officer);
        assertThat(found.lookup().found()).isEqualTo("nothing");
        refused(() -> ask(asked, words, officer));
        lookups.mustAsk(asked, found.lookup().id(), "", "Cơ sở y tế chưa gửi bản điện tử", officer);
        ask(asked, words, officer);

        assertThat(seen(asked).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(asked()).isEqualTo(before + 1);
    }

    @Test
    void aComponentOfAnotherServiceIsAskedForAsBefore() {
        Reader reader = people.resident("Phan Thị Khác");
        PaperMatter asked = PaperMatter.of(applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader));
        Reader officer = people.officer("Trần Văn Khác", Role.ONE_STOP_OFFICER);

        assertThat(lookups.papers(asked)).noneMatch(each -> each.name().equals("Giấy chứng sinh"));
        ask(asked, "Thiếu giấy chứng sinh, xin gửi thêm", officer);

        assertThat(seen(asked).status()).isEqualTo(CaseStatus.PAUSED);
    }

    @Test
    void aSenderOfFeedbackIsAskedForAPaperTheCityHoldsOnlyAfterALookUpThatFailed() {
        Reader reader = people.resident("Phan Thị Phản");
        PaperMatter asked = feedback(Feedback.About.UNIT, "", null, reader);
        Reader head = people.officer("Phạm Văn Phản", Role.UNIT_HEAD);
        Reader officer = people.officer("Trần Văn Phản", Role.ONE_STOP_OFFICER);
        String words = "Xin gửi thêm sổ hộ khẩu";

        refused(() -> ask(asked, words, officer));
        refused(() -> stop(asked, words, head));
        assertThat(seen(asked).status()).isEqualTo(CaseStatus.OPEN);
        long before = asked();
        var found = lookups.look(asked, "residence-confirmation", officer);
        assertThat(found.lookup().found()).isEqualTo("attribute");
        assertThat(found.values()).extracting(KnownValue::attribute).containsExactly("person.residence");
        refused(() -> ask(asked, words, officer));
        lookups.mustAsk(asked, found.lookup().id(), "wrong", "Mới chuyển nơi ở tuần trước", officer);
        ask(asked, words, officer);

        assertThat(seen(asked).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(asked()).isEqualTo(before + 1);
        assertThat(evidence(officer))
                .anySatisfy(row -> assertThat(row)
                        .returns("/desk/cases/" + asked.caseId().value(), Evidence.Row::path)
                        .satisfies(each -> assertThat(each.label()).startsWith(asked.code() + " – ")));
        assertThat(evidence(people.resident("Người Khác")))
                .noneMatch(row -> row.label().contains(asked.code()));
        assertThat(readings.of(reader, false, PageRequest.first(50)).rows())
                .singleElement()
                .satisfies(line -> assertThat(line.dossiers()).containsExactly(asked.code()));
    }

    @Test
    void ofACallerNothingIsFoundAndWhyTheyAreAskedIsRecordedAllTheSame() {
        Reader officer = people.officer("Trần Văn Quầy", Role.ONE_STOP_OFFICER);
        PaperMatter asked =
                feedback(Feedback.About.UNIT, "", new Feedbacks.Caller("Phan Thị Quầy", "0912 345 678"), officer);
        String words = "Xin gửi thêm sổ hộ khẩu";

        refused(() -> ask(asked, words, officer));
        var found = lookups.look(asked, "residence-confirmation", officer);
        assertThat(found.lookup().found()).isEqualTo("nothing");
        assertThat(found.values()).isEmpty();
        lookups.mustAsk(asked, found.lookup().id(), "", "Không biết người gửi là ai", officer);
        ask(asked, words, officer);

        assertThat(seen(asked).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(lookups.of(asked).getFirst().failure()).isEqualTo("nothing");
    }

    @Test
    void feedbackAboutADossierAsksForNoneOfItsComponentsThatARegistryAnswers() {
        Reader reader = people.resident("Phan Thị Về");
        Application about = applications.get(people.submitted(BIRTH, reader, Device.PHONE), reader);
        PaperMatter asked = feedback(Feedback.About.DOSSIER, about.dossierCode(), null, reader);
        PaperMatter other = feedback(Feedback.About.UNIT, "", null, reader);
        Reader officer = people.officer("Trần Văn Về", Role.ONE_STOP_OFFICER);
        String words = "Xin gửi thêm giấy chứng sinh";

        refused(() -> ask(asked, words, officer));
        ask(other, words, officer);

        assertThat(seen(asked).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(seen(other).status()).isEqualTo(CaseStatus.PAUSED);
    }

    private PaperMatter feedback(Feedback.About about, String dossier, Feedbacks.@Nullable Caller caller, Reader by) {
        var id = feedbacks.send(new Feedbacks.Sending(
                Feedback.Kind.COMPLAINT,
                about,
                dossier,
                "",
                dossier.isEmpty() ? people.commune() : null,
                "",
                "Chờ quá lâu",
                false,
                caller,
                UUID.randomUUID(),
                by));
        return PaperMatter.of(caller == null ? feedbacks.mine(id, by) : feedbacks.atDesk(id, by));
    }

    private List<Evidence.Row> evidence(Reader reader) {
        var ground = new Ground(List.of(new Ground.Plot(people.commune(), null, null)));
        return EvidenceWalk.all(50, page -> measure().evidence(ground, DAYS, null, page, reader));
    }

    private Measure measure() {
        return measures.stream()
                .filter(each -> each.code().value().equals("publicservice/papers-asked"))
                .findFirst()
                .orElseThrow();
    }

    private void stop(PaperMatter matter, String reason, Reader by) {
        clocks.stop(
                new ClockActs.Stop(
                        matter.caseId(),
                        seen(matter).version(),
                        reason,
                        "Điều 20 Nghị định 118/2025/NĐ-CP",
                        UUID.randomUUID()),
                by);
    }

    private void ask(PaperMatter matter, String reason, Reader by) {
        CaseSummary seen = seen(matter);
        cases.act(NextAct.of(
                seen,
                matter.subject().type().equals("publicservice/feedback") ? "ask-more" : "ask-supplement",
                reason,
                by));
    }

    private CaseSummary seen(PaperMatter matter) {
        return cases.of(matter.subject().type(), matter.subject().id()).orElseThrow();
    }

    /** How often applicants were asked for what is held, over all time and all units. */
    private long asked() {
        return measure().observe(DAYS).rows().stream()
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
