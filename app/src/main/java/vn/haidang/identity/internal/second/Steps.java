package vn.haidang.identity.internal.second;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;

/** What somebody whose password was right must do before they are let in. */
@Component
public class Steps {

    /** The next of them. */
    public enum Step {
        /** Prove what they have besides the password. */
        PROVE,
        /** Give themselves a password nobody else knows. */
        PASSWORD,
        /** Set up what their role must have. */
        ENROL,
        /** They may come in. */
        NONE
    }

    private final SecondFactorPolicy policy;
    private final JdbcClient jdbc;
    private final Clock clock;

    Steps(SecondFactorPolicy policy, JdbcClient jdbc, Clock clock) {
        this.policy = policy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param proved whether they proved in this sign-in what they have besides the password */
    public Step next(AccountId account, boolean proved) {
        return jdbc.sql("""
                        select a.password_temporary,
                          exists (select 1 from identity.authenticator t where t.account = a.id)
                            or exists (select 1 from identity.passkey k where k.account = a.id) as has,
                          exists (
                            select 1
                            from identity.holding h
                            join identity.post p on p.id = h.post
                            where h.account = a.id and h.valid @> :today and p.role = any (cast(:roles as text[]))) as must
                        from identity.account a
                        where a.id = :account
                        """)
                .param("today", LocalDate.now(clock))
                .param("roles", policy.roles().stream().map(Role::code).toArray(String[]::new))
                .param("account", account.value())
                .query((row, number) -> {
                    boolean has = row.getBoolean("has");
                    if (has && !proved) {
                        return Step.PROVE;
                    }
                    if (row.getBoolean("password_temporary")) {
                        return Step.PASSWORD;
                    }
                    return row.getBoolean("must") && !has ? Step.ENROL : Step.NONE;
                })
                .optional()
                .orElse(Step.NONE);
    }
}
