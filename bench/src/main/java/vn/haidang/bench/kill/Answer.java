package vn.haidang.bench.kill;

/**
 * What a client was told.
 *
 * @param status 0 when no answer came
 * @param location where a redirect leads, else empty
 */
record Answer(int status, String location, String body) {

    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;

    static final Answer NONE = new Answer(0, "", "");

    /** The client cannot know whether it was done. */
    boolean isLost() {
        return status == 0 || status >= FIRST_FAILURE;
    }

    boolean isRefused() {
        return status >= FIRST_REFUSAL && status < FIRST_FAILURE;
    }

    /** The client may rely on it. */
    boolean isAcknowledged() {
        return !isLost() && !isRefused();
    }
}
