package vn.haidang.form.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Lookup;
import vn.haidang.form.spi.LookupSource;

/**
 * What the look-ups of a form fill, checked once all of it was read. A look-up fills only fields behind its key, none that is a key
 * itself, and none that another fills: so nothing goes round in a circle, and each value has one source.
 */
final class Fills {

    /** A field with where it stands. */
    private record Standing(Field field, boolean repeats, int number, String place) {}

    private final @Nullable Lookups lookups;
    private final List<Standing> fields = new ArrayList<>();

    /** @param lookups the sources there are, null where any is taken */
    Fills(@Nullable Lookups lookups) {
        this.lookups = lookups;
    }

    static Lookup lookup(Node node, Kind kind) {
        node.allowOnly("source", "fills");
        DefinitionReader.refuse(kind != Kind.TEXT, node.place(), "lookup-of-text");
        String source = node.text("source");
        Map<String, String> fills = new LinkedHashMap<>();
        if (node.has("fills")) {
            Node written = node.child("fills");
            written.map().keySet().stream()
                    .map(String::valueOf)
                    .forEach(value -> fills.put(value, written.text(value)));
        }
        return new Lookup(source, fills);
    }

    void add(Field field, boolean repeats, String place) {
        fields.add(new Standing(field, repeats, fields.size(), place));
    }

    void check(Refusals refusals) {
        Map<String, Standing> byName = fields.stream()
                .collect(Collectors.toMap(each -> each.field().name(), each -> each, (one, other) -> one));
        Set<String> filled = new HashSet<>();
        fields.stream().filter(each -> each.field().lookup() != null).forEach(key -> {
            Lookup lookup = key.field().lookup();
            if (lookup != null) {
                String place = key.place() + ".lookup";
                refusals.tried(() -> source(lookup, place));
                new TreeMap<>(lookup.fills())
                        .forEach((value, name) -> refusals.tried(() ->
                                fill(key, lookup, value, byName.get(name), name, filled, place + ".fills." + value)));
            }
        });
    }

    private boolean source(Lookup lookup, String place) {
        DefinitionReader.refuse(
                lookups != null && lookups.source(lookup.source()).isEmpty(),
                place + ".source",
                "lookup-no-source",
                lookup.source());
        return true;
    }

    private boolean fill(
            Standing key,
            Lookup lookup,
            String value,
            @Nullable Standing target,
            String name,
            Set<String> filled,
            String place) {
        if (target == null || target.repeats()) {
            throw DefinitionRefused.of(place, "lookup-no-target", name);
        }
        DefinitionReader.refuse(target.number() <= key.number(), place, "lookup-backwards", name);
        DefinitionReader.refuse(target.field().lookup() != null, place, "lookup-fills-key", name);
        DefinitionReader.refuse(!filled.add(name), place, "lookup-fills-twice", name);
        String known = target.field().source();
        DefinitionReader.refuse(
                known != null && !known.startsWith(lookup.source() + "."), place, "lookup-fills-known", name);
        LookupSource source =
                lookups == null ? null : lookups.source(lookup.source()).orElse(null);
        if (source != null) {
            Set<Kind> kinds = source.gives().getOrDefault(value, Set.of());
            DefinitionReader.refuse(kinds.isEmpty(), place, "lookup-no-value", value);
            DefinitionReader.refuse(!kinds.contains(target.field().kind()), place, "lookup-other-kind", name);
        }
        return true;
    }
}
