package vn.haidang.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.intellij.lang.annotations.Language;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Units;
import vn.haidang.ui.Problem;

/** Makes the one official whom nobody in the city could appoint. */
@Component
public class FirstOfficial {

    public static final int SHORTEST_PASSWORD = 12;

    @Language("SQL")
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('identity.first-official'))";

    @Language("SQL")
    private static final String SOMEBODY_IS = """
            select exists (
              select 1
              from identity.holding h
              join identity.post p on p.id = h.post
              where p.role = :role and (upper_inf(h.valid) or upper(h.valid) > :today))
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Units units;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;

    FirstOfficial(
            JdbcClient jdbc, Accounts accounts, Units units, Journal journal, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.units = units;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An account with the post of administrator at the city from today on.
     *
     * @throws vn.haidang.ui.ProblemException {@code identity/not-the-first} when somebody is administrator, {@code
     *     identity/password-too-short}, and those of {@link Accounts}
     */
    @Transactional
    public AccountId make(String username, String displayName, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw Problem.of("identity/password-too-short", 422, SHORTEST_PASSWORD)
                    .exception();
        }
        LocalDate today = LocalDate.now(clock);
        jdbc.sql(ONE_AT_A_TIME).query((row, number) -> number).single();
        if (isThere(today)) {
            throw Problem.of("identity/not-the-first", 409).exception();
        }
        AccountId account = accounts.create(new Accounts.NewAccount(username, displayName, null, password));
        accounts.appoint(
                account,
                units.city(today).id(),
                Role.ADMINISTRATOR,
                messages.getMessage("identity.first-official.title", null, Locale.forLanguageTag("vi")),
                today,
                null);
        journal.act(Act.of("identity/first-official-made", Actor.SYSTEM)
                .on(new Subject("identity/account", account.value()))
                .because("identity/no-administrator"));
        return account;
    }

    private boolean isThere(LocalDate today) {
        return jdbc.sql(SOMEBODY_IS)
                .param("role", Role.ADMINISTRATOR.code())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }
}
