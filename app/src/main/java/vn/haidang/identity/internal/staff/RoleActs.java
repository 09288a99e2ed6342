package vn.haidang.identity.internal.staff;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.identity.internal.CurrentActor;
import vn.haidang.identity.internal.Grants;
import vn.haidang.identity.internal.second.SecondFactorPolicy;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Makes changes to roles, and tells the journal of those that stay. */
@Component
class RoleActs {

    private final RoleRows rows;
    private final Journal journal;
    private final CurrentActor actor;
    private final Grants grants;
    private final Roles roles;
    private final SecondFactorPolicy policy;

    RoleActs(
            RoleRows rows, Journal journal, CurrentActor actor, Grants grants, Roles roles, SecondFactorPolicy policy) {
        this.rows = rows;
        this.journal = journal;
        this.actor = actor;
        this.grants = grants;
        this.roles = roles;
        this.policy = policy;
    }

    /** In the caller's transaction: all or none. */
    void make(List<RoleEdit> edits) {
        for (var edit : edits) {
            switch (edit) {
                case RoleEdit.Found found -> rows.found(found);
                case RoleEdit.Grant grant -> rows.declare(grant);
            }
        }
        rows.letGoOfWhatIsShipped();
    }

    /** One entry for each role. */
    void tell(List<RoleEdit> edits) {
        edits.stream().collect(Collectors.groupingBy(RoleEdit::role)).forEach((role, all) -> {
            var founded = all.stream().anyMatch(RoleEdit.Found.class::isInstance);
            var act = Act.of(founded ? "identity/role-founded" : "identity/role-changed", actor.now())
                    .on(subject(role));
            all.forEach(edit -> {
                switch (edit) {
                    case RoleEdit.Found found -> act.changed("name", null, found.name());
                    case RoleEdit.Grant grant -> act.changed(grant.action(), !grant.granted(), grant.granted());
                }
            });
            journal.act(act);
        });
    }

    /** Ends a role nobody holds, with its seats. */
    void withdraw(Role role, List<UUID> seats, LocalDate today) {
        rows.withdraw(role, today);
        var act = Act.of("identity/role-withdrawn", actor.now()).on(subject(role));
        seats.forEach(seat -> act.on(new Subject("identity/post", seat)));
        journal.act(act.changed("withdrawn", null, today));
    }

    /** What was read of roles is not so any more. */
    void forget() {
        grants.forget();
        roles.forget();
        policy.forget();
    }

    private static Subject subject(Role role) {
        return new Subject("identity/role", UuidCreator.getNameBasedSha1(role.code()));
    }
}
