package vn.haidang.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.internal.AccountRows;
import vn.haidang.identity.internal.CurrentActor;
import vn.haidang.identity.internal.Passwords;
import vn.haidang.identity.internal.PostRows;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Problem;

/** The accounts and the posts they hold. Every change is an act of whoever is signed in, else of the system. */
@Component
public class Accounts {

    /**
     * What is shown of an account.
     *
     * @param official whether it holds a post today
     */
    public record Account(
            AccountId id,
            String username,
            String displayName,
            @Nullable String email,
            boolean official) {}

    /** A local account; the password is kept as Argon2id only, and without one nobody signs in with it here. */
    public record NewAccount(
            String username,
            String displayName,
            @Nullable String email,
            @Nullable CharSequence password) {}

    private final AccountRows rows;
    private final PostRows posts;
    private final Passwords passwords;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    Accounts(AccountRows rows, PostRows posts, Passwords passwords, Journal journal, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.passwords = passwords;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code identity/username-taken} */
    @Transactional
    public AccountId create(NewAccount account) {
        var id = AccountId.next(clock);
        var password = account.password();
        var added = rows.add(
                id,
                Username.normal(account.username()),
                account.displayName().strip(),
                account.email(),
                password == null ? null : passwords.hash(password),
                clock.instant());
        if (!added) {
            throw Problem.of("identity/username-taken", 409).exception();
        }
        journal.act(Act.of("identity/account-created", actor.now()).on(subject(id)));
        return id;
    }

    /** Says which person of the registry an account belongs to; for the registry, in its own act. */
    @Transactional
    public void belongs(AccountId account, PartyId person) {
        rows.belongs(account, person);
    }

    public Optional<Account> find(AccountId id) {
        return rows.find(id, LocalDate.now(clock));
    }

    public Optional<Account> byUsername(String username) {
        return rows.byUsername(Username.normal(username), LocalDate.now(clock));
    }

    /**
     * Gives a post (title, role at a unit) to an account from a day on, until a day if known (exclusive). Takes a seat of that kind
     * which is free for the span, else makes one.
     *
     * @throws vn.haidang.ui.ProblemException {@code identity/no-such-account}, {@code identity/no-such-role},
     *     {@code identity/post-held-already} when the account holds such a post in the span, {@code identity/empty-span}
     */
    @Transactional
    public void appoint(
            AccountId holder, UnitId unit, Role role, String title, LocalDate from, @Nullable LocalDate until) {
        if (until != null && !until.isAfter(from)) {
            throw Problem.of("identity/empty-span", 422).exception();
        }
        if (!posts.lock(holder)) {
            throw noSuchAccount();
        }
        if (!posts.knows(role) || role.equals(Role.RESIDENT)) {
            throw Problem.of("identity/no-such-role", 422, role.code()).exception();
        }
        if (posts.holds(holder, unit, role, title, from, until)) {
            throw Problem.of("identity/post-held-already", 409).exception();
        }
        var post = posts.free(unit, role, title, from, until).orElseGet(() -> {
            var id = UuidCreator.getTimeOrderedEpoch(clock.instant());
            posts.addPost(id, unit, role, title, from);
            return id;
        });
        posts.addHolding(post, holder, from, until);
        journal.act(Act.of("identity/appointed", actor.now())
                .on(subject(holder))
                .on(new Subject("identity/post", post))
                .on(new Subject("organization/unit", unit.value()))
                .changed("role", null, role.code()));
    }

    /** The title of the post in which an account holds a role at a unit today, as it signs: {@code Chair of the committee}. */
    public Optional<String> title(AccountId holder, UnitId unit, Role role) {
        return posts.title(holder, unit, role, LocalDate.now(clock));
    }

    /**
     * The account as a reader today, with the posts held at units that live today; what the web part hands to controllers.
     *
     * @throws vn.haidang.ui.ProblemException {@code identity/no-such-account}
     */
    public Reader reader(AccountId id) {
        return findReader(id).orElseThrow(Accounts::noSuchAccount);
    }

    /** As {@link #reader}, empty for an account that is closed or never was. */
    public Optional<Reader> findReader(AccountId id) {
        return rows.reader(id, LocalDate.now(clock));
    }

    private static Subject subject(AccountId id) {
        return new Subject("identity/account", id.value());
    }

    private static RuntimeException noSuchAccount() {
        return Problem.of("identity/no-such-account", 404).exception();
    }
}
