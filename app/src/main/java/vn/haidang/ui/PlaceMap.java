package vn.haidang.ui;

import java.util.List;

/**
 * A small picture of places, each a link: areas with an outline where it is known, else dots. Drawn without script by
 * {@code ui/component/map}; what it shows must also stand on the page as text.
 *
 * @param label what the picture shows, for those who do not see it
 * @param width of the picture in its own units
 * @param matrix turns the coordinates of outlines into those of the picture: the six numbers of an SVG matrix
 * @param legend which colour means what
 */
public record PlaceMap(String label, int width, int height, String matrix, List<Place> places, List<Shade> legend) {

    public PlaceMap {
        places = List.copyOf(places);
        legend = List.copyOf(legend);
    }

    /** No place is known. */
    public boolean empty() {
        return places.isEmpty();
    }

    /** Some place lies outside the picture. */
    public boolean beyond() {
        return places.stream().anyMatch(Place::far);
    }

    /**
     * A place.
     *
     * @param outline path of the area in coordinates before the matrix, empty for a dot
     * @param x of the dot, or of the middle of the area
     * @param radius of the dot
     * @param far whether it lies outside the picture and is only shown at its edge
     * @param colour a code of the legend: {@code step-1} to {@code step-5} from least to most, {@code kind-1} to {@code kind-6}, {@code none}
     */
    public record Place(
            String title, String href, String outline, int x, int y, int radius, String colour, boolean far) {}

    /** A colour and what it means. */
    public record Shade(String colour, String meaning) {}
}
