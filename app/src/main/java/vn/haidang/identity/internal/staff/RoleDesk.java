package vn.haidang.identity.internal.staff;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.CurrentActor;
import vn.haidang.identity.internal.Grants;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/**
 * Where administrators change what a role may do. A change is tried in a transaction that is taken back, so who is said to gain or lose
 * is who really would; it is saved only while that is still so. The power to do this never goes from the last who has it.
 */
@Component
public class RoleDesk {

    /** Changes officials, posts and roles. */
    public static final String POWER = "identity/administer";

    /**
     * What a change would do to people.
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
            boolean last,
            String token) {}

    private final RoleRows rows;
    private final Journal journal;
    private final CurrentActor actor;
    private final Grants grants;
    private final Work work;

    /** A transaction of its own, the lock that keeps two changes apart, and the day. */
    @Component
    static class Work {
        private final TransactionOperations transactions;
        private final JdbcClient jdbc;
        private final Clock clock;

        Work(TransactionOperations transactions, JdbcClient jdbc, Clock clock) {
            this.transactions = transactions;
            this.jdbc = jdbc;
            this.clock = clock;
        }

        /** The lock of officials and posts: whether somebody is the last one depends on both. */
        void oneAtATime() {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.staff'))")
                    .query((row, number) -> 0)
                    .single();
        }

        LocalDate today() {
            return LocalDate.now(clock);
        }
    }

    RoleDesk(RoleRows rows, Journal journal, CurrentActor actor, Grants grants, Work work) {
        this.rows = rows;
        this.journal = journal;
        this.actor = actor;
        this.grants = grants;
        this.work = work;
    }

    /** What has to change so that each of these roles may do exactly this. */
    public List<RoleEdit> edits(Map<Role, Set<String>> wanted) {
        var now = now();
        List<RoleEdit> edits = new ArrayList<>();
        wanted.forEach((role, actions) -> {
            var held = now.getOrDefault(role, Set.of());
            actions.stream()
                    .filter(action -> !held.contains(action))
                    .sorted()
                    .forEach(action -> edits.add(new RoleEdit(role, action, true)));
            held.stream()
                    .filter(action -> !actions.contains(action))
                    .sorted()
                    .forEach(action -> edits.add(new RoleEdit(role, action, false)));
        });
        return edits;
    }

    /** Tries it and takes it back. */
    public Proposal propose(Collection<RoleEdit> asked) {
        return inTransaction(status -> {
            status.setRollbackOnly();
            return tried(asked);
        });
    }

    /**
     * Saves what was shown; empty when it is saved, or is so already. Otherwise something changed meanwhile, or it may not be: nothing is
     * saved, and the answer is to be shown again.
     */
    public Optional<Proposal> save(Collection<RoleEdit> asked, String token) {
        var answer = inTransaction(status -> {
            var proposal = tried(asked);
            if (proposal.edits().isEmpty()) {
                return Optional.<Proposal>empty();
            }
            if (proposal.last() || !proposal.token().equals(token)) {
                status.setRollbackOnly();
                return Optional.of(proposal);
            }
            proposal.edits().stream()
                    .collect(Collectors.groupingBy(RoleEdit::role))
                    .forEach((role, edits) -> tell(role, edits));
            return Optional.<Proposal>empty();
        });
        grants.forget();
        return answer;
    }

    private Proposal tried(Collection<RoleEdit> asked) {
        work.oneAtATime();
        var now = now();
        var known = rows.actions();
        var edits = asked.stream()
                .filter(edit -> now.containsKey(edit.role()) && known.contains(edit.action()))
                .filter(edit -> now.getOrDefault(edit.role(), Set.of()).contains(edit.action()) != edit.granted())
                .distinct()
                .toList();
        if (edits.isEmpty()) {
            return new Proposal(edits, List.of(), List.of(), Set.of(), false, "");
        }
        var today = work.today();
        var touched = edits.stream().map(RoleEdit::action).collect(Collectors.toCollection(TreeSet::new));
        var before = Set.copyOf(rows.powers(touched, today));
        edits.forEach(rows::declare);
        rows.letGoOfWhatIsShipped();
        var after = Set.copyOf(rows.powers(touched, today));
        var gains = without(after, before);
        var losses = without(before, after);
        return new Proposal(
                edits,
                gains,
                losses,
                orphans(before, after),
                !rows.somebodyMay(POWER, today),
                Integer.toHexString(edits.hashCode()) + "." + Integer.toHexString(gains.hashCode()) + "."
                        + Integer.toHexString(losses.hashCode()) + "."
                        + Integer.toHexString(now.hashCode()));
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

    private void tell(Role role, List<RoleEdit> edits) {
        var act = Act.of("identity/role-changed", actor.now())
                .on(new Subject("identity/role", UuidCreator.getNameBasedSha1(role.code())));
        edits.forEach(edit -> act.changed(edit.action(), !edit.granted(), edit.granted()));
        journal.act(act);
    }

    private Map<Role, Set<String>> now() {
        Map<Role, Set<String>> now = new HashMap<>();
        rows.all(work.today()).forEach(row -> now.put(new Role(row.code()), new TreeSet<>(row.actions())));
        return now;
    }

    private <T> T inTransaction(Function<TransactionStatus, T> what) {
        return Objects.requireNonNull(work.transactions.execute(what::apply));
    }
}
