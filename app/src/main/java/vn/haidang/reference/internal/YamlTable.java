package vn.haidang.reference.internal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Sheet.Level;

/**
 * Lays nested lists of a YAML file flat: one row for each innermost entry; the cells of the outer entries stand in the first row
 * of theirs, as in a table whose repeated cells are left empty. Every scalar is a text; there are no types, tags or references.
 */
final class YamlTable {

    private static final int DEEPEST = 10;

    private final List<Level> levels;
    private final Refusals refusals;
    private final List<ReferenceRow> rows = new ArrayList<>();

    private YamlTable(List<Level> levels, Refusals refusals) {
        this.levels = levels;
        this.refusals = refusals;
    }

    static List<ReferenceRow> parse(String text, List<Level> levels, Refusals refusals) {
        var table = new YamlTable(levels, refusals);
        try {
            var document = new Yaml(new SafeConstructor(careful())).compose(new StringReader(text));
            if (document == null) {
                refusals.add(1, "", "reference.refused.no-entries");
            } else {
                table.entry(document, 0, new HashMap<>(), new HashMap<>());
            }
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            refusals.add(mark == null ? 0 : mark.getLine() + 1L, "", "reference.refused.yaml");
        } catch (YAMLException e) {
            refusals.add(0, "", "reference.refused.yaml");
        }
        return table.rows;
    }

    private static LoaderOptions careful() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    private void entry(Node node, int depth, Map<String, String> cells, Map<String, Long> lines) {
        if (!(node instanceof MappingNode entry)) {
            refusals.add(line(node), "", "reference.refused.no-entry");
            return;
        }
        var list = depth + 1 < levels.size() ? levels.get(depth + 1).list() : "";
        Node below = null;
        for (var pair : entry.getValue()) {
            var key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!list.isEmpty() && key.equals(list)) {
                below = pair.getValueNode();
            } else if (!levels.get(depth).all().contains(key)) {
                refusals.add(line(pair.getKeyNode()), key, "reference.refused.unknown-column");
            } else if (cells.containsKey(key)) {
                refusals.add(line(pair.getKeyNode()), key, "reference.refused.twice");
            } else if (pair.getValueNode() instanceof ScalarNode scalar) {
                cells.put(key, CsvTable.tidy(scalar.getValue()));
                lines.put(key, line(pair.getKeyNode()));
            } else {
                refusals.add(line(pair.getKeyNode()), key, "reference.refused.no-text");
            }
        }
        below(entry, below, depth, cells, lines);
    }

    private void below(
            MappingNode entry, @Nullable Node below, int depth, Map<String, String> cells, Map<String, Long> lines) {
        if (below == null) {
            row(line(entry), cells, lines);
        } else if (below instanceof SequenceNode list) {
            if (list.getValue().isEmpty()) {
                row(line(entry), cells, lines);
            }
            var first = true;
            for (var item : list.getValue()) {
                entry(
                        item,
                        depth + 1,
                        first ? new HashMap<>(cells) : new HashMap<>(),
                        first ? new HashMap<>(lines) : new HashMap<>());
                first = false;
            }
        } else {
            refusals.add(line(below), levels.get(depth + 1).list(), "reference.refused.no-list");
        }
    }

    private void row(long line, Map<String, String> cells, Map<String, Long> lines) {
        levels.stream().flatMap(level -> level.all().stream()).forEach(column -> cells.putIfAbsent(column, ""));
        rows.add(new CsvRow(line, cells, lines, refusals));
    }

    private static long line(Node node) {
        return node.getStartMark().getLine() + 1L;
    }
}
