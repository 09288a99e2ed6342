package vn.haidang.form.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.ValueType;
import vn.haidang.form.FormDefinition;

/**
 * What a definition that is still being written reads as.
 *
 * @param form with the pages that are right; null where not even its head is
 * @param refusals everything that is wrong, in the order of the form
 * @param nameable by place, what an expression may name there
 */
public record Trial(
        @Nullable FormDefinition form, List<DefinitionRefused> refusals, Map<String, Map<String, ValueType>> nameable) {

    public Trial {
        refusals = List.copyOf(refusals);
        nameable = Map.copyOf(nameable);
    }

    /** With more that is wrong, told first; what is said of a place already is not said twice. */
    public Trial refusing(List<DefinitionRefused> more) {
        Stream<DefinitionRefused> others =
                refusals.stream().filter(each -> more.stream().noneMatch(each::says));
        return new Trial(form, Stream.concat(more.stream(), others).toList(), nameable);
    }

    /** The whole form where nothing is wrong with it, else null. */
    public @Nullable FormDefinition whole() {
        return refusals.isEmpty() ? form : null;
    }
}
