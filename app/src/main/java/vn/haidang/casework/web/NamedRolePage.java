package vn.haidang.casework.web;

import java.util.List;
import vn.haidang.casework.internal.RoleUses;

/** What speaks of a role: procedures with a step for it, and open items that wait for it. */
public record NamedRolePage(List<RoleUses.Procedure> procedures, long items) {

    boolean nothing() {
        return procedures.isEmpty() && items == 0;
    }
}
