package vn.haidang.casework.web;

import java.util.List;

/** What single keys do on the desk, and whether they do. */
public record ShortcutsPage(boolean on) {

    /** In the order people meet them; {@code casework.shortcut.<name>} says what a key does. */
    public record Key(String key, String name) {}

    public List<Key> keys() {
        return List.of(
                new Key("j", "down"),
                new Key("k", "up"),
                new Key("o", "open"),
                new Key("x", "choose"),
                new Key("a", "all"),
                new Key("n", "next"),
                new Key("/", "search"),
                new Key("[", "previous-page"),
                new Key("]", "next-page"),
                new Key("?", "help"));
    }
}
