package vn.haidang.form.internal;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML as plain mappings, lists and values: nothing in it makes an object of ours or anybody's. */
final class Documents {

    private static final int LONGEST = 1_000_000;

    private Documents() {}

    /** @throws IllegalArgumentException when it is no YAML */
    static @Nullable Object read(String yaml) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException wrong) {
            int line = wrong instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                    ? marked.getProblemMark().getLine() + 1
                    : 0;
            var refused = DefinitionRefused.of("form", "not-yaml", line);
            refused.initCause(wrong);
            throw refused;
        }
    }

    static String write(Object document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(140);
        options.setSplitLines(false);
        return new Yaml(options).dump(document);
    }
}
