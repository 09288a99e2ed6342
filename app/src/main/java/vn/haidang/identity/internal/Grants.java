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

/** Which roles hold an action, as a copy that may be lost at any time and is read anew every few seconds. */
@Component
public class Grants {

    private static final long READ_AGAIN = Duration.ofSeconds(3).toNanos();

    private record Grant(String action, Role role) {}

    private record Cached(long readAt, Map<String, Set<Role>> holders) {}

    @Language("SQL")
    private static final String GRANTS = "select action, role from identity.pub_grant";

    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable Cached> cached = new AtomicReference<>();

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was read is not so any more: on this node the next question reads anew, on others within seconds. */
    public void forget() {
        cached.set(null);
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
        if (held != null && now - held.readAt() < READ_AGAIN) {
            return held.holders();
        }
        var holders = read();
        cached.set(new Cached(now, holders));
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
