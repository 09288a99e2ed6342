package vn.haidang.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** What the tests of cases begin with: a desk of their own, the people at it, and a module that issues results. */
final class CaseTestbed {

    static final ClockTerms SAME_DAY =
            new ClockTerms("same-day@15:00", "resume", "mặc định", "Luật Hộ tịch 60/2014/QH13", "standard");
    static final ClockTerms THREE_DAYS =
            new ClockTerms("3wd", "resume", "mặc định", "Luật Hộ tịch 60/2014/QH13", "standard");

    /** Issues an electronic result as soon as the step is reached. */
    @TestConfiguration
    static class Issuing {

        @Bean
        StepHandler issueResult() {
            return issuing("publicservice/issue-result");
        }

        /** Named by a procedure we ship: one handler of a module offered, all must be. */
        @Bean
        StepHandler endFeedback() {
            return issuing("publicservice/end-feedback");
        }

        /** Likewise. */
        @Bean
        StepHandler applyCorrection() {
            return issuing("publicservice/apply-correction");
        }

        /** Likewise. */
        @Bean
        StepHandler carryOutDataRequest() {
            return () -> "publicservice/carry-out-data-request";
        }

        /** Likewise; it leaves the decision to a person. */
        @Bean
        StepHandler confirmCorrection() {
            return () -> "publicservice/confirm-correction";
        }

        private static StepHandler issuing(String code) {
            return new StepHandler() {
                @Override
                public String code() {
                    return code;
                }

                @Override
                public Optional<Outcome> entered(CaseSummary reached, String step, Reader by) {
                    return Optional.of(new Outcome("done", true));
                }
            };
        }
    }

    private final Cases cases;
    private final Clock clock;

    final UnitId commune;
    final AccountId applicant = new AccountId(UuidCreator.getTimeOrderedEpoch());
    final Reader resident = new Reader(applicant, "Nguyễn Thị Na", Set.of());
    final Reader officer;
    final Reader specialist;
    final Reader head;
    final Reader stranger = new Reader(
            new AccountId(UuidCreator.getTimeOrderedEpoch()),
            "Người lạ",
            Set.of(new Reader.Holding(new UnitId(UuidCreator.getTimeOrderedEpoch()), Role.ONE_STOP_OFFICER)));

    /** At a desk that no other test sits at. */
    CaseTestbed(Cases cases, Clock clock) {
        this(cases, clock, new UnitId(UuidCreator.getTimeOrderedEpoch()));
    }

    CaseTestbed(Cases cases, Clock clock, UnitId commune) {
        this.cases = cases;
        this.clock = clock;
        this.commune = commune;
        this.officer = holder(commune, "Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        this.specialist = holder(commune, "Lê Thị Thẩm", Role.SPECIALIST);
        this.head = holder(commune, "Phạm Văn Duyệt", Role.UNIT_HEAD);
    }

    Reader holder(String name, Role... roles) {
        return holder(commune, name, roles);
    }

    private static Reader holder(UnitId commune, String name, Role... roles) {
        List<Reader.Holding> holdings = new ArrayList<>();
        for (Role role : roles) {
            holdings.add(new Reader.Holding(commune, role));
        }
        return new Reader(new AccountId(UuidCreator.getTimeOrderedEpoch()), name, Set.copyOf(holdings));
    }

    CaseSummary open() {
        return open(SAME_DAY, clock.instant(), Channel.ONLINE);
    }

    CaseSummary open(ClockTerms terms, Instant filedAt, Channel channel) {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                "civil-status-same-day",
                "HS-" + id.value(),
                "Đăng ký khai sinh",
                "publicservice/application",
                UuidCreator.getTimeOrderedEpoch(),
                commune,
                commune,
                channel,
                PartyId.of(applicant),
                "Nguyễn Thị Na",
                terms,
                filedAt,
                false,
                resident.actor()));
    }

    CaseSummary take(CaseSummary seen, String outcome, Reader by) {
        return take(seen, outcome, by, null, UUID.randomUUID());
    }

    CaseSummary take(CaseSummary seen, String outcome, Reader by, @Nullable String reason, UUID key) {
        String step = seen.step();
        return cases.act(new TakeStep(seen.id(), seen.version(), step == null ? "" : step, outcome, reason, by, key));
    }

    /** From opening to the end, as it should go. */
    CaseSummary finish(CaseSummary opened) {
        CaseSummary accepted = take(opened, "accept", officer);
        CaseSummary proposed = take(accepted, "propose", specialist);
        return take(proposed, "approve", head);
    }
}
