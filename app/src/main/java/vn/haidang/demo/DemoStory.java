package vn.haidang.demo;

import java.time.Instant;

/**
 * One case to play.
 *
 * @param resident number of the resident who hands it in
 * @param path what happens to it; on paper it comes to the counter, whatever its service
 */
record DemoStory(String code, String service, String unitKey, int resident, Instant filedAt, boolean phone, Path path) {

    /** What happens to a case, up to where it stands when the city opens. */
    enum Path {
        STRAIGHT,
        SUPPLEMENTED,
        SENT_BACK,
        REFUSED,
        ON_PAPER,
        WAITS_AT_DESK,
        WAITS_FOR_SUPPLEMENT,
        WAITS_FOR_SPECIALIST,
        WAITS_FOR_HEAD
    }
}
