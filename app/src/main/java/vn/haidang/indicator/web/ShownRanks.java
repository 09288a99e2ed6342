package vn.haidang.indicator.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.ListedUnits;
import vn.haidang.indicator.web.Ranking.Place;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * What of a ranking is shown: of a long one the reader's own units, its head and its foot, unless a page of it, a name or the whole is
 * asked for. Pure.
 *
 * @param groups one after the other, each under its own heading
 * @param list the stretch that is shown of the whole or of what was found; null where it is folded or shown whole
 * @param words what was searched for, empty for nothing
 * @param folded whether there is more than is shown
 */
public record ShownRanks(
        Ranking ranking, List<Group> groups, @Nullable Slice<Place> list, String words, boolean folded) {

    /** Up to here nobody gets lost in a list. */
    private static final int SHORT = 15;

    static final int HEAD = 5;
    static final int FOOT = 5;
    static final int SIZE = 25;

    /** Some places under a heading of {@code indicator.ranking.<code>}; the plain list has none. */
    public record Group(String code, List<Place> places) {

        public Group {
            places = List.copyOf(places);
        }
    }

    public ShownRanks {
        groups = List.copyOf(groups);
    }

    /**
     * @param mine units whose place comes first
     * @param asked {@code page}, {@code q} or {@code all} of an address; what cannot be read counts as not asked
     */
    static ShownRanks of(Ranking ranking, Set<UnitId> mine, Map<String, String> asked) {
        var words = ListedUnits.words(asked.getOrDefault("q", ""));
        var places = ranking.places();
        if (!words.isEmpty()) {
            return listed(
                    ranking,
                    places.stream().filter(place -> named(place, words)).toList(),
                    List.of(),
                    asked,
                    words);
        }
        var own = places.stream().filter(place -> isOf(place, mine)).toList();
        if (places.size() <= SHORT || asked.containsKey("all")) {
            return new ShownRanks(ranking, List.of(new Group("", places)), null, "", false);
        }
        return asked.containsKey("page") ? listed(ranking, places, own, asked, "") : folded(ranking, own);
    }

    private static ShownRanks folded(Ranking ranking, List<Place> own) {
        var ranked = ranking.places().stream().filter(place -> place.rank() > 0).toList();
        var head = ranked.size() <= HEAD + FOOT ? ranked : ranked.subList(0, HEAD);
        var foot = ranked.subList(Math.max(head.size(), ranked.size() - FOOT), ranked.size());
        return new ShownRanks(ranking, groups(own, new Group("head", head), new Group("foot", foot)), null, "", true);
    }

    private static ShownRanks listed(
            Ranking ranking, List<Place> places, List<Place> own, Map<String, String> asked, String words) {
        var page = asked.getOrDefault("page", "1");
        var request = new PageRequest(page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1, SIZE);
        var rows = places.stream().skip(request.offset()).limit(SIZE).toList();
        return new ShownRanks(
                ranking, groups(own, new Group("", rows)), new Slice<>(rows, request, places.size()), words, false);
    }

    private static List<Group> groups(List<Place> own, Group... others) {
        var groups = new ArrayList<Group>();
        groups.add(new Group("own", own));
        groups.addAll(List.of(others));
        groups.removeIf(group -> group.places().isEmpty());
        return groups;
    }

    private static boolean named(Place place, String words) {
        return ground(place).stream().anyMatch(unit -> ListedUnits.named(unit, words));
    }

    private static boolean isOf(Place place, Set<UnitId> units) {
        return ground(place).stream().anyMatch(unit -> units.contains(unit.id()));
    }

    private static List<Unit> ground(Place place) {
        var answer = place.answer();
        return answer.ground().isEmpty() ? List.of(answer.unit()) : answer.ground();
    }

    /** Whether the whole is more than one looks through. */
    public boolean large() {
        return ranking.places().size() > SHORT;
    }

    public long ranked() {
        return ranking.places().stream().filter(place -> place.rank() > 0).count();
    }

    public long unranked() {
        return ranking.places().size() - ranked();
    }

    /** What is added to the address of the list, to search for the same. */
    public String query() {
        return words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
