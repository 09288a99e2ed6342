package vn.haidang.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** A procedure that one test writes and publishes, the unit its cases are handled at with the people there, and what they do. */
final class TrialProcedure {

    String code = "test." + UUID.randomUUID();
    final UnitId unit = new UnitId(UuidCreator.getTimeOrderedEpoch());
    final Reader administrator = new Reader(new AccountId(UUID.randomUUID()), "Vũ Thị Quản", Set.of());
    final Reader officer = holder(unit, Role.ONE_STOP_OFFICER);
    final Reader specialist = holder(unit, Role.SPECIALIST);
    final Reader head = holder(unit, Role.UNIT_HEAD);

    private final Cases cases;
    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final Clock clock;

    TrialProcedure(Cases cases, ProcedureDrafts drafts, ProcedurePublishing publishing, Clock clock) {
        this.cases = cases;
        this.drafts = drafts;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** Another one from here on, at the same unit. */
    void another() {
        code = "test." + UUID.randomUUID();
    }

    static Reader holder(UnitId unit, Role role) {
        return new Reader(new AccountId(UUID.randomUUID()), role.code(), Set.of(new Reader.Holding(unit, role)));
    }

    void take(byte[] yaml) {
        assertThat(drafts.take("a.yml", yaml, administrator)).isEqualTo(new ProcedureDrafts.Stored(code));
    }

    /** In force from today on. */
    void publish(byte[] yaml) {
        take(yaml);
        publishing.publish(code, LocalDate.now(clock), administrator);
    }

    CaseSummary open() {
        return cases.open(wanted());
    }

    /** A case of it that comes in now. */
    OpenCase wanted() {
        return wantedNotBy(Set.of());
    }

    /** The same, about officials. */
    OpenCase wantedNotBy(Set<AccountId> notBy) {
        CaseId id = CaseId.next(clock);
        return new OpenCase(
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
                new ClockTerms("30d", "resume", "mặc định", "Thử", "standard"),
                clock.instant(),
                false,
                notBy,
                Actor.SYSTEM);
    }

    CaseSummary act(CaseSummary seen, String outcome, Reader by) {
        return cases.act(new TakeStep(
                seen.id(),
                seen.version(),
                String.valueOf(seen.step()),
                outcome,
                "Lý do",
                Map.of(),
                by,
                UUID.randomUUID()));
    }

    CaseSummary now(CaseSummary seen) {
        return cases.of(seen.subjectType(), seen.subjectId()).orElseThrow();
    }
}
