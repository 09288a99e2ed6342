package vn.haidang.organization.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.haidang.reference.Folding;

/** Tells the words for kinds from the names in what people type: {@code p. An Duong, q. Le Chan}. */
final class KindWords {

    /**
     * What was asked.
     *
     * @param whole all of it, folded
     * @param name without the word for its kind
     * @param kinds the kinds that word may mean, empty where there was none
     * @param above names of units over it
     */
    record Question(String whole, String name, Set<String> kinds, List<String> above) {}

    private record Piece(String name, Set<String> kinds) {}

    private static final Pattern BORDER = Pattern.compile("[,;()/]| - |\\n");
    private static final Pattern SIGNS = Pattern.compile("[.:\"']+");

    private final Map<String, Set<String>> kindsByWord;
    private final List<String> words;

    KindWords(List<UnitTreeRows.KindWord> words) {
        this.kindsByWord = words.stream()
                .collect(Collectors.groupingBy(
                        word -> Folding.fold(word.word()),
                        HashMap::new,
                        Collectors.mapping(UnitTreeRows.KindWord::kind, Collectors.toSet())));
        this.words = kindsByWord.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A folded name without the word for this kind in front. */
    String withoutFirst(String folded, String kind) {
        for (var word : words) {
            if (folded.startsWith(word + ' ')
                    && kindsByWord.getOrDefault(word, Set.of()).contains(kind)) {
                return folded.substring(word.length() + 1);
            }
        }
        return folded;
    }

    Question read(String typed) {
        var pieces = new ArrayList<Piece>();
        for (var part : BORDER.split(typed)) {
            cut(Folding.fold(SIGNS.matcher(part).replaceAll(" ")), pieces);
        }
        var whole = Folding.fold(
                SIGNS.matcher(BORDER.matcher(typed).replaceAll(" ")).replaceAll(" "));
        if (pieces.isEmpty()) {
            return new Question(whole, whole, Set.of(), List.of());
        }
        var first = pieces.getFirst();
        var above = pieces.stream().skip(1).map(Piece::name).toList();
        return new Question(whole, first.name(), first.kinds(), above);
    }

    /** A word for a kind begins a new piece, if a name follows it. */
    private void cut(String folded, List<Piece> pieces) {
        var name = new StringBuilder();
        Set<String> kinds = new HashSet<>();
        var rest = folded.strip();
        while (!rest.isEmpty()) {
            var word = kindWord(rest);
            if (!word.isEmpty() && name.isEmpty() && !kinds.isEmpty()) {
                word = "";
            }
            if (word.isEmpty()) {
                var blank = rest.indexOf(' ');
                var next = blank < 0 ? rest : rest.substring(0, blank);
                name.append(name.isEmpty() ? "" : " ").append(next);
                rest = blank < 0 ? "" : rest.substring(blank + 1);
            } else {
                add(name, kinds, pieces);
                kinds = new HashSet<>(kindsByWord.getOrDefault(word, Set.of()));
                name.setLength(0);
                rest = rest.substring(word.length() + 1);
            }
        }
        add(name, kinds, pieces);
    }

    private static void add(StringBuilder name, Set<String> kinds, List<Piece> pieces) {
        if (!name.isEmpty()) {
            pieces.add(new Piece(name.toString(), Set.copyOf(kinds)));
        }
    }

    private String kindWord(String rest) {
        return words.stream()
                .filter(word -> rest.startsWith(word + ' '))
                .findFirst()
                .orElse("");
    }
}
