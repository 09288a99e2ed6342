package vn.haidang.ui;

/** One choice of radios or a select: what is sent, what is read, and an explanation (may be empty). */
public record Option(String value, String label, String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }
}
