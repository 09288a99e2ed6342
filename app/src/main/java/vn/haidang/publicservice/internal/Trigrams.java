package vn.haidang.publicservice.internal;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * A text as the numbers of its trigrams, word by word: each word is taken with two blanks before it and one behind.
 *
 * @param sequence in the order of the text
 * @param before for each place of the sequence the last place before it with the same trigram, -1 where there is none
 * @param starts where in the sequence each word starts, and where the last one ends
 * @param distinct the same numbers, ascending, each once
 */
record Trigrams(int[] sequence, int[] before, int[] starts, int[] distinct) {

    static Trigrams of(String text, ToIntFunction<Long> numbers) {
        var sequence = new int[text.length() + text.length() / 2 + 3];
        var starts = new int[text.length() / 2 + 2];
        int length = 0;
        int words = 0;
        for (int from = 0; from < text.length(); ) {
            int to = from;
            while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
                to++;
            }
            if (to > from) {
                starts[words++] = length;
                char before = ' ';
                char last = ' ';
                for (int at = from; at <= to; at++) {
                    char next = at < to ? text.charAt(at) : ' ';
                    if (length == sequence.length) {
                        sequence = Arrays.copyOf(sequence, length * 2);
                    }
                    sequence[length++] = numbers.applyAsInt((long) before << 32 | (long) last << 16 | next);
                    before = last;
                    last = next;
                }
            }
            from = to + 1;
        }
        starts[words] = length;
        int[] whole = Arrays.copyOf(sequence, length);
        return new Trigrams(
                whole,
                before(whole),
                Arrays.copyOf(starts, words + 1),
                Arrays.stream(whole).sorted().distinct().toArray());
    }

    /** How many different ones there are. */
    int size() {
        return distinct.length;
    }

    /** How alike this is to the stretch of another text that is most like it: what both have, of what either has. */
    double bestStretch(Trigrams other) {
        var known = known(other);
        double best = 0;
        for (int from = 0; from < other.sequence.length; from++) {
            if (known[from]) {
                best = Math.max(best, stretchFrom(other, known, from, best));
            }
        }
        return best;
    }

    private double stretchFrom(Trigrams other, boolean[] known, int from, double least) {
        double best = least;
        int both = 0;
        int foreign = 0;
        for (int at = from; at < other.sequence.length; at++) {
            if (other.before[at] < from) {
                if (known[at]) {
                    both++;
                    best = Math.max(best, (double) both / (size() + foreign));
                } else {
                    foreign++;
                    if ((double) size() / (size() + foreign) <= best) {
                        break;
                    }
                }
            }
        }
        return best;
    }

    /** As {@link #bestStretch}, of stretches of whole words. */
    double bestWords(Trigrams other) {
        var known = known(other);
        double best = 0;
        for (int first = 0; first + 1 < other.starts.length; first++) {
            int from = other.starts[first];
            int both = 0;
            int foreign = 0;
            for (int word = first; word + 1 < other.starts.length; word++) {
                for (int at = other.starts[word]; at < other.starts[word + 1]; at++) {
                    if (other.before[at] < from) {
                        if (known[at]) {
                            both++;
                        } else {
                            foreign++;
                        }
                    }
                }
                best = Math.max(best, (double) both / (size() + foreign));
                if ((double) size() / (size() + foreign) <= best) {
                    break;
                }
            }
        }
        return best;
    }

    /** For each place of the other text whether its trigram is one of this. */
    private boolean[] known(Trigrams other) {
        var known = new boolean[other.sequence.length];
        for (int at = 0; at < known.length; at++) {
            known[at] = Arrays.binarySearch(distinct, other.sequence[at]) >= 0;
        }
        return known;
    }

    private static int[] before(int[] sequence) {
        var before = new int[sequence.length];
        for (int at = 0; at < sequence.length; at++) {
            int place = at - 1;
            while (place >= 0 && sequence[place] != sequence[at]) {
                place--;
            }
            before[at] = place;
        }
        return before;
    }
}
