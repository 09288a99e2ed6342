package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.NextAct;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.publicservice.internal.StoppedClocks;
import vn.haidang.publicservice.internal.StoppedClocks.Request;
import vn.haidang.publicservice.internal.StoppedClocks.Sign;

/** betagouv/mrs#937 and #1033: where a flag stops the clock, it is used to stop it. The head sees the requests that look like it. */
@ModuleTest
@Import(Applicant.class)
class StoppedClocksModuleTests {

    private final StoppedClocks clocks;
    private final Applications applications;
    private final Applicant people;
    private final Cases cases;
    private final MovableClock clock;
    private final ClockActs acts;

    StoppedClocksModuleTests(
            StoppedClocks clocks,
            Applications applications,
            Applicant people,
            Cases cases,
            MovableClock clock,
            ClockActs acts) {
        this.clocks = clocks;
        this.applications = applications;
        this.people = people;
        this.cases = cases;
        this.clock = clock;
        this.acts = acts;
    }

    @Test
    void showsTheHeadLastDayNamelessAndRepeatedRequests() {
        clock.returnTo(Instant.parse("2026-03-02T02:00:00Z"));
        Reader reader = people.resident("Nguyễn Thị Na");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader head = people.officer("Phạm Văn Duyệt", Role.UNIT_HEAD);
        ApplicationId late = people.submitted("1.004873", reader, Device.PHONE);
        ApplicationId plain = people.submitted("1.004873", reader, Device.PHONE);
        ask(plain, "Thiếu văn bản ủy quyền", officer);
        moveTo("2026-03-05T02:00:00Z");
        ask(late, "Bổ sung giấy tờ theo quy định", officer);
        moveTo("2026-03-06T02:00:00Z");
        applications.supplement(new Applications.Supplement(late, UUID.randomUUID(), "Đã bổ sung", List.of(), reader));
        ask(late, "Thiếu văn bản ủy quyền", officer);

        List<Request> found = of(late, head);

        assertThat(found).hasSize(2);
        assertThat(found.getLast().signs())
                .contains(Sign.LAST_DAY, Sign.NAMELESS)
                .doesNotContain(Sign.AGAIN);
        assertThat(found.getFirst().signs()).contains(Sign.AGAIN).doesNotContain(Sign.NAMELESS);
        assertThat(found.getLast().askedBy()).isEqualTo("Trần Văn Tiếp");
        assertThat(of(plain, head)).isEmpty();
        assertThat(clocks.of(head).asked()).isGreaterThanOrEqualTo(3);
        assertThat(clocks.of(officer).asked()).isZero();
    }

    @Test
    void showsTheHeadAClockStoppedByHandOnItsLastDay() {
        clock.returnTo(Instant.parse("2026-03-02T02:00:00Z"));
        Reader reader = people.resident("Nguyễn Thị Nữ");
        Reader head = people.officer("Phạm Văn Duyệt", Role.UNIT_HEAD);
        ApplicationId id = people.submitted("1.004873", reader, Device.PHONE);
        moveTo("2026-03-05T02:00:00Z");
        CaseSummary seen = cases.of("publicservice/application", id.value()).orElseThrow();
        acts.stop(new ClockActs.Stop(seen.id(), seen.version(), "Chờ giám định", "Điều 20", UUID.randomUUID()), head);

        assertThat(of(id, head))
                .singleElement()
                .satisfies(each -> assertThat(each.signs()).containsExactly(Sign.LAST_DAY));
    }

    private List<Request> of(ApplicationId id, Reader head) {
        CaseSummary seen = cases.of("publicservice/application", id.value()).orElseThrow();
        return clocks.of(head).signed().stream()
                .filter(each -> each.caseId().equals(seen.id().value()))
                .toList();
    }

    private void ask(ApplicationId id, String reason, Reader by) {
        CaseSummary seen = cases.of("publicservice/application", id.value()).orElseThrow();
        cases.act(NextAct.of(seen, "ask-supplement", reason, by));
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }
}
