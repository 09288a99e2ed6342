package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.internal.voice.Ratings;

/** What applicants thought of how a unit handled their dossiers. */
public record RatingsPage(Ratings.Found found) {

    /** The best first. */
    public List<Integer> stars() {
        return List.of(5, 4, 3, 2, 1);
    }

    public long days() {
        return Ratings.LATELY.toDays();
    }

    public static String colour(int stars) {
        return stars >= 4 ? "green" : stars == 3 ? "grey" : "red";
    }
}
