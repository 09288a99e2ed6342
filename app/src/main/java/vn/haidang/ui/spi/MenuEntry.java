package vn.haidang.ui.spi;

/**
 * A module's entry in a menu, shown to whoever may do its action.
 *
 * @param key message key of its text, for example {@code casework.menu.inbox}
 * @param menu where it stands
 * @param order smaller stands first
 */
public record MenuEntry(String key, Menu menu, String path, String action, int order) {

    /** The menus of the product. */
    public enum Menu {
        PUBLIC,
        RESIDENT,
        DESK,
        ADMINISTRATION
    }
}
