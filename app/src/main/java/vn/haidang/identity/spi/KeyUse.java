package vn.haidang.identity.spi;

/**
 * One thing a key may be made for: an action that is worth something behind a door for programs. Declared by the module that has the
 * door.
 *
 * @param action as handlers require it
 * @param label message key of what it lets a program do
 */
public record KeyUse(KeyDoor door, String action, String label) {}
