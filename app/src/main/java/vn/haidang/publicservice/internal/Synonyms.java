package vn.haidang.publicservice.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everyday words and the words of the catalogue they stand for, both folded. */
record Synonyms(List<Synonym> all) {

    /** What an answer to other words counts: whoever typed the words of the catalogue themselves is answered first. */
    static final double WORTH = 0.95;

    private static final int MOST = 4;

    record Synonym(String words, String means) {

        /** Whether another phrase is only a part of this one: who asks to change the owner of a vehicle does not ask about land. */
        boolean saysMoreThan(Synonym other) {
            return !words.equals(other.words()) && spaced(words).contains(spaced(other.words()));
        }
    }

    Synonyms {
        all = List.copyOf(all);
    }

    /** What was asked for, in other words: each known phrase in it once replaced, and what the phrase stands for by itself. */
    Set<String> sayings(String folded) {
        var sayings = new LinkedHashSet<String>();
        String asked = spaced(folded);
        List<Synonym> said = all.stream()
                .filter(each -> asked.contains(spaced(each.words())))
                .toList();
        for (Synonym each : said) {
            if (sayings.size() < MOST && said.stream().noneMatch(other -> other.saysMoreThan(each))) {
                sayings.add(each.means());
                sayings.add(asked.replace(spaced(each.words()), spaced(each.means()))
                        .strip());
            }
        }
        return sayings;
    }

    private static String spaced(String words) {
        return " " + words + " ";
    }
}
