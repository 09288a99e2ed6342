package vn.haidang.demo;

import java.util.List;
import java.util.Map;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;

/** Who plays in the little city: residents, and the desk of each unit. */
record DemoCast(List<Resident> residents, Map<String, Desk> desks) {

    DemoCast {
        residents = List.copyOf(residents);
        desks = Map.copyOf(desks);
    }

    /**
     * Somebody with an account.
     *
     * @param opened whether the city is looked at with their eyes, so that officials open their cases before they act, as on the pages
     */
    record Resident(AccountId account, String name, boolean opened) {}

    /** The three people a case passes at one unit. */
    record Desk(UnitId unit, AccountId officer, AccountId specialist, AccountId head) {}
}
