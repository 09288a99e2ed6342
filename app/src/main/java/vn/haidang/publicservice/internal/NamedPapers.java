package vn.haidang.publicservice.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.haidang.reference.Folding;

/**
 * Whether a request for a supplement names a paper of the procedure: the whole name of one stands in it, as when it was ticked, or two
 * neighbouring words of one side by side, other than the words that stand for any paper. It points at requests worth reading; it judges none.
 */
final class NamedPapers {

    /** Folded: words that stand for any paper, or for no paper at all. */
    private static final Set<String> OF_ANYTHING = Set.of(
            "giay to", "ho so", "ban sao", "ban chinh", "quy dinh", "theo quy", "kem theo", "hop le", "cua nguoi");

    private NamedPapers() {}

    static boolean in(String request, List<String> papers) {
        String words = words(request);
        if (papers.stream().map(NamedPapers::words).anyMatch(paper -> !paper.isBlank() && words.contains(paper))) {
            return true;
        }
        Set<String> said = pairs(request);
        return papers.stream().flatMap(paper -> pairs(paper).stream()).anyMatch(said::contains);
    }

    /** Folded, each word between two blanks. */
    private static String words(String text) {
        return " " + Folding.fold(text).replaceAll("[^a-z0-9]+", " ").strip() + " ";
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        String before = "";
        for (String word : Folding.fold(text).split("[^a-z0-9]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (!before.isEmpty() && !OF_ANYTHING.contains(before + " " + word)) {
                pairs.add(before + " " + word);
            }
            before = word;
        }
        return pairs;
    }
}
