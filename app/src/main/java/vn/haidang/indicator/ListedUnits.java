package vn.haidang.indicator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.Folding;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * Lines about units, of which there may be more than a hundred: those of the reader's own units first, the others a page at a time, by
 * name, or all for a print. Pure.
 *
 * @param own empty where the whole is shown
 * @param list the stretch that is shown; all lines where the whole is
 * @param words what was searched for, empty for nothing
 * @param whole whether all stand on one page
 * @param alone whether a reader looks for units and wants nothing else
 */
public record ListedUnits<T>(List<T> own, Slice<T> list, String words, boolean whole, boolean alone) {

    private static final int SIZE = 20;
    private static final int LONGEST = 60;

    public ListedUnits {
        own = List.copyOf(own);
    }

    /**
     * @param mine units whose lines come first
     * @param asked {@code page}, {@code q} or {@code all} of an address; what cannot be read counts as not asked
     */
    public static <T> ListedUnits<T> of(
            List<T> lines, Function<T, Unit> unit, Set<UnitId> mine, Map<String, String> asked) {
        var words = words(asked.getOrDefault("q", ""));
        if (asked.containsKey("all") && words.isEmpty()) {
            return new ListedUnits<>(
                    List.of(), new Slice<>(lines, new PageRequest(1, SIZE), lines.size()), "", true, false);
        }
        var found =
                lines.stream().filter(line -> named(unit.apply(line), words)).toList();
        var page = asked.getOrDefault("page", "");
        var request = new PageRequest(page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1, SIZE);
        var rows = found.stream().skip(request.offset()).limit(SIZE).toList();
        var own = words.isEmpty() && lines.size() > SIZE
                ? lines.stream()
                        .filter(line -> mine.contains(unit.apply(line).id()))
                        .toList()
                : List.<T>of();
        return new ListedUnits<>(
                own,
                new Slice<>(rows, request, found.size()),
                words,
                lines.size() <= SIZE,
                !words.isEmpty() || !page.isEmpty());
    }

    /** What somebody typed to find a unit by, cut to what a name may have. */
    public static String words(String typed) {
        var words = typed.strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    /** Whether one of its names has the words in it, however they are typed. */
    public static boolean named(Unit unit, String words) {
        var folded = Folding.fold(words);
        return Folding.fold(unit.name()).contains(folded)
                || Folding.fold(unit.nameEn()).contains(folded);
    }

    /** What is added to the address of the page, to search for the same. */
    public String query() {
        return words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
