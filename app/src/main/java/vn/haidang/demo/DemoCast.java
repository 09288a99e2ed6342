package vn.haidang.demo;

import java.util.List;
import java.util.Map;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;

/** Who plays: residents, and the desk of each unit. */
record DemoCast(List<Resident> residents, Map<String, Desk> desks) {

    /** A resident with the commune they live in. */
    record Resident(AccountId account, String unitKey) {}

    /** The three people a case passes at one unit. */
    record Desk(UnitId unit, AccountId officer, AccountId specialist, AccountId head) {}

    DemoCast {
        residents = List.copyOf(residents);
        desks = Map.copyOf(desks);
    }

    Desk desk(String unitKey) {
        Desk desk = desks.get(unitKey);
        if (desk == null) {
            throw new IllegalArgumentException("nobody sits at " + unitKey);
        }
        return desk;
    }
}
