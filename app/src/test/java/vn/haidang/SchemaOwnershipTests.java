package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Law 2: a module's SQL writes only its own schema and reads only its own and the published views it may depend on. */
class SchemaOwnershipTests {

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern USE = Pattern.compile(
            "\\b(from|join|into|update|delete\\s+from|references|table|only|on|using|call|view|index\\s+on)\\s+(?:only\\s+|if\\s+(?:not\\s+)?exists\\s+)?([a-z]+)\\.([a-z_0-9]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STAR = Pattern.compile(
            "create\\s+(?:or\\s+replace\\s+)?view[^;]*?\\bselect\\s+(?:\\w+\\.)?\\*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READING = Set.of("from", "join", "using", "only");

    private final List<String> modules = Sources.modules();
    private final DeclaredGraph graph = DeclaredGraph.read(modules);

    @Test
    void sqlInCodeKeepsToItsSchemaAndToPublishedViews() {
        var trespasses = new ArrayList<String>();
        for (var source : Sources.below(Sources.MAIN, ".java")) {
            var literals = LITERAL.matcher(source.text());
            while (literals.find()) {
                var sql = literals.group(1) != null ? literals.group(1) : literals.group(2);
                collect(source, source.moduleBelow(Sources.MAIN), sql, trespasses);
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void migrationsKeepToTheirSchemaAndToPublishedViews() {
        var trespasses = new ArrayList<String>();
        for (var source : Sources.below(Sources.MIGRATIONS, ".sql")) {
            collect(source, source.moduleBelow(Sources.MIGRATIONS), withoutComments(source.text()), trespasses);
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void publishedViewsNameTheirColumns() {
        for (var source : Sources.below(Sources.MIGRATIONS, ".sql")) {
            assertThat(STAR.matcher(withoutComments(source.text())).find())
                    .as(source + " defines a view by select *")
                    .isFalse();
        }
    }

    @Test
    void migrationsLieInTheFolderOfAModule() {
        var folders = new TreeSet<>(modules);
        folders.add("__root");
        for (var source : Sources.below(Sources.MIGRATIONS, ".sql")) {
            assertThat(folders).contains(source.moduleBelow(Sources.MIGRATIONS));
        }
    }

    private void collect(Sources.Source source, String module, String sql, List<String> trespasses) {
        var own = module.isEmpty() || module.equals("__root") ? "platform" : module;
        var uses = USE.matcher(sql);
        while (uses.find()) {
            var verb = uses.group(1).toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
            var schema = uses.group(2);
            var name = uses.group(3);
            var isSchema = modules.contains(schema) || schema.equals("platform");
            if (isSchema && !schema.equals(own) && !mayRead(own, verb, schema, name)) {
                trespasses.add(source + ": " + uses.group());
            }
        }
    }

    private boolean mayRead(String own, String verb, String schema, String name) {
        var used = graph.usedBy(own);
        return READING.contains(verb) && name.startsWith("pub_") && used != null && used.contains(schema);
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("--[^\\n]*", "").replaceAll("'(?:[^']|'')*'", "''");
    }
}
