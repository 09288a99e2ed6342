package vn.haidang.publicservice.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Terms by their trigrams, in memory: how well each answers a question. A term may answer the question as a whole (trigrams forgive
 * slips), share words with it, or lie inside it ("tôi muốn mở quán" holds "mở quán"); the best term of an owner decides, others break
 * ties. Only terms that share enough with the question to reach the least score are looked at closely. Never changes.
 */
final class TermIndex {

    /** What a service scores at least to be found. */
    static final double LEAST = 0.38;

    private static final double ALIKE = 0.6;
    private static final double INSIDE = 0.85;
    private static final double GOOD = 0.5;
    private static final double EXACT = 1.3;
    private static final int TIES = 5;

    /** @param folded words as {@code platform.fold} leaves them */
    record Term(int owner, double weight, String folded) {}

    /** The same words, whoever's they are. */
    private record Phrase(String folded, Trigrams trigrams, List<Term> terms) {}

    private final int owners;
    private final List<Phrase> phrases;
    private final Map<Long, Integer> numbers = new HashMap<>();
    /** By number of a trigram: the phrases that have it. */
    private final int[][] holders;

    TermIndex(int owners, Collection<Term> terms) {
        this.owners = owners;
        Map<String, List<Term>> same = new HashMap<>();
        terms.forEach(term ->
                same.computeIfAbsent(term.folded(), folded -> new ArrayList<>()).add(term));
        this.phrases = new ArrayList<>(same.size());
        same.forEach((folded, mine) -> phrases.add(new Phrase(
                folded,
                Trigrams.of(folded, key -> numbers.computeIfAbsent(key, absent -> numbers.size())),
                List.copyOf(mine))));
        this.holders = holders();
    }

    private int[][] holders() {
        var sizes = new int[numbers.size()];
        for (Phrase phrase : phrases) {
            for (int number : phrase.trigrams().distinct()) {
                sizes[number]++;
            }
        }
        var held = new int[sizes.length][];
        Arrays.setAll(held, number -> new int[sizes[number]]);
        for (int at = phrases.size() - 1; at >= 0; at--) {
            for (int number : phrases.get(at).trigrams().distinct()) {
                held[number][--sizes[number]] = at;
            }
        }
        return held;
    }

    /**
     * The score of each owner, 0 where nothing answers.
     *
     * @param words the question, folded
     * @param telling the words of it that mean something by themselves
     */
    double[] scores(String words, List<String> telling) {
        Map<Long, Integer> unknown = new HashMap<>();
        Trigrams asked = Trigrams.of(words, key -> {
            Integer number = numbers.get(key);
            return number != null ? number : unknown.computeIfAbsent(key, absent -> numbers.size() + unknown.size());
        });
        var best = new double[owners];
        var good = new int[owners];
        int[] shared = shared(asked);
        for (int at = 0; at < shared.length; at++) {
            if (shared[at] > 0) {
                Phrase phrase = phrases.get(at);
                double score = score(words, telling, asked, phrase, shared[at]);
                for (Term term : score > 0 ? phrase.terms() : List.<Term>of()) {
                    double weighed = term.weight() * score;
                    best[term.owner()] = Math.max(best[term.owner()], weighed);
                    if (weighed > GOOD) {
                        good[term.owner()]++;
                    }
                }
            }
        }
        for (int owner = 0; owner < owners; owner++) {
            best[owner] += 0.02 * Math.min(TIES, good[owner]);
        }
        return best;
    }

    /** How many trigrams of the question each phrase has. */
    private int[] shared(Trigrams asked) {
        var shared = new int[phrases.size()];
        for (int number : asked.distinct()) {
            if (number < holders.length) {
                for (int phrase : holders[number]) {
                    shared[phrase]++;
                }
            }
        }
        return shared;
    }

    private static double score(String words, List<String> telling, Trigrams asked, Phrase phrase, int shared) {
        Trigrams own = phrase.trigrams();
        double asWhole = (double) shared / (asked.size() + own.size() - shared);
        boolean mayAnswer = 0.7 * shared / asked.size() + 0.3 * asWhole >= LEAST;
        boolean mayLieInside = shared >= INSIDE * own.size()
                && phrase.folded().length() >= 4
                && phrase.folded().length() <= 1.5 * words.length();
        if (!mayAnswer && !mayLieInside) {
            return 0;
        }
        double alike = asked.bestStretch(own);
        if (alike < ALIKE && telling.stream().noneMatch(phrase.folded()::contains)) {
            return 0;
        }
        double score = Math.max(phrase.folded().equals(words) ? EXACT : 0, 0.7 * alike + 0.3 * asWhole);
        if (mayLieInside) {
            double inside = own.bestWords(asked);
            if (inside >= INSIDE) {
                double share = Math.min(1, (double) phrase.folded().length() / words.length());
                score = Math.max(score, inside * (0.45 + 0.55 * share));
            }
        }
        return score;
    }
}
