package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.internal.StoppedClocks;

/** Requests for supplements worth a head's look. */
public record StoppedClocksPage(StoppedClocks.Found found) {

    public List<StoppedClocks.Sign> signs() {
        return List.of(StoppedClocks.Sign.values());
    }

    public long days() {
        return StoppedClocks.LATELY.toDays();
    }
}
