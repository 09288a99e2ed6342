package vn.haidang.publicservice.internal.once;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.haidang.reference.Folding;

/**
 * By which words an official names a component of a dossier: each of the papers it offers to choose from, without what says only that
 * it is a paper, or whose. Words that would stand for any paper are left whole.
 */
final class ItemWords {

    private static final Pattern CHOICE = Pattern.compile(",|;|\\(|\\)|/| hoac ");
    private static final Pattern PAPER = Pattern.compile("^(giay to chung minh|giay to ve|giay to|ban sao) ");
    private static final Pattern WHOSE = Pattern.compile(" (cua|trong) .*$");
    private static final Set<String> OF_ANYTHING =
            Set.of("thong tin", "giay to", "ban sao", "ban chinh", "quyet dinh", "du lieu", "tai lieu", "ho so");

    private ItemWords() {}

    static List<String> of(String item) {
        return Stream.of(CHOICE.split(Folding.fold(item)))
                .map(part -> part.replaceAll("[^a-z0-9]+", " ").strip())
                .map(ItemWords::named)
                .filter(words -> words.contains(" ") && !OF_ANYTHING.contains(words))
                .distinct()
                .toList();
    }

    private static String named(String part) {
        String whole = WHOSE.matcher(part).replaceFirst("");
        if (!whole.contains(" ") || OF_ANYTHING.contains(whole)) {
            return part;
        }
        String bare = PAPER.matcher(whole).replaceFirst("");
        return bare.split(" ").length < 3 ? whole : bare;
    }
}
