package vn.haidang.identity.web.staff;

import java.util.List;

/** The roles. */
public record RolesPage(List<Line> roles, boolean done) {

    /** One role; {@code second} says whether it asks for more than a password. */
    public record Line(String code, String name, long holders, boolean second, List<String> actions) {}
}
