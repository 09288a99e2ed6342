package vn.haidang.identity.internal.staff;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.haidang.identity.Role;

/** One thing that shall be so of a role. As text it goes to a page and comes back from it. */
public sealed interface RoleEdit {

    Role role();

    String text();

    /** One action that a role shall be able to do, or no longer. */
    record Grant(Role role, String action, boolean granted) implements RoleEdit {

        @Override
        public String text() {
            return role.code() + " " + (granted ? "+" : "-") + action;
        }
    }

    /** A role that there is not yet. */
    record Found(Role role, String name, String nameEn) implements RoleEdit {

        @Override
        public String text() {
            return role.code() + " = " + name + " | " + nameEn;
        }
    }

    /** {@code specialist +casework/approve} or {@code clerk = name | English name}; empty for anything else. */
    static Optional<RoleEdit> of(String text) {
        var grant = Texts.GRANT.matcher(text);
        if (grant.matches()) {
            return Optional.of(new Grant(
                    new Role(grant.group(1)), grant.group(3), grant.group(2).equals("+")));
        }
        var found = Texts.FOUND.matcher(text);
        return found.matches()
                ? Optional.of(new Found(new Role(found.group(1)), found.group(2), found.group(3)))
                        .filter(edit -> NewRole.of(edit).slips().isEmpty())
                        .map(RoleEdit.class::cast)
                : Optional.empty();
    }

    /** How edits read. */
    final class Texts {
        private static final Pattern GRANT = Pattern.compile("([a-z][a-z0-9_-]*) ([+-])([a-z]+/[a-z]+(?:-[a-z]+)*)");
        private static final Pattern FOUND = Pattern.compile("([a-z0-9-]+) = ([^|]+) \\| ([^|]+)");

        private Texts() {}
    }
}
