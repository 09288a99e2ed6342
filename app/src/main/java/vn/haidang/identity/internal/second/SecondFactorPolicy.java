package vn.haidang.identity.internal.second;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.reference.ReferenceData;

/** Which roles must have something besides the password; a copy that is renewed within seconds of a new table. */
@Component
public class SecondFactorPolicy {

    private static final long ASK_AGAIN = Duration.ofSeconds(3).toNanos();

    private record Copy(String version, long askedAt, Set<Role> roles) {}

    private final JdbcClient jdbc;
    private final ReferenceData referenceData;
    private final boolean demo;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    SecondFactorPolicy(
            JdbcClient jdbc, ReferenceData referenceData, @Value("${haidang.demo-scale:0}") double demoScale) {
        this.jdbc = jdbc;
        this.referenceData = referenceData;
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
        String version = referenceData.version("identity");
        Set<Role> roles = held != null && held.version().equals(version) ? held.roles() : read();
        copy.set(new Copy(version, now, roles));
        return roles;
    }

    private Set<Role> read() {
        return jdbc
                .sql("select role from identity.second_factor_role where asked = 'always' or not :demo")
                .param("demo", demo)
                .query((row, number) -> new Role(row.getString("role")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
