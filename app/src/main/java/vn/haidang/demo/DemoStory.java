package vn.haidang.demo;

import java.time.Instant;

/**
 * One case to play.
 *
 * @param resident who hands it in: a number within those of the little city, or within those who live at the unit
 * @param path what happens to it
 * @param stars how its applicant rates it afterwards, 0 for not at all
 */
record DemoStory(
        String code,
        String service,
        String unitKey,
        int resident,
        Instant filedAt,
        Entry entry,
        Path path,
        DemoPace pace,
        int stars) {

    /** How it comes in. */
    enum Entry {
        PHONE,
        DESKTOP,
        COUNTER,
        POST;

        boolean onPaper() {
            return this == COUNTER || this == POST;
        }
    }

    /** What happens to a case, up to where it stands when the city opens. */
    enum Path {
        STRAIGHT,
        SUPPLEMENTED,
        SUPPLEMENTED_LATER,
        SENT_BACK,
        REFUSED,
        WITHDRAWN,
        WAITS_AT_DESK,
        WAITS_FOR_SUPPLEMENT,
        WAITS_FOR_SPECIALIST,
        WAITS_FOR_HEAD
    }
}
