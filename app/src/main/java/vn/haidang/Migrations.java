package vn.haidang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.core.ApplicationModules;

/** The migrations this program knows, module by module, and how to run them up to a version as the start of the program does. */
final class Migrations {

    static final String ROOT = "__root";

    private static final Pattern SCRIPT = Pattern.compile(".*/db/migration/([^/]+)/V([0-9.]+)__[^/]+\\.sql");

    private final Map<String, TreeSet<MigrationVersion>> known = new TreeMap<>();

    Migrations() {
        try {
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*__*.sql")) {
                var named = SCRIPT.matcher(script.getURL().toString());
                if (named.matches()) {
                    known.computeIfAbsent(named.group(1), module -> new TreeSet<>())
                            .add(MigrationVersion.fromVersion(named.group(2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a database that came this far was written by a newer program. */
    boolean isNewer(BackupManifest.History history) {
        var versions = known.get(history.module());
        return versions == null
                || MigrationVersion.fromVersion(history.version()).isNewerThan(versions.last());
    }

    /** Brings an empty database as far as another had come, and no further. */
    static void run(DatabaseAddress owner, List<BackupManifest.History> histories) {
        for (var module : inOrder()) {
            histories.stream()
                    .filter(history -> history.module().equals(module))
                    .findFirst()
                    .ifPresent(history -> flyway(owner, history).migrate());
        }
    }

    private static List<String> inOrder() {
        List<String> modules = new ArrayList<>(List.of(ROOT));
        ApplicationModuleIdentifiers.of(ApplicationModules.of(HaidangApplication.class)).stream()
                .map(Object::toString)
                .forEach(modules::add);
        return modules;
    }

    private static Flyway flyway(DatabaseAddress owner, BackupManifest.History history) {
        var module = history.module();
        return Flyway.configure()
                .dataSource(owner.source())
                .defaultSchema("platform")
                .schemas("platform")
                .createSchemas(true)
                .locations("classpath:db/migration/" + module)
                .table(module.equals(ROOT) ? "flyway_schema_history" : "flyway_schema_history_" + module)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .cleanDisabled(true)
                .target(history.version())
                .load();
    }
}
