package vn.haidang.document.internal.signing;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Where the pictures of the two signatures stand, in millimetres. That the organisation's covers about a third of the leader's, on its
 * left, is the rule (Decree 30/2020/ND-CP); the sizes are ours, the sources at hand do not establish them.
 *
 * @param leaderWidth 20 to 100
 * @param leaderHeight 8 to 60
 * @param sealWidth 20 to 60, of a seal that says no width of its own
 * @param covered of the leader's picture, in hundredths
 */
public record Placement(int leaderWidth, int leaderHeight, int sealWidth, int covered) {

    public static final Placement SHIPPED = new Placement(50, 20, 36, 33);

    private static final double POINT = 72 / 25.4;

    /** Whether it can be drawn on a page. */
    public boolean possible() {
        return within(leaderWidth, 20, 100)
                && within(leaderHeight, 8, 60)
                && within(sealWidth, 20, 60)
                && within(covered, 0, 100);
    }

    /** In the middle of the place the template leaves for it. */
    PDRectangle leader(PDRectangle place) {
        float width = points(leaderWidth);
        float height = points(leaderHeight);
        return new PDRectangle(
                (place.getLowerLeftX() + place.getUpperRightX() - width) / 2,
                (place.getLowerLeftY() + place.getUpperRightY() - height) / 2,
                width,
                height);
    }

    /**
     * @param wide in millimetres
     * @param shape its height by its width
     */
    PDRectangle seal(PDRectangle place, int wide, float shape) {
        PDRectangle leader = leader(place);
        float width = points(wide);
        float height = width * shape;
        return new PDRectangle(
                leader.getLowerLeftX() + leader.getWidth() * covered / 100 - width,
                (leader.getLowerLeftY() + leader.getUpperRightY() - height) / 2,
                width,
                height);
    }

    private static boolean within(int value, int least, int most) {
        return value >= least && value <= most;
    }

    private static float points(int millimetres) {
        return (float) (millimetres * POINT);
    }
}
