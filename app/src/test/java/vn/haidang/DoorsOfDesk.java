package vn.haidang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/**
 * The doors of the desk: reception, post, queue, places, kiosks and appointments; part of {@link DoorTable}. What stands behind them is
 * of {@link DoorDesk}: whoever works elsewhere is answered as if it did not exist.
 */
final class DoorsOfDesk {

    private static final String BEGUN = "/desk/reception/{begun}";
    private static final String TAKEN = "/desk/reception/{taken}";
    private static final String PLACE = "/desk/points/{point-id}";

    static final List<Door> DOORS = List.of(
            Door.at("GET /desk/reception", Kind.RECEIVES),
            new Door("POST /desk/reception", Kind.RECEIVES, "/desk/reception", "key", "{key}", "number", "x"),
            new Door("GET /desk/reception/{id}", Kind.AT_DESK, BEGUN),
            new Door("POST /desk/reception/{id}/begin", Kind.AT_DESK, BEGUN + "/begin", "unit", "{unit-id}"),
            new Door("GET /desk/reception/{id}/form/{page}", Kind.AT_DESK, BEGUN + "/form/{page}"),
            new Door("POST /desk/reception/{id}/form/{page}", Kind.AT_DESK, BEGUN + "/form/{page}"),
            new Door("GET /desk/reception/{id}/papers", Kind.AT_DESK, BEGUN + "/papers"),
            new Door("POST /desk/reception/{id}/papers", Kind.AT_DESK, BEGUN + "/papers", "original-item-1", "kept"),
            new Door("POST /desk/reception/{id}/hand-in", Kind.AT_DESK, BEGUN + "/hand-in"),
            new Door("GET /desk/reception/{id}/receipt", Kind.AT_DESK, TAKEN + "/receipt"),
            new Door("GET /desk/reception/{id}/supplement", Kind.AT_DESK, TAKEN + "/supplement"),
            new Door(
                    "POST /desk/reception/{id}/supplement",
                    Kind.AT_DESK,
                    TAKEN + "/supplement",
                    "key",
                    "{key}",
                    "note",
                    "x"),
            Door.at("GET /desk/post", Kind.RECEIVES),
            Door.at("POST /desk/post/arrived", Kind.RECEIVES),
            new Door("POST /desk/post/sent", Kind.RECEIVES, "/desk/post/sent", "dossier", "{code}"),
            new Door(
                    "POST /desk/post/{id}/delivered",
                    Kind.AT_DESK,
                    "/desk/post/{parcel}/delivered",
                    "delivered-{parcel}-day",
                    "10",
                    "delivered-{parcel}-month",
                    "3",
                    "delivered-{parcel}-year",
                    "2026"),
            Door.at("GET /desk/queue", Kind.RECEIVES),
            new Door("POST /desk/queue/{point}/next", Kind.AT_DESK, "/desk/queue/{point}/next"),
            new Door("POST /desk/queue/{point}/ticket", Kind.AT_DESK, "/desk/queue/{point}/ticket", "key", "{key}"),
            new Door("POST /desk/queue/{point}/tickets/{id}", Kind.AT_DESK, "/desk/queue/{point}/tickets/{ticket}"),
            Door.at("GET /desk/appointments", Kind.RECEIVES),
            Door.at("GET /desk/points", Kind.RUNS),
            Door.at("POST /desk/points", Kind.RUNS),
            new Door("GET /desk/points/{id}", Kind.AT_PLACE, PLACE),
            new Door("POST /desk/points/{id}", Kind.AT_PLACE, PLACE),
            new Door("POST /desk/points/{id}/kiosks", Kind.AT_PLACE, PLACE + "/kiosks", "kiosk", "x"),
            new Door("POST /desk/points/{id}/kiosks/{kiosk}/revoke", Kind.AT_PLACE, PLACE + "/kiosks/{kiosk}/revoke"),
            new Door("POST /desk/points/{id}/slots", Kind.AT_PLACE, PLACE + "/slots"),
            new Door("GET /kiosk/{point}", Kind.EVERYBODY, "/kiosk/{point}"),
            new Door("POST /kiosk/{point}/ticket", Kind.NOBODY, "/kiosk/{point}/ticket", "key", "{key}"),
            new Door("GET /kiosk/{point}/ticket/{ticket}", Kind.EVERYBODY, "/kiosk/{point}/ticket/{ticket}"),
            new Door("GET /kiosk/{point}/number/{number}", Kind.EVERYBODY, "/kiosk/{point}/number/1"),
            new Door("GET /kiosk/{point}/number/{number}/print", Kind.EVERYBODY, "/kiosk/{point}/number/1/print"),
            new Door("GET /kiosk/{point}/board", Kind.EVERYBODY, "/kiosk/{point}/board"),
            new Door("GET /kiosk/{point}/pair", Kind.EVERYBODY, "/kiosk/{point}/pair"),
            new Door("POST /kiosk/{point}/pair", Kind.NOBODY, "/kiosk/{point}/pair", "code", "x"),
            Door.at("GET /appointments", Kind.EVERYBODY),
            new Door("GET /appointments/{point}", Kind.EVERYBODY, "/appointments/{point}"),
            new Door("POST /appointments/{point}", Kind.SIGNED_IN, "/appointments/{point}", "key", "{key}"),
            Door.at("GET /my/appointments", Kind.SIGNED_IN),
            new Door("POST /my/appointments/{id}/cancel", Kind.BOOKED, "/my/appointments/{appointment}/cancel"));

    /** Who is served there, in this order. */
    static final Map<String, String> ADMITTED = new LinkedHashMap<>();

    static {
        ADMITTED.put("POST /desk/queue/{point}/next", "officer");
        ADMITTED.put("POST /desk/queue/{point}/tickets/{id}", "officer");
        ADMITTED.put("POST /desk/queue/{point}/ticket", "officer");
        ADMITTED.put("POST /desk/reception/{id}/papers", "officer");
        ADMITTED.put("POST /desk/reception/{id}/supplement", "officer");
        ADMITTED.put("POST /desk/post/{id}/delivered", "officer");
        ADMITTED.put("POST /desk/points/{id}/kiosks/{kiosk}/revoke", "head");
        ADMITTED.put("POST /my/appointments/{id}/cancel", "owner");
    }

    private DoorsOfDesk() {}
}
