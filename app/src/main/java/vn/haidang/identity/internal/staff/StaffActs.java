package vn.haidang.identity.internal.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.CurrentActor;
import vn.haidang.identity.internal.key.AccessKey;
import vn.haidang.identity.internal.key.AccessKeys;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Problem;

/** Makes changes to officials and posts, each with its entry in the journal. */
@Component
public class StaffActs {

    private final Accounts accounts;
    private final StaffRows rows;
    private final AccessKeys keys;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    StaffActs(Accounts accounts, StaffRows rows, AccessKeys keys, Journal journal, CurrentActor actor, Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.keys = keys;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** In the caller's transaction: all or none. */
    void make(List<StaffEdit> edits) {
        edits.forEach(this::make);
    }

    /**
     * Ends a seat nobody sits on, from today, in the caller's transaction.
     *
     * @throws vn.haidang.ui.ProblemException {@code identity/post-in-use}
     */
    void abolish(UUID post, LocalDate today) {
        if (!rows.abolish(post, today)) {
            throw Problem.of("identity/post-in-use", 409).exception();
        }
        journal.act(Act.of("identity/post-abolished", actor.now())
                .on(new Subject("identity/post", post))
                .changed("until", null, today));
    }

    private void make(StaffEdit edit) {
        switch (edit) {
            case StaffEdit.Open open ->
                accounts.create(new Accounts.NewAccount(
                        open.username(), open.name(), open.email().isBlank() ? null : open.email(), null));
            case StaffEdit.Describe describe -> describe(describe);
            case StaffEdit.Begin(StaffRow row) ->
                accounts.appoint(
                        account(row),
                        UnitId.ofKey(row.unit()),
                        new Role(row.role()),
                        row.title(),
                        row.from(),
                        row.until());
            case StaffEdit.End end -> end(end);
            case StaffEdit.Close close -> close(new AccountId(close.account()));
        }
    }

    /** Whatever lets somebody in as this account goes with it: password, second step, sessions, keys of programs. */
    private void close(AccountId account) {
        rows.close(account, clock.instant());
        for (AccessKey key : keys.of(account)) {
            if (key.live(clock.instant())) {
                keys.revoke(key.id(), actor.now(), true);
            }
        }
        journal.act(
                Act.of("identity/account-closed", actor.now()).on(new Subject("identity/account", account.value())));
    }

    private void describe(StaffEdit.Describe to) {
        var account = new AccountId(to.account());
        rows.describe(account, to.name(), to.email());
        var act = Act.of("identity/account-described", actor.now()).on(new Subject("identity/account", to.account()));
        if (!to.name().equals(to.nameBefore())) {
            act.changed("name", to.nameBefore(), to.name());
        }
        if (!to.email().equals(to.emailBefore())) {
            act.changed("email", to.emailBefore(), to.email());
        }
        journal.act(act);
    }

    private void end(StaffEdit.End end) {
        rows.end(end.post(), new AccountId(end.account()), end.from(), end.until());
        journal.act(Act.of("identity/appointment-ends", actor.now())
                .on(new Subject("identity/account", end.account()))
                .on(new Subject("identity/post", end.post()))
                .on(new Subject(
                        "organization/unit", UnitId.ofKey(end.row().unit()).value()))
                .changed("until", text(end.before()), text(end.until())));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private AccountId account(StaffRow row) {
        return accounts.byUsername(row.username())
                .orElseThrow(() -> Problem.of("identity/no-such-account", 404).exception())
                .id();
    }
}
