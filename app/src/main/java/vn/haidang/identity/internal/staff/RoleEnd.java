package vn.haidang.identity.internal.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Role;
import vn.haidang.identity.RoleWithdrawal;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.Foreseen;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Where an administrator withdraws a role founded here: only one that nobody holds or will, and that no work speaks of. */
@Component
public class RoleEnd {

    /**
     * What a withdrawal would do.
     *
     * @param seats empty seats that would end with it
     * @param foreseen what speaks of the role; with anything in it, it stays
     * @param token stands for what was shown; saving asks for it again
     */
    public record Proposal(Role role, boolean held, List<UUID> seats, Foreseen foreseen, String token) {

        public boolean possible() {
            return !held && foreseen.moved() == 0;
        }
    }

    private final RoleRows rows;
    private final RoleActs acts;
    private final Consequences consequences;
    private final OneChange change;

    RoleEnd(RoleRows rows, RoleActs acts, Consequences consequences, OneChange change) {
        this.rows = rows;
        this.acts = acts;
        this.consequences = consequences;
        this.change = change;
    }

    /** @throws ProblemException {@code identity/role-unknown}, {@code identity/role-shipped} */
    public Proposal propose(Role role, HttpServletRequest request) {
        return change.tried(() -> proposal(role, request));
    }

    /**
     * Withdraws it as it was shown; empty when it is done. Otherwise something changed meanwhile: nothing is saved, and the answer is
     * to be shown again.
     *
     * @throws ProblemException {@code identity/role-unknown}, {@code identity/role-shipped}, {@code identity/role-held}, {@code
     *     identity/role-named}
     */
    public Optional<Proposal> save(Role role, String token, HttpServletRequest request) {
        var answer = change.made(status -> {
            var proposal = proposal(role, request);
            if (proposal.held()) {
                throw Problem.of("identity/role-held", 409).exception();
            }
            if (!proposal.possible()) {
                throw Problem.of("identity/role-named", 409).exception();
            }
            if (!proposal.token().equals(token)) {
                return Optional.of(proposal);
            }
            acts.withdraw(role, proposal.seats(), change.today());
            consequences.settle(new RoleWithdrawal(role), true, request);
            return Optional.<Proposal>empty();
        });
        acts.forget();
        return answer;
    }

    private Proposal proposal(Role role, HttpServletRequest request) {
        var today = change.today();
        var row = rows.all(today).stream()
                .filter(each -> each.code().equals(role.code()))
                .findFirst()
                .orElseThrow(() -> Problem.of("identity/role-unknown", 404).exception());
        if (!row.founded()) {
            throw Problem.of("identity/role-shipped", 409).exception();
        }
        var seats = rows.seats(role, today);
        var foreseen = consequences.foresee(new RoleWithdrawal(role), request);
        return new Proposal(
                role,
                rows.isHeld(role, today),
                seats,
                foreseen,
                Integer.toHexString(seats.hashCode()) + "." + foreseen.fingerprint());
    }
}
