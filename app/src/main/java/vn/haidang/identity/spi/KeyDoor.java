package vn.haidang.identity.spi;

import java.util.Locale;
import java.util.Optional;

/** The doors that are no browser's. A key of one opens no other. */
public enum KeyDoor {
    /** {@code /api/…}, the key as bearer token. */
    API("/api/"),
    /** {@code /feeds/{key}/…}, for programs that know an address only. */
    FEED("/feeds/"),
    /** {@code /calendar/…}, for programs that ask for a name and a password. */
    APPLICATION("/calendar/");

    private final String path;

    KeyDoor(String path) {
        this.path = path;
    }

    /** As it is kept and written. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean leadsTo(String address) {
        return address.startsWith(path);
    }

    public static Optional<KeyDoor> of(String code) {
        for (var door : values()) {
            if (door.code().equals(code)) {
                return Optional.of(door);
            }
        }
        return Optional.empty();
    }
}
