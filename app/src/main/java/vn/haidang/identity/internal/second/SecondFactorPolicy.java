package vn.haidang.identity.internal.second;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;

/**
 * Which roles must have something besides the password: those of the table, and every role an administrator let do what as shipped only
 * those may. A copy that is renewed every few seconds.
 */
@Component
public class SecondFactorPolicy {

    private static final long ASK_AGAIN = Duration.ofSeconds(3).toNanos();

    private record Copy(long askedAt, Set<Role> roles) {}

    @Language("SQL")
    private static final String ROLES = """
            with asked as (select f.role from identity.second_factor_role f where f.asked = 'always' or not :demo)
            select k.role from asked k
            union
            select g.role
            from identity.pub_grant g
            where g.action in (
              select s.action from identity.role_action s join asked k on k.role = s.role
              except
              select s.action from identity.role_action s where s.role not in (select k.role from asked k))
            """;

    private final JdbcClient jdbc;
    private final boolean demo;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    SecondFactorPolicy(JdbcClient jdbc, @Value("${haidang.demo-scale:0}") double demoScale) {
        this.jdbc = jdbc;
        this.demo = demoScale > 0;
    }

    /** Whether one of the roles held now asks for it. */
    public boolean demands(Reader reader) {
        return !reader.holdings().isEmpty()
                && reader.holdings().stream().anyMatch(holding -> roles().contains(holding.role()));
    }

    public Set<Role> roles() {
        long now = System.nanoTime();
        Copy held = copy.get();
        if (held != null && now - held.askedAt() < ASK_AGAIN) {
            return held.roles();
        }
        Set<Role> roles = read();
        copy.set(new Copy(now, roles));
        return roles;
    }

    /** What was read is not so any more: on this node the next question reads anew, on others within seconds. */
    public void forget() {
        copy.set(null);
    }

    private Set<Role> read() {
        return jdbc
                .sql(ROLES)
                .param("demo", demo)
                .query((row, number) -> new Role(row.getString("role")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
