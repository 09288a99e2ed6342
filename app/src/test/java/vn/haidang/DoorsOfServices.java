package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of versions of services, of the catalogue's desk and of life events; part of {@link DoorTable}. */
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
            new Door("GET /my/life-events/{id}", Kind.NOBODY, "/my/life-events/none"));

    private DoorsOfServices() {}
}
