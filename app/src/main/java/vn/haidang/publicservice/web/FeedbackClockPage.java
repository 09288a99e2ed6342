package vn.haidang.publicservice.web;

import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.internal.voice.FeedbackClocks;

/**
 * Why each act on a complaint or suggestion is due when it is.
 *
 * @param path of the complaint or suggestion
 */
public record FeedbackClockPage(Feedback feedback, FeedbackClocks.View clocks, String path) {

    public ClockStops stops() {
        return new ClockStops(clocks.clock().stops());
    }
}
