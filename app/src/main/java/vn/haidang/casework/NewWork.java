package vn.haidang.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;

/**
 * What a module asks of people.
 *
 * @param title what is to do, in the language of the officials
 * @param person to whom it is given at once, who must have a post at the unit; null leaves it in the queue of the role
 * @param dueAt first moment that is too late, null when none is set
 * @param about the record of the module; ending it ends the work
 * @param path where it is done, beginning with {@code /}
 * @param caseId the case it belongs to, null when none
 */
public record NewWork(
        String title,
        UnitId unit,
        Role role,
        @Nullable AccountId person,
        @Nullable Instant dueAt,
        Subject about,
        String path,
        @Nullable CaseId caseId,
        Actor by) {}
