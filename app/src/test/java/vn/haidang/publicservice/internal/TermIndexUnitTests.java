package vn.haidang.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.haidang.publicservice.internal.TermIndex.Term;

class TermIndexUnitTests {

    private static final List<String> WORDS = List.of(
            "khai", "sinh", "giay", "phep", "xay", "dung", "nha", "o", "ket", "hon", "dat", "dai", "lao", "dong");

    @Test
    void takesWordsWithBlanksAround() {
        Map<Long, Integer> numbers = new HashMap<>();
        Trigrams trigrams = Trigrams.of("o an.", key -> numbers.computeIfAbsent(key, absent -> numbers.size()));

        assertThat(trigrams.sequence()).as("__o _o_ __a _an an_").hasSize(5);
        assertThat(trigrams.starts()).containsExactly(0, 2, 5);
    }

    @Test
    void looksOnlyAtSomeTermsAndScoresAsIfItLookedAtAll() {
        var random = new Random(42);
        for (int round = 0; round < 20; round++) {
            List<Term> terms = IntStream.range(0, 200)
                    .mapToObj(at -> new Term(at, 0.6 + 0.1 * random.nextInt(5), words(random, 1 + random.nextInt(8))))
                    .toList();
            String asked = words(random, 1 + random.nextInt(5)).replaceFirst("in", "ni");
            List<String> telling = Arrays.stream(asked.split(" "))
                    .filter(word -> word.length() > 1)
                    .toList();

            double[] scores = new TermIndex(200, terms).scores(asked, telling);

            for (Term term : terms) {
                double wanted = term.weight() * naive(asked, telling, term.folded());
                double told = wanted + (wanted > 0.5 ? 0.02 : 0);
                if (told >= TermIndex.LEAST || scores[term.owner()] >= TermIndex.LEAST) {
                    assertThat(scores[term.owner()]).as("%s in %s", term, asked).isEqualTo(told, within(1e-9));
                }
            }
        }
    }

    @Test
    void answersAFewThousandServicesWithinMilliseconds() {
        var random = new Random(7);
        List<Term> terms = IntStream.range(0, 28_000)
                .mapToObj(at -> new Term(at / 10, 1, words(random, 2 + random.nextInt(12))))
                .toList();
        var index = new TermIndex(2_800, terms);
        List<String> telling = List.of("khai", "sinh", "xay", "nha");
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long begun = System.nanoTime();
            index.scores("toi muon khai sinh va xay nha o", telling);
            best = Math.min(best, System.nanoTime() - begun);
        }
        System.out.println("28,000 terms, best of 20: " + best / 1_000 + " us");
        assertThat(best).isLessThan(250_000_000);
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    }

    private static double naive(String asked, List<String> telling, String folded) {
        double alike = best(List.of(trigrams(asked)), stretches(trigrams(folded)));
        if (alike < 0.6 && telling.stream().noneMatch(folded::contains)) {
            return 0;
        }
        double whole = alike(new HashSet<>(trigrams(asked)), new HashSet<>(trigrams(folded)));
        double score = Math.max(folded.equals(asked) ? 1.3 : 0, 0.7 * alike + 0.3 * whole);
        double inside = best(List.of(trigrams(folded)), wordStretches(asked));
        return folded.length() >= 4 && folded.length() <= 1.5 * asked.length() && inside >= 0.85
                ? Math.max(score, inside * (0.45 + 0.55 * Math.min(1, (double) folded.length() / asked.length())))
                : score;
    }

    private static double best(List<List<String>> one, List<List<String>> others) {
        return others.stream()
                .mapToDouble(other -> alike(new HashSet<>(one.getFirst()), new HashSet<>(other)))
                .max()
                .orElse(0);
    }

    private static double alike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }

    private static List<List<String>> stretches(List<String> all) {
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 1, all.size()).mapToObj(to -> all.subList(from, to)))
                .toList();
    }

    private static List<List<String>> wordStretches(String text) {
        return stretches(List.of(text.split(" "))).stream()
                .map(words -> trigrams(String.join(" ", words)))
                .toList();
    }

    private static List<String> trigrams(String text) {
        List<String> trigrams = new ArrayList<>();
        for (String word : text.split(" ")) {
            String padded = "  " + word + " ";
            IntStream.range(0, padded.length() - 2).forEach(at -> trigrams.add(padded.substring(at, at + 3)));
        }
        return trigrams;
    }
}
