package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of the desk: reception, post, queue, places, kiosks and appointments; part of {@link DoorTable}. */
final class DoorsOfDesk {

    private static final String NONE = "00000000-0000-7000-8000-000000000000";

    static final List<Door> DOORS = List.of(
            Door.at("GET /desk/reception", Kind.RECEIVES),
            new Door("POST /desk/reception", Kind.RECEIVES, "/desk/reception", "key", "{key}", "number", "x"),
            new Door("GET /desk/reception/{id}", Kind.NOBODY, "/desk/reception/" + NONE),
            new Door("POST /desk/reception/{id}/begin", Kind.NOBODY, "/desk/reception/" + NONE + "/begin"),
            new Door("GET /desk/reception/{id}/form/{page}", Kind.NOBODY, "/desk/reception/" + NONE + "/form/x"),
            new Door("POST /desk/reception/{id}/form/{page}", Kind.NOBODY, "/desk/reception/" + NONE + "/form/x"),
            new Door("GET /desk/reception/{id}/papers", Kind.NOBODY, "/desk/reception/" + NONE + "/papers"),
            new Door("POST /desk/reception/{id}/papers", Kind.NOBODY, "/desk/reception/" + NONE + "/papers"),
            new Door("POST /desk/reception/{id}/hand-in", Kind.NOBODY, "/desk/reception/" + NONE + "/hand-in"),
            new Door("GET /desk/reception/{id}/receipt", Kind.NOBODY, "/desk/reception/" + NONE + "/receipt"),
            new Door("GET /desk/reception/{id}/supplement", Kind.NOBODY, "/desk/reception/" + NONE + "/supplement"),
            new Door(
                    "POST /desk/reception/{id}/supplement",
                    Kind.NOBODY,
                    "/desk/reception/" + NONE + "/supplement",
                    "key",
                    "{key}",
                    "note",
                    "x"),
            Door.at("GET /desk/post", Kind.RECEIVES),
            Door.at("POST /desk/post/arrived", Kind.RECEIVES),
            new Door("POST /desk/post/sent", Kind.RECEIVES, "/desk/post/sent", "dossier", "{code}"),
            new Door("POST /desk/post/{id}/delivered", Kind.NOBODY, "/desk/post/" + NONE + "/delivered"),
            Door.at("GET /desk/queue", Kind.RECEIVES),
            new Door("POST /desk/queue/{point}/next", Kind.NOBODY, "/desk/queue/none/next"),
            new Door("POST /desk/queue/{point}/ticket", Kind.NOBODY, "/desk/queue/none/ticket"),
            new Door("POST /desk/queue/{point}/tickets/{id}", Kind.NOBODY, "/desk/queue/none/tickets/" + NONE),
            Door.at("GET /desk/appointments", Kind.RECEIVES),
            Door.at("GET /desk/points", Kind.RUNS),
            Door.at("POST /desk/points", Kind.RUNS),
            new Door("GET /desk/points/{id}", Kind.NOBODY, "/desk/points/" + NONE),
            new Door("POST /desk/points/{id}", Kind.NOBODY, "/desk/points/" + NONE),
            new Door("POST /desk/points/{id}/kiosks", Kind.NOBODY, "/desk/points/" + NONE + "/kiosks", "kiosk", "x"),
            new Door(
                    "POST /desk/points/{id}/kiosks/{kiosk}/revoke",
                    Kind.NOBODY,
                    "/desk/points/" + NONE + "/kiosks/" + NONE + "/revoke"),
            new Door("POST /desk/points/{id}/slots", Kind.NOBODY, "/desk/points/" + NONE + "/slots"),
            new Door("GET /kiosk/{point}", Kind.NOBODY, "/kiosk/none"),
            new Door("POST /kiosk/{point}/ticket", Kind.NOBODY, "/kiosk/none/ticket", "key", "{key}"),
            new Door("GET /kiosk/{point}/ticket/{ticket}", Kind.NOBODY, "/kiosk/none/ticket/" + NONE),
            new Door("GET /kiosk/{point}/board", Kind.NOBODY, "/kiosk/none/board"),
            new Door("GET /kiosk/{point}/pair", Kind.NOBODY, "/kiosk/none/pair"),
            new Door("POST /kiosk/{point}/pair", Kind.NOBODY, "/kiosk/none/pair", "code", "x"),
            Door.at("GET /appointments", Kind.EVERYBODY),
            new Door("GET /appointments/{point}", Kind.NOBODY, "/appointments/none"),
            new Door("POST /appointments/{point}", Kind.NOBODY, "/appointments/none", "key", "{key}"),
            Door.at("GET /my/appointments", Kind.SIGNED_IN),
            new Door("POST /my/appointments/{id}/cancel", Kind.NOBODY, "/my/appointments/" + NONE + "/cancel"));

    private DoorsOfDesk() {}
}
