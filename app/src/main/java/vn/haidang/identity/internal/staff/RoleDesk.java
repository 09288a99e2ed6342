package vn.haidang.identity.internal.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Role;
import vn.haidang.identity.StaffChange;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.Foreseen;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Where administrators found roles and change what a role may do. A change is tried in a transaction that is taken back, so who is said
 * to gain or lose, and which work to lose its holder, is what really would; it is saved only while that is still so. The power to do
 * this never goes from the last who has it.
 */
@Component
public class RoleDesk {

    /** Changes officials, posts and roles. */
    public static final String POWER = "identity/administer";

    /**
     * What a change would do to people and their work.
     *
     * @param gains who could do what they cannot do today
     * @param losses who could not do any more what they can do today
     * @param orphans actions that somebody may do today, and nobody could then
     * @param last whether nobody could change roles any more: such a change is not saved
     * @param token stands for what was shown; saving asks for it again
     */
    public record Proposal(
            List<RoleEdit> edits,
            List<RoleRows.Power> gains,
            List<RoleRows.Power> losses,
            Set<String> orphans,
            Foreseen foreseen,
            boolean last,
            String token) {

        static final Proposal NOTHING =
                new Proposal(List.of(), List.of(), List.of(), Set.of(), new Foreseen(0, "", List.of()), false, "");
    }

    private static final Comparator<RoleEdit> FOUNDINGS_FIRST = Comparator.<RoleEdit, Boolean>comparing(
                    edit -> edit instanceof RoleEdit.Grant)
            .thenComparing(RoleEdit::text);

    private final RoleRows rows;
    private final RoleActs acts;
    private final Consequences consequences;
    private final OneChange change;

    RoleDesk(RoleRows rows, RoleActs acts, Consequences consequences, OneChange change) {
        this.rows = rows;
        this.acts = acts;
        this.consequences = consequences;
        this.change = change;
    }

    static ProblemException lastAdministrator() {
        return Problem.of("identity/last-administrator", 409).exception();
    }

    /**
     * Lets units end only while somebody elsewhere keeps the power. Asked in the transaction in which they end, no other change comes
     * between.
     *
     * @throws ProblemException {@code identity/last-administrator}
     */
    public void keepAnAdministrator(Collection<UnitId> ending, LocalDate on) {
        if (change.endOfUnitsLosesTheLastAdministrator(ending, on)) {
            throw lastAdministrator();
        }
    }

    /** What has to change so that there are these new roles, and each of the wanted ones may do exactly this. */
    public List<RoleEdit> edits(Collection<NewRole> founded, Map<Role, Set<String>> wanted) {
        var now = now();
        List<RoleEdit> edits = new ArrayList<>();
        founded.forEach(role -> edits.add(role.edit()));
        wanted.forEach((role, actions) -> {
            var held = now.getOrDefault(role, Set.of());
            actions.stream()
                    .filter(action -> !held.contains(action))
                    .sorted()
                    .forEach(action -> edits.add(new RoleEdit.Grant(role, action, true)));
            held.stream()
                    .filter(action -> !actions.contains(action))
                    .sorted()
                    .forEach(action -> edits.add(new RoleEdit.Grant(role, action, false)));
        });
        return edits;
    }

    /** Tries it and takes it back. */
    public Proposal propose(Collection<RoleEdit> asked, HttpServletRequest request) {
        return change.tried(() -> tried(asked, request).proposal());
    }

    /**
     * Saves what was shown; empty when it is saved, or is so already. Otherwise something changed meanwhile: nothing is saved, and the
     * answer is to be shown again.
     *
     * @throws ProblemException {@code identity/last-administrator}
     */
    public Optional<Proposal> save(Collection<RoleEdit> asked, String token, HttpServletRequest request) {
        var answer = change.made(status -> {
            var trial = tried(asked, request);
            var proposal = trial.proposal();
            if (proposal.last()) {
                throw lastAdministrator();
            }
            if (proposal.edits().isEmpty()) {
                return Optional.<Proposal>empty();
            }
            if (!proposal.token().equals(token)) {
                status.setRollbackOnly();
                return Optional.of(proposal);
            }
            acts.tell(proposal.edits());
            consequences.settle(trial.lost(), true, request);
            return Optional.<Proposal>empty();
        });
        acts.forget();
        return answer;
    }

