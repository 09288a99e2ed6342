package vn.haidang.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitHit;
import vn.haidang.organization.UnitHit.By;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitName;
import vn.haidang.reference.Folding;

/**
 * Finds units by what people type. Every name a unit ever had is compared with what is left of the question without the words for
 * kinds; whatever stands after a second such word, or after a comma, must be the name of a unit above.
 */
public final class UnitIndex {

    private static final double LEAST = 0.55;
    private static final int LONGEST_QUESTION = 120;

    /** A name in a span, folded: with and without the word for its kind. */
    private record Entry(Unit unit, UnitName name, boolean present, Trigrams bare, Trigrams full) {}

    private record Asked(KindWords.Question question, Trigrams name, Trigrams whole, LocalDate on) {

        Asked(KindWords.Question question, LocalDate on) {
            this(question, Trigrams.of(question.name()), Trigrams.of(question.whole()), on);
        }
    }

    private record Scored(UnitHit hit, double score, boolean living) {}

    private static final Comparator<Scored> BEST_FIRST = Comparator.comparing(Scored::score)
            .reversed()
            .thenComparing(scored -> !scored.living())
            .thenComparing(scored -> scored.hit().from(), Comparator.reverseOrder())
            .thenComparing(scored -> scored.hit().unit().key());

    private final List<Entry> entries;
    private final Map<String, List<UnitTree.Code>> codes;
    private final Map<UnitId, Set<String>> above;
    private final KindWords kinds;
    private final UnitTree tree;

    UnitIndex(UnitTree tree, List<UnitTree.Code> codes, List<UnitTreeRows.KindWord> words) {
        this.tree = tree;
        this.kinds = new KindWords(words);
        this.entries = tree.all().stream()
                .flatMap(unit -> tree.names(unit.id()).stream().map(name -> entry(unit, name)))
                .toList();
        this.codes = codes.stream().collect(Collectors.groupingBy(code -> Folding.fold(code.code())));
        this.above = new HashMap<>();
        tree.all().forEach(unit -> above.put(unit.id(), namesAbove(unit)));
    }

    private Entry entry(Unit unit, UnitName name) {
        var full = Folding.fold(name.name());
        return new Entry(
                unit,
                name,
                name.name().equals(unit.name()),
                Trigrams.of(kinds.withoutFirst(full, name.kind())),
                Trigrams.of(full));
    }

    /** The names of the units over this one, on its first and on its last day. */
    private Set<String> namesAbove(Unit unit) {
        var names = new HashSet<String>();
        var end = unit.validTo();
        var last = end == null ? LocalDate.of(9999, 1, 1) : end.minusDays(1);
        for (var day : List.of(unit.validFrom(), last)) {
            tree.path(unit, day).stream()
                    .filter(over -> !over.id().equals(unit.id()))
                    .forEach(over -> names.add(kinds.withoutFirst(Folding.fold(over.name()), over.kind())));
        }
        return Set.copyOf(names);
    }

    /** Best first; names of units living on the day before those of others. */
    public List<UnitHit> search(String typed, LocalDate on, int most) {
        var question = typed.strip();
        if (question.isEmpty() || question.length() > LONGEST_QUESTION) {
            return List.of();
        }
        var asked = new Asked(kinds.read(question), on);
        var byCode = codes.getOrDefault(Folding.fold(question), List.of()).stream()
                .flatMap(code -> byCode(code, on).stream());
        var byName = entries.stream().flatMap(entry -> byName(entry, asked).stream());
        var best = Stream.concat(byCode, byName).sorted(BEST_FIRST).toList();
        return onceEach(best, most);
    }

    private static List<UnitHit> onceEach(List<Scored> best, int most) {
        var seen = new HashSet<UnitId>();
        var hits = new ArrayList<UnitHit>();
        for (var scored : best) {
            if (hits.size() < most && seen.add(scored.hit().unit().id())) {
                hits.add(scored.hit());
            }
        }
        return List.copyOf(hits);
    }

    private Optional<Scored> byCode(UnitTree.Code code, LocalDate on) {
        return tree.find(code.unit())
                .map(unit ->
                        new Scored(new UnitHit(unit, By.CODE, code.code(), code.from(), code.to()), 2, code.on(on)));
    }

    private Optional<Scored> byName(Entry entry, Asked asked) {
        var score = Math.max(asked.whole().likeness(entry.full()), inPieces(entry, asked));
        if (score < LEAST) {
            return Optional.empty();
        }
        var name = entry.name();
        var living = entry.unit().livesOn(asked.on()) && name.on(asked.on());
        var by = entry.present() ? By.NAME : By.FORMER_NAME;
        var hit = new UnitHit(entry.unit(), by, name.name(), name.from(), name.to());
        return Optional.of(new Scored(hit, score + (living ? 0.04 : 0), living));
    }

    private double inPieces(Entry entry, Asked asked) {
        var score = asked.name().likeness(entry.bare());
        if (score < LEAST) {
            return 0;
        }
        var question = asked.question();
        if (!question.kinds().isEmpty()) {
            score += question.kinds().contains(entry.name().kind()) ? 0.05 : -0.15;
        }
        for (var place : question.above()) {
            var likeliest = likeliest(place, entry.unit().id());
            score += likeliest >= LEAST ? 0.1 * likeliest : -0.3;
        }
        return score;
    }

    private double likeliest(String place, UnitId unit) {
        var asked = Trigrams.of(place);
        return above.getOrDefault(unit, Set.of()).stream()
                .mapToDouble(name -> asked.likeness(Trigrams.of(name)))
                .max()
                .orElse(0);
    }

    /** Three letters at a time, and the text itself. */
    record Trigrams(String text, Set<String> parts) {

        static Trigrams of(String text) {
            var padded = "  " + text + ' ';
            var parts = new HashSet<String>();
            for (int i = 0; i + 3 <= padded.length(); i++) {
                parts.add(padded.substring(i, i + 3));
            }
            return new Trigrams(text, parts);
        }

        /** 1 for the same text, less for a beginning, a part, a slip of the pen, or shared groups of letters. */
        double likeness(@Nullable Trigrams other) {
            if (other == null || text.isEmpty() || other.text.isEmpty()) {
                return 0;
            }
            if (text.equals(other.text)) {
                return 1;
            }
            if (text.length() > 1 && other.text.startsWith(text)) {
                return 0.85 + 0.1 * text.length() / other.text.length();
            }
            if (text.length() > 2 && (' ' + other.text).contains(' ' + text)) {
                return 0.75 + 0.1 * text.length() / other.text.length();
            }
            if (text.length() > 3 && Slip.between(text, other.text)) {
                return 0.8;
            }
            var shared = parts.stream().filter(other.parts::contains).count();
            return 2.0 * shared / (parts.size() + other.parts.size());
        }
    }
}
