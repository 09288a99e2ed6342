package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of versions of services, of the catalogue's desk, of life events and of complaints and suggestions; part of {@link DoorTable}. */
final class DoorsOfServices {

    static final List<Door> DOORS = List.of(
            new Door("GET /services/{code}/versions/{version}", Kind.EVERYBODY, "/services/1.004873/versions/1"),
            new Door("GET /admin/services", Kind.ADMINISTRATION, "/admin/services"),
            new Door("GET /admin/services/import", Kind.ADMINISTRATION, "/admin/services/import"),
            new Door("POST /admin/services/import", Kind.ADMINISTRATION, "/admin/services/import"),
            new Door("POST /admin/services/import/save", Kind.ADMINISTRATION, "/admin/services/import/save"),
            new Door("GET /admin/services/{code}", Kind.ADMINISTRATION, "/admin/services/1.004873"),
            new Door("POST /admin/services/{code}", Kind.ADMINISTRATION, "/admin/services/1.004873", "do", "discard"),
            new Door("GET /life-events", Kind.EVERYBODY, "/life-events"),
            new Door("GET /life-events/{code}", Kind.EVERYBODY, "/life-events/marriage"),
            new Door("GET /life-events/{code}/start", Kind.SIGNED_IN, "/life-events/marriage/start"),
            new Door(
                    "POST /life-events/{code}/start", Kind.SIGNED_IN, "/life-events/marriage/start", "unit", "nowhere"),
            new Door("GET /life-events/{code}/{draft}", Kind.NOBODY, "/life-events/marriage/none"),
            new Door("POST /life-events/{code}/{draft}", Kind.NOBODY, "/life-events/marriage/none", "part", "1"),
            new Door("GET /my/life-events/{id}", Kind.NOBODY, "/my/life-events/none"),
            Door.at("GET /desk/ratings", Kind.DESK_LIST),
            Door.at("GET /feedback", Kind.EVERYBODY),
            new Door("GET /feedback/{id}", Kind.NOBODY, "/feedback/none"),
            Door.at("GET /feedback/new", Kind.SIGNED_IN),
            new Door(
                    "POST /feedback",
                    Kind.SIGNED_IN,
                    "/feedback",
                    "kind",
                    "complaint",
                    "about",
                    "unit",
                    "key",
                    "{key}"),
            Door.at("GET /my/feedback", Kind.SIGNED_IN),
            new Door("GET /my/feedback/{id}", Kind.NOBODY, "/my/feedback/none"),
            new Door("GET /my/feedback/{id}/clock", Kind.NOBODY, "/my/feedback/none/clock"),
            new Door("GET /desk/feedback/{id}/clock", Kind.NOBODY, "/desk/feedback/none/clock"),
            new Door("GET /my/applications/{id}/clock", Kind.OWN, "/my/applications/{application}/clock"),
            new Door("GET /my/feedback/{id}/withdraw", Kind.NOBODY, "/my/feedback/none/withdraw"),
            new Door("POST /my/feedback/{id}/withdraw", Kind.NOBODY, "/my/feedback/none/withdraw", "reason", "x"),
            new Door(
                    "POST /my/feedback/{id}/more", Kind.NOBODY, "/my/feedback/none/more", "key", "{key}", "words", "x"),
            Door.at("GET /desk/feedback", Kind.DESK_LIST),
            Door.at("GET /desk/feedback/new", Kind.DESK_LIST),
            new Door("POST /desk/feedback", Kind.DESK_LIST, "/desk/feedback", "kind", "complaint", "about", "unit"),
            new Door("GET /desk/feedback/{id}", Kind.NOBODY, "/desk/feedback/none"),
            new Door("GET /desk/feedback/{id}/papers", Kind.NOBODY, "/desk/feedback/none/papers"),
            new Door(
                    "POST /desk/feedback/{id}/papers",
                    Kind.NOBODY,
                    "/desk/feedback/none/papers",
                    "paper",
                    "identity-card"),
            new Door(
                    "POST /desk/feedback/{id}/more",
                    Kind.NOBODY,
                    "/desk/feedback/none/more",
                    "key",
                    "{key}",
                    "words",
                    "x"),
            new Door(
                    "POST /desk/feedback/{id}/publication",
                    Kind.NOBODY,
                    "/desk/feedback/none/publication",
                    "question",
                    "x",
                    "answer",
                    "y"),
            new Door(
                    "POST /desk/feedback/{id}/official",
                    Kind.NOBODY,
                    "/desk/feedback/none/official",
                    "official",
                    "none"));

    private DoorsOfServices() {}
}
