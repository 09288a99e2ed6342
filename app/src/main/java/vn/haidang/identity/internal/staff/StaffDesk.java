package vn.haidang.identity.internal.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.identity.StaffChange;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.Foreseen;
import vn.haidang.ui.Problem;

/**
 * Where administrators change who holds what. A change is tried in a transaction that is taken back, so what is told before it is saved
 * is what the same change would really move; saved only while that is still so.
 */
@Component
public class StaffDesk {

    /**
     * What lines would come to.
     *
     * @param losses roles that somebody would not hold any more
     * @param names of those who have an account already or get one, by username
     * @param token stands for what was shown; saving asks for it again
     */
    public record Proposal(
            List<StaffRow> rows,
            StaffPlan plan,
            List<StaffChange.Loss> losses,
            Map<String, String> names,
            Foreseen foreseen,
            String token) {

        public boolean nothing() {
            return plan.nothing();
        }
    }

    private final StaffRows rows;
    private final StaffActs acts;
    private final Roles roles;
    private final Units units;
    private final Consequences consequences;
    private final OneChange change;

    StaffDesk(StaffRows rows, StaffActs acts, Roles roles, Units units, Consequences consequences, OneChange change) {
        this.rows = rows;
        this.acts = acts;
        this.roles = roles;
        this.units = units;
        this.consequences = consequences;
        this.change = change;
    }

    /** What is wrong with lines, and what the sound ones come to. */
    public StaffPlan plan(List<StaffRow> asked) {
        Map<String, Unit> byKey = new HashMap<>();
        asked.forEach(row -> units.byKey(row.unit()).ifPresent(unit -> byKey.put(row.unit(), unit)));
        Map<String, StaffRows.Official> officials = new LinkedHashMap<>();
        rows.byUsernames(asked.stream().map(StaffRow::username).collect(Collectors.toSet()))
                .forEach(official -> officials.put(official.username(), official));
        return StaffPlan.of(asked, new StaffPlan.Known(officials, roles.all(), byKey, change.today()));
    }

    /** Tries it and takes it back. */
    public Proposal propose(List<StaffRow> asked, HttpServletRequest request) {
        return change.tried(() -> tried(asked, () -> plan(asked), request));
    }

    /** Tries to close an account, with the posts it holds, and takes it back. */
    public Proposal proposeClosing(AccountId account, HttpServletRequest request) {
        return change.tried(() -> tried(List.of(), () -> closing(account), request));
    }

    /**
     * Saves what was shown; empty when it is saved, or is so already. Otherwise something changed meanwhile: nothing is saved, and the
     * answer is to be shown again.
     */
    public Optional<Proposal> save(List<StaffRow> asked, String token, HttpServletRequest request) {
        return save(asked, () -> plan(asked), token, request);
    }

    /** Closes an account as it was shown; as {@link #save(List, String, HttpServletRequest)}. */
    public Optional<Proposal> close(AccountId account, String token, HttpServletRequest request) {
        return save(List.of(), () -> closing(account), token, request);
    }

    private StaffPlan closing(AccountId account) {
        return rows.official(account)
                .map(official ->
                        StaffPlan.closing(official, unit -> units.get(unit).key(), change.today()))
                .orElseThrow(() -> Problem.of("identity/no-such-account", 404).exception());
    }

    private Optional<Proposal> save(
            List<StaffRow> asked, Supplier<StaffPlan> planning, String token, HttpServletRequest request) {
        return change.made(status -> {
            var proposal = tried(asked, planning, request);
            if (!proposal.plan().slips().isEmpty() || !proposal.token().equals(token)) {
                status.setRollbackOnly();
                return Optional.of(proposal);
            }
            if (!proposal.nothing()) {
                consequences.settle(new StaffChange(proposal.losses()), true, request);
            }
            return Optional.<Proposal>empty();
        });
    }

    private Proposal tried(List<StaffRow> asked, Supplier<StaffPlan> planning, HttpServletRequest request) {
        var plan = planning.get();
        if (!plan.slips().isEmpty() || plan.nothing()) {
            return new Proposal(asked, plan, List.of(), Map.of(), new Foreseen(0, "", List.of()), "");
        }
        if (change.losesTheLastAdministrator(() -> acts.make(plan.edits()))) {
            throw RoleDesk.lastAdministrator();
        }
        var losses = losses(plan);
        var foreseen = consequences.foresee(new StaffChange(losses), request);
        return new Proposal(
                asked,
                plan,
                losses,
                names(plan),
                foreseen,
                Integer.toHexString(plan.edits().hashCode()) + "." + Integer.toHexString(losses.hashCode()) + "."
                        + foreseen.fingerprint());
    }

    private Map<String, String> names(StaffPlan plan) {
        return rows.byUsernames(plan.usernames()).stream()
                .collect(Collectors.toMap(StaffRows.Official::username, StaffRows.Official::name));
    }

    /** Asked after the change was made: who really is without a role now, having held it in another post perhaps. */
    private List<StaffChange.Loss> losses(StaffPlan plan) {
        return plan.edits().stream()
                .flatMap(edit ->
                        edit instanceof StaffEdit.End end && end.until() != null ? Stream.of(end) : Stream.empty())
                .flatMap(end -> {
                    var account = new AccountId(end.account());
                    var unit = UnitId.ofKey(end.row().unit());
                    var role = new Role(end.row().role());
                    var day = Objects.requireNonNull(end.until());
                    if (rows.holds(account, unit, role, day)) {
                        return Stream.<StaffChange.Loss>empty();
                    }
                    var name =
                            rows.official(account).map(StaffRows.Official::name).orElse("");
                    return Stream.of(
                            new StaffChange.Loss(account, name, unit, role, day, !rows.isHeld(unit, role, day)));
                })
                .toList();
    }
}