    private record Trial(Proposal proposal, StaffChange lost) {}

    private Trial tried(Collection<RoleEdit> asked, HttpServletRequest request) {
        var now = now();
        var edits = open(asked, now);
        if (edits.isEmpty()) {
            return new Trial(Proposal.NOTHING, new StaffChange(List.of()));
        }
        var grants = grants(edits);
        var today = change.today();
        var touched = grants.stream().map(RoleEdit.Grant::action).collect(Collectors.toCollection(TreeSet::new));
        var before = Set.copyOf(rows.powers(touched, today));
        var last = change.losesTheLastAdministrator(() -> acts.make(edits));
        var after = Set.copyOf(rows.powers(touched, today));
        var gains = without(after, before);
        var losses = without(before, after);
        var fewer = grants.stream()
                .filter(grant -> !grant.granted())
                .map(RoleEdit.Grant::role)
                .collect(Collectors.toSet());
        var lost = new StaffChange(fewer.isEmpty() ? List.of() : rows.losing(fewer, today));
        var foreseen = consequences.foresee(lost, request);
        return new Trial(
                new Proposal(
                        edits,
                        gains,
                        losses,
                        orphans(before, after),
                        foreseen,
                        last,
                        Integer.toHexString(edits.hashCode()) + "." + Integer.toHexString(gains.hashCode()) + "."
                                + Integer.toHexString(losses.hashCode()) + "."
                                + Integer.toHexString(now.hashCode()) + "." + foreseen.fingerprint()),
                lost);
    }

    /** Those of the edits that are not so already, and can be. */
    private List<RoleEdit> open(Collection<RoleEdit> asked, Map<Role, Set<String>> now) {
        var codes = rows.codes();
        var actions = rows.actions();
        Map<Role, Set<String>> then = new HashMap<>(now);
        List<RoleEdit> edits = new ArrayList<>();
        for (var edit : Set.copyOf(asked).stream().sorted(FOUNDINGS_FIRST).toList()) {
            var open = switch (edit) {
                case RoleEdit.Found found ->
                    codes.add(found.role().code()) && then.putIfAbsent(found.role(), Set.of()) == null;
                case RoleEdit.Grant(Role role, String action, boolean granted) -> {
                    var held = then.get(role);
                    yield held != null && actions.contains(action) && held.contains(action) != granted;
                }
            };
            if (open) {
                edits.add(edit);
            }
        }
        return edits;
    }

    private static List<RoleEdit.Grant> grants(List<RoleEdit> edits) {
        return edits.stream()
                .filter(RoleEdit.Grant.class::isInstance)
                .map(RoleEdit.Grant.class::cast)
                .toList();
    }

    private static List<RoleRows.Power> without(Set<RoleRows.Power> these, Set<RoleRows.Power> those) {
        return these.stream()
                .filter(power -> !those.contains(power))
                .sorted(Comparator.comparing(RoleRows.Power::action)
                        .thenComparing(RoleRows.Power::name)
                        .thenComparing(power -> power.account().value())
                        .thenComparing(power -> power.unit().value()))
                .toList();
    }

    private static Set<String> orphans(Set<RoleRows.Power> before, Set<RoleRows.Power> after) {
        var gone = before.stream().map(RoleRows.Power::action).collect(Collectors.toCollection(TreeSet::new));
        after.forEach(power -> gone.remove(power.action()));
        return gone;
    }

    private Map<Role, Set<String>> now() {
        Map<Role, Set<String>> now = new HashMap<>();
        rows.all(change.today()).forEach(row -> now.put(new Role(row.code()), new TreeSet<>(row.actions())));
        return now;
    }
}
