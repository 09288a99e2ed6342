package vn.haidang;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where each role reaches the database. */
final class DatabaseAddresses {

    private final Map<DatabaseRole, DatabaseAddress> addresses;

    private DatabaseAddresses(Map<DatabaseRole, DatabaseAddress> addresses) {
        this.addresses = addresses;
    }

    static DatabaseAddresses of(EmbeddedDatabase database) {
        return at(database.home(), database.port());
    }

    /** The addresses of the embedded server that another process runs on this home, if one does. */
    static Optional<DatabaseAddresses> running(Home home) {
        return EmbeddedDatabase.runningPort(home).map(port -> at(home, port));
    }

    private static DatabaseAddresses at(Home home, int port) {
        var addresses = new EnumMap<DatabaseRole, DatabaseAddress>(DatabaseRole.class);
        for (var role : DatabaseRole.values()) {
            addresses.put(role, EmbeddedDatabase.address(home, port, role));
        }
        return new DatabaseAddresses(addresses);
    }

    /** All three addresses must be given: an application that migrates as itself could rewrite its own journal. */
    static DatabaseAddresses external(HaidangSettings.Database database) {
        return new DatabaseAddresses(new EnumMap<>(Map.of(
                DatabaseRole.APP, given("HAIDANG_DATABASE_URL", database.url(), DatabaseRole.APP),
                DatabaseRole.OWNER, given("HAIDANG_DATABASE_OWNER_URL", database.ownerUrl(), DatabaseRole.OWNER),
                DatabaseRole.RETENTION,
                        given("HAIDANG_DATABASE_RETENTION_URL", database.retentionUrl(), DatabaseRole.RETENTION))));
    }

    DatabaseAddress of(DatabaseRole role) {
        return Objects.requireNonNull(addresses.get(role));
    }

    private static DatabaseAddress given(String variable, String url, DatabaseRole role) {
        if (url.isBlank()) {
            throw new StartRefused(
                    variable + " is missing: an external database needs the addresses of all three roles");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused(variable + " must begin with jdbc:postgresql:");
        }
        return new DatabaseAddress(url, url.contains("user=") ? null : role.roleName(), null);
    }
}
