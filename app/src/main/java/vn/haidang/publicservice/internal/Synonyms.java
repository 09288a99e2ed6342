package vn.haidang.publicservice.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everyday words and the words of the catalogue they stand for, both folded. */
record Synonyms(List<Synonym> all) {

    /** What an answer to other words counts: whoever typed the words of the catalogue themselves is answered first. */
    static final double WORTH = 0.95;

    private static final int MOST = 4;

    record Synonym(String words, String means) {}

    Synonyms {
        all = List.copyOf(all);
    }

    /** What was asked for, in other words: each known phrase in it once replaced, and what the phrase stands for by itself. */
    Set<String> sayings(String folded) {
        var sayings = new LinkedHashSet<String>();
        String asked = " " + folded + " ";
        for (Synonym each : all) {
            String words = " " + each.words() + " ";
            if (sayings.size() < MOST && asked.contains(words)) {
                sayings.add(each.means());
                sayings.add(asked.replace(words, " " + each.means() + " ").strip());
            }
        }
        return sayings;
    }
}
