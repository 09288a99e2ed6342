package vn.haidang.identity;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles there are, with their names; a copy that is renewed every few seconds. */
@Component
public class Roles {

    private static final long ASK_AGAIN = Duration.ofSeconds(5).toNanos();

    @Language("SQL")
    private static final String ROLES =
            "select code, name, name_en, withdrawn_at is null as given from identity.role order by code";

    private record Named(Role role, String name, String nameEn, boolean given) {}

    private record Copy(long askedAt, Map<Role, Named> all, Set<Role> given) {}

    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    Roles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The roles that posts can give today; a withdrawn one keeps its name only. */
    public Set<Role> all() {
        return copy().given();
    }

    /** Roles changed: on this node the next question reads anew, on others within seconds. */
    public void forget() {
        copy.set(null);
    }

    /** The role's code where it has no name here. */
    public String name(Role role, Locale locale) {
        Named named = copy().all().get(role);
        if (named == null) {
            return role.code();
        }
        return locale.getLanguage().equals("en") ? named.nameEn() : named.name();
    }

    private Copy copy() {
        long now = System.nanoTime();
        Copy held = copy.get();
        if (held != null && now - held.askedAt() < ASK_AGAIN) {
            return held;
        }
        Copy read = read(now);
        copy.set(read);
        return read;
    }

    private Copy read(long now) {
        Map<Role, Named> all = new LinkedHashMap<>();
        Set<Role> given = new LinkedHashSet<>();
        jdbc.sql(ROLES)
                .query((row, number) -> new Named(
                        new Role(row.getString("code")),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getBoolean("given")))
                .list()
                .forEach(named -> {
                    all.put(named.role(), named);
                    if (named.given()) {
                        given.add(named.role());
                    }
                });
        return new Copy(now, all, Collections.unmodifiableSet(given));
    }
}
