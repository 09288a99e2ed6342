package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.publicservice.internal.once.PaperRows.Lookup;
import vn.haidang.publicservice.internal.once.PaperRows.Paper;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * What the city holds instead of a paper.
 *
 * @param found what was just looked up, null before
 * @param asking the look-up after which the applicant is to be asked, null for none
 * @param values of what was found, in words
 * @param known whether it is known whose papers they would be; else there is nothing to look up
 */
public record PaperPage(
        String path,
        String code,
        String casePath,
        List<Paper> papers,
        List<Lookup> lookups,
        PaperLookups.@Nullable Found found,
        @Nullable Lookup asking,
        Map<String, String> values,
        boolean known,
        List<FieldError> errors) {

    public List<Option> options(Screen screen) {
        return papers.stream()
                .map(paper -> new Option(paper.code(), paper.name(screen.english()), paper.source()))
                .toList();
    }

    public String name(Lookup lookup, Screen screen) {
        return papers.stream()
                .filter(paper -> paper.code().equals(lookup.paper()))
                .findFirst()
                .map(paper -> paper.name(screen.english()))
                .orElse(lookup.paper());
    }

    public String value(KnownValue value) {
        return values.getOrDefault(value.attribute(), value.value());
    }

    public static String source(KnownValue value, Screen screen) {
        String key = "registry.source." + value.source();
        return (screen.knows(key) ? screen.say(key) : value.source()) + ", " + screen.shortDay(value.asOf());
    }
}
