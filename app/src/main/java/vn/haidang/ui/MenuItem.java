package vn.haidang.ui;

/**
 * A menu entry as drawn for one reader.
 *
 * @param count rows behind the entry, negative when it carries no number
 */
public record MenuItem(String label, String path, boolean current, long count) {

    public boolean counted() {
        return count >= 0;
    }
}
