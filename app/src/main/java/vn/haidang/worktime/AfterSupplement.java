package vn.haidang.worktime;

/** What the clock does when a requested supplement has come; a parameter of the procedure version. */
public enum AfterSupplement {
    /** Goes on with the time that was left when it stopped. */
    RESUME,
    /** Begins anew with the whole time limit. */
    RESTART;

    /** Reads {@code resume} or {@code restart}, as data and cases carry it. */
    public static AfterSupplement parse(String code) {
        return switch (code) {
            case "resume" -> RESUME;
            case "restart" -> RESTART;
            default -> throw new IllegalArgumentException("Neither resume nor restart: " + code);
        };
    }

    public String code() {
        return this == RESUME ? "resume" : "restart";
    }
}
