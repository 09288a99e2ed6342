package vn.haidang.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.internal.SubstituteRows;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Who acts in the stead of whoever holds a role at a unit, from one day to another. The substitute acts in the principal's name: an act
 * names both. It gives nothing once the principal does not hold the role any more, and it cannot be passed on.
 */
@Component
public class Substitutes {

    /** Which roles can be stood in for: those whose holders may declare a substitute. */
    public static final String ACTION = "identity/substitute";

    static final int LONGEST_DAYS = 366;

    private static final String ADMINISTER = "identity/administer";

    /**
     * One declaration.
     *
     * @param until first day on which it does not hold any more
     */
    public record Substitution(
            UUID id,
            AccountId principal,
            String principalName,
            AccountId substitute,
            String substituteName,
            UnitId unit,
            Role role,
            LocalDate from,
            LocalDate until) {}

    private final SubstituteRows rows;
    private final Powers powers;
    private final Journal journal;
    private final Clock clock;

    Substitutes(SubstituteRows rows, Powers powers, Journal journal, Clock clock) {
        this.rows = rows;
        this.powers = powers;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Declares a substitute for a role somebody holds at a unit: by themselves, by the head of the unit, or by an administrator.
     *
     * @param until first day on which it does not hold any more
     * @throws ProblemException {@code identity/not-yours-to-declare}, {@code identity/post-not-held}, {@code
     *     identity/no-such-substitute} for somebody without a post at the unit, {@code identity/substituted-already}, {@code
     *     identity/empty-span}, {@code identity/span-past}, {@code identity/span-too-long}
     */
    @Transactional
    public UUID declare(
            AccountId principal,
            AccountId substitute,
            UnitId unit,
            Role role,
            LocalDate from,
            LocalDate until,
            Reader by) {
        requireMayDeclare(principal, unit, role, by);
        requireSpan(from, until);
        if (!rows.holds(principal, unit, role, from)) {
            throw Problem.of("identity/post-not-held", 422).exception();
        }
        if (principal.equals(substitute) || !rows.works(substitute, unit, from)) {
            throw Problem.of("identity/no-such-substitute", 422).exception();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        rows.lock(principal);
        if (rows.overlaps(principal, unit, role, from, until)) {
            throw Problem.of("identity/substituted-already", 409).exception();
        }
        rows.add(id, principal, substitute, unit, role, from, until, by.actor().id(), clock.instant());
        journal.act(Act.of("identity/substitute-declared", by.actor())
                .on(new Subject("identity/substitute", id))
                .on(account(principal))
                .on(account(substitute))
                .on(new Subject("organization/unit", unit.value()))
                .changed("from", null, from)
                .changed("until", null, until));
        return id;
    }

    /**
     * Ends a declaration today; one that has not begun is taken back, one that ended before stays as it was.
     *
     * @return whether anything changed
     * @throws ProblemException {@code identity/no-such-substitution}, the same for one that is not the reader's to end
     */
    @Transactional
    public boolean end(UUID id, Reader by) {
        Substitution found = rows.find(id)
                .filter(each -> mayDeclare(each.principal(), each.unit(), each.role(), by))
                .orElseThrow(
                        () -> Problem.of("identity/no-such-substitution", 404).exception());
        LocalDate today = LocalDate.now(clock);
        if (!found.until().isAfter(today)) {
            return false;
        }
        rows.end(id, today);
        journal.act(Act.of("identity/substitute-ended", by.actor())
                .on(new Subject("identity/substitute", id))
                .on(account(found.principal()))
                .on(account(found.substitute()))
                .changed("until", found.until(), today));
        return true;
    }

    /**
     * Lets a declaration end on another day, today or later.
     *
     * @param until first day on which it does not hold any more
     * @throws ProblemException {@code identity/no-such-substitution}, {@code identity/substituted-already}, {@code identity/empty-span},
     *     {@code identity/span-past}, {@code identity/span-too-long}
     */
    @Transactional
    public void reschedule(UUID id, LocalDate until, Reader by) {
        Substitution found = rows.find(id)
                .filter(each -> mayDeclare(each.principal(), each.unit(), each.role(), by))
                .orElseThrow(
                        () -> Problem.of("identity/no-such-substitution", 404).exception());
        if (until.isBefore(LocalDate.now(clock)) || found.until().isBefore(LocalDate.now(clock))) {
            throw Problem.of("identity/span-past", 422).exception();
        }
        requireLength(found.from(), until);
        rows.lock(found.principal());
        if (until.isAfter(found.until())
                && rows.overlaps(found.principal(), found.unit(), found.role(), found.until(), until)) {
            throw Problem.of("identity/substituted-already", 409).exception();
        }
        rows.end(id, until);
        journal.act(Act.of("identity/substitute-rescheduled", by.actor())
                .on(new Subject("identity/substitute", id))
                .on(account(found.principal()))
                .on(account(found.substitute()))
                .changed("until", found.until(), until));
    }

    /** What holds today or will: of the reader, for the reader, and at the units the reader heads. The next to begin first. */
    public List<Substitution> of(Reader reader) {
        AccountId account = reader.account();
        Set<UnitId> headed = reader.posts().stream()
                .filter(each -> each.role().equals(Role.UNIT_HEAD))
                .map(Reader.Holding::unit)
                .collect(Collectors.toUnmodifiableSet());
        return account == null ? List.of() : rows.of(account, headed, LocalDate.now(clock));
    }

    /** Whether the reader may declare a substitute for this role of this account. */
    public boolean mayDeclare(AccountId principal, UnitId unit, Role role, Reader by) {
        return powers.roles(ACTION).contains(role)
                && (principal.equals(by.account())
                        || by.posts().contains(new Reader.Holding(unit, Role.UNIT_HEAD))
                        || by.posts().stream()
                                .anyMatch(post -> powers.roles(ADMINISTER).contains(post.role())));
    }

    private void requireMayDeclare(AccountId principal, UnitId unit, Role role, Reader by) {
        if (!mayDeclare(principal, unit, role, by)) {
            throw Problem.of("identity/not-yours-to-declare", 403).exception();
        }
    }

    private void requireSpan(LocalDate from, LocalDate until) {
        requireLength(from, until);
        if (from.isBefore(LocalDate.now(clock))) {
            throw Problem.of("identity/span-past", 422).exception();
        }
    }

    private static void requireLength(LocalDate from, LocalDate until) {
        if (!until.isAfter(from)) {
            throw Problem.of("identity/empty-span", 422).exception();
        }
        if (ChronoUnit.DAYS.between(from, until) > LONGEST_DAYS) {
            throw Problem.of("identity/span-too-long", 422, LONGEST_DAYS).exception();
        }
    }

    private static Subject account(AccountId id) {
        return new Subject("identity/account", id.value());
    }
}
