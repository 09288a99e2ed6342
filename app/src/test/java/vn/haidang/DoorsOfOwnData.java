package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/**
 * The doors of one's own data and of looking up instead of asking; part of {@link DoorTable}. Those with an id open nothing that
 * stands in the city of the table; what they open to whom is told by the tests of their module.
 */
final class DoorsOfOwnData {

    private static final String NONE = "00000000-0000-7000-8000-000000000000";

    static final List<Door> DOORS = List.of(
            Door.at("GET /my/data", Kind.SIGNED_IN),
            Door.at("GET /my/data/readings", Kind.SIGNED_IN),
            Door.at("GET /my/data/papers", Kind.SIGNED_IN),
            new Door("GET /my/data/papers/{id}", Kind.NOBODY, "/my/data/papers/" + NONE),
            Door.at("GET /my/data/consents", Kind.SIGNED_IN),
            new Door("POST /my/data/consents", Kind.NOBODY, "/my/data/consents", "act", "give", "purpose", "no-such"),
            Door.at("GET /my/data/requests", Kind.SIGNED_IN),
            Door.at("GET /my/data/requests/new", Kind.SIGNED_IN),
            new Door("POST /my/data/requests", Kind.NOBODY, "/my/data/requests", "right", "no-such"),
            new Door("GET /my/data/requests/{id}", Kind.NOBODY, "/my/data/requests/" + NONE),
            new Door("GET /my/data/correct/{attribute}", Kind.NOBODY, "/my/data/correct/spouse.full-name"),
            new Door(
                    "POST /my/data/correct/{attribute}",
                    Kind.NOBODY,
                    "/my/data/correct/spouse.full-name",
                    "value",
                    "Somebody Else"),
            Door.at("GET /my/data/copies", Kind.SIGNED_IN),
            new Door("POST /my/data/copies", Kind.NOBODY, "/my/data/copies", "key", "none"),
            new Door("GET /my/data/copies/{id}", Kind.NOBODY, "/my/data/copies/" + NONE),
            new Door("GET /my/data/copies/{id}/file", Kind.NOBODY, "/my/data/copies/" + NONE + "/file"),
            new Door("GET /desk/data-requests/{id}/extend", Kind.NOBODY, "/desk/data-requests/" + NONE + "/extend"),
            new Door(
                    "POST /desk/data-requests/{id}/extend",
                    Kind.NOBODY,
                    "/desk/data-requests/" + NONE + "/extend",
                    "why",
                    "why"),
            new Door("GET /desk/applications/{id}/papers", Kind.DESK_READ, "/desk/applications/{application}/papers"),
            new Door(
                    "POST /desk/applications/{id}/papers",
                    Kind.DESK_ITEMS,
                    "/desk/applications/{application}/papers",
                    "paper",
                    "identity-card"));

    private DoorsOfOwnData() {}
}
