package vn.haidang.identity.internal.staff;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.haidang.identity.Role;

/** One action that a role shall be able to do, or no longer. */
public record RoleEdit(Role role, String action, boolean granted) {

    private static final Pattern TEXT = Pattern.compile("([a-z][a-z0-9_-]*) ([+-])([a-z]+/[a-z]+(?:-[a-z]+)*)");

    /** As a page sends it back, {@code specialist +casework/approve}; empty for anything else. */
    public static Optional<RoleEdit> of(String text) {
        var found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new RoleEdit(
                        new Role(found.group(1)), found.group(3), found.group(2).equals("+")))
                : Optional.empty();
    }

    public String text() {
        return role.code() + " " + (granted ? "+" : "-") + action;
    }
}
