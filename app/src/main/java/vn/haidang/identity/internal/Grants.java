package vn.haidang.identity.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.reference.ReferenceData;

/** Which roles hold an action, as a copy that may be lost at any time and is renewed within seconds of a new version. */
@Component
public class Grants {

    private static final long ASK_AGAIN = Duration.ofSeconds(3).toNanos();

    private record Grant(String action, Role role) {}

    private record Cached(String version, long askedAt, Map<String, Set<Role>> holders) {}

    @Language("SQL")
    private static final String GRANTS = "select action, role from identity.role_action";

    private final JdbcClient jdbc;
    private final ReferenceData referenceData;
    private final AtomicReference<@Nullable Cached> cached = new AtomicReference<>();

    Grants(JdbcClient jdbc, ReferenceData referenceData) {
        this.jdbc = jdbc;
        this.referenceData = referenceData;
    }

    /** Whether any role of the reader holds the action; several posts add up. */
    public boolean permit(Reader reader, String action) {
        if (!reader.signedIn()) {
            return false;
        }
        var holders = holders(action);
        if (holders.contains(Role.RESIDENT)) {
            return true;
        }
        for (var holding : reader.holdings()) {
            if (holders.contains(holding.role())) {
                return true;
            }
        }
        return false;
    }

    /** Which roles hold the action. */
    public Set<Role> holders(String action) {
        return holders().getOrDefault(action, Set.of());
    }

    private Map<String, Set<Role>> holders() {
        var now = System.nanoTime();
        var held = cached.get();
        if (held != null && now - held.askedAt() < ASK_AGAIN) {
            return held.holders();
        }
        var version = referenceData.version("identity");
        var holders = held != null && held.version().equals(version) ? held.holders() : read();
        cached.set(new Cached(version, now, holders));
        return holders;
    }

    private Map<String, Set<Role>> read() {
        return jdbc
                .sql(GRANTS)
                .query((row, number) -> new Grant(row.getString("action"), new Role(row.getString("role"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Grant::action, Collectors.mapping(Grant::role, Collectors.toCollection(HashSet::new))))
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }
}
