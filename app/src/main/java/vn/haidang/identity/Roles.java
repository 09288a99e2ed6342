package vn.haidang.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceData;

/** The roles there are, with their names; a copy that is renewed within seconds of a new table. */
@Component
public class Roles {

    private static final long ASK_AGAIN = Duration.ofSeconds(5).toNanos();

    @Language("SQL")
    private static final String ROLES = "select code, name, name_en from identity.role order by code";

    private record Named(Role role, String name, String nameEn) {}

    private record Copy(String version, long askedAt, Map<Role, Named> roles) {}

    private final JdbcClient jdbc;
    private final ReferenceData referenceData;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    Roles(JdbcClient jdbc, ReferenceData referenceData) {
        this.jdbc = jdbc;
        this.referenceData = referenceData;
    }

    public Set<Role> all() {
        return named().keySet();
    }

    /** The role's code where it has no name here. */
    public String name(Role role, Locale locale) {
        Named named = named().get(role);
        if (named == null) {
            return role.code();
        }
        return locale.getLanguage().equals("en") ? named.nameEn() : named.name();
    }

    private Map<Role, Named> named() {
        long now = System.nanoTime();
        Copy held = copy.get();
        if (held != null && now - held.askedAt() < ASK_AGAIN) {
            return held.roles();
        }
        String version = referenceData.version("identity");
        Map<Role, Named> roles = held != null && held.version().equals(version) ? held.roles() : read();
        copy.set(new Copy(version, now, roles));
        return roles;
    }

    private Map<Role, Named> read() {
        Map<Role, Named> roles = new LinkedHashMap<>();
        jdbc.sql(ROLES)
                .query((row, number) ->
                        new Named(new Role(row.getString("code")), row.getString("name"), row.getString("name_en")))
                .list()
                .forEach(named -> roles.put(named.role(), named));
        return roles;
    }
}
