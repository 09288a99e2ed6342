package vn.haidang.indicator.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.organization.Unit;
import vn.haidang.ui.Screen;

/**
 * A figure with what it is made of: the parts below it, or the records behind it.
 *
 * @param change the number of the last change these figures know of
 * @param asked which of the records behind it
 * @param breakdown by what its facts can be told apart, null where they cannot
 * @param indicators that are made of this measure
 */
public record FigurePage(
        FigureAddress address,
        int version,
        long change,
        List<String> components,
        Unit unit,
        List<Unit> path,
        Figure figure,
        List<Part> parts,
        EvidencePage asked,
        Evidence evidence,
        @Nullable Breakdown breakdown,
        List<Indicator> indicators) {

    public static final String NUMERATOR = "numerator";
    public static final String DENOMINATOR = "denominator";
    private static final int MANY = 20;
    private static final int FIRST = 10;
    private static final int FEW_NUMBERS = 4;

    /** The same figure of a unit below. */
    public record Part(Unit unit, Figure figure) {}

    public FigurePage {
        components = List.copyOf(components);
        path = List.copyOf(path);
        parts = List.copyOf(parts);
        indicators = List.copyOf(indicators);
    }

    /** The parts that stand on the page at once; of very many the first. */
    public List<Part> firstParts() {
        return parts.size() <= MANY ? parts : parts.subList(0, FIRST);
    }

    /** The parts that are folded in below them. */
    public List<Part> moreParts() {
        return parts.size() <= MANY ? List.of() : parts.subList(FIRST, parts.size());
    }

    /** Whether a unit has more numbers than stand beside its name on a phone. */
    public boolean manyNumbers() {
        return components.size() > FEW_NUMBERS;
    }

    /** Whether the figure is one component divided by another. */
    public boolean ratio() {
        return components.contains(NUMERATOR) && components.contains(DENOMINATOR);
    }

    /** The same unit and days of an indicator made of this measure, through time. */
    public String through(Indicator indicator) {
        return UriComponentsBuilder.fromPath("/figures/" + indicator.code() + "/series")
                .queryParam("unit", address.unit())
                .queryParam("basis", address.tree())
                .encode()
                .toUriString();
    }

    /** Whether records are asked for that stand beyond others. */
    public boolean beyondOthers() {
        return asked.after() != null || asked.before() != null;
    }

    /** Where the records are that came after these, null where there are none. */
    public @Nullable String newer() {
        return at("before", evidence.newer());
    }

    /** Where the records are that came before these, null where there are none. */
    public @Nullable String older() {
        return at("after", evidence.older());
    }

    private @Nullable String at(String side, @Nullable String place) {
        return place == null
                ? null
                : address.path() + "&" + side + "=" + UriUtils.encodeQueryParam(place, StandardCharsets.UTF_8);
    }

    /** What the facts are narrowed to, of a measure that tells them apart by data: its parts, those that have words by their words. */
    public String memberName(Screen screen) {
        var member = address.member();
        if (member == null) {
            return "";
        }
        return Arrays.stream(member.split("\\|"))
                .filter(part -> !part.isEmpty())
                .map(part ->
                        screen.knows(nameKey() + ".member." + part) ? screen.say(nameKey() + ".member." + part) : part)
                .collect(Collectors.joining(" · "));
    }

    /** The key of the measure's name in the messages of the module that owns it. */
    public String nameKey() {
        var code = address.measure().value();
        var slash = code.indexOf('/');
        return code.substring(0, slash) + ".measure." + code.substring(slash + 1);
    }

    public String componentKey(String component) {
        return nameKey() + "." + component;
    }
}
