package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of forms as administrators write them; part of {@link DoorTable}. */
final class DoorsOfForms {

    static final List<Door> DOORS = List.of(
            new Door("GET /forms/{code}/{version}/yaml", Kind.EVERYBODY, "/forms/general-request/1/yaml"),
            Door.at("GET /admin/forms", Kind.ADMINISTRATION),
            new Door("POST /admin/forms", Kind.ADMINISTRATION, "/admin/forms", "code", "door-new", "title.vi", "x"),
            Door.at("GET /admin/forms/import", Kind.ADMINISTRATION),
            Door.at("POST /admin/forms/import", Kind.ADMINISTRATION),
            new Door("GET /admin/forms/{code}", Kind.ADMINISTRATION, "/admin/forms/{procedure}"),
            new Door("POST /admin/forms/{code}", Kind.ADMINISTRATION, "/admin/forms/{procedure}", "do", "discard"),
            new Door("GET /admin/forms/{code}/compare", Kind.ADMINISTRATION, "/admin/forms/general-request/compare"),
            new Door("GET /admin/forms/{code}/draft", Kind.ADMINISTRATION, "/admin/forms/{procedure}/draft"),
            new Door(
                    "POST /admin/forms/{code}/draft",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft",
                    "do",
                    "add-page"),
            new Door("GET /admin/forms/{code}/draft/yaml", Kind.ADMINISTRATION, "/admin/forms/{procedure}/draft/yaml"),
            new Door("GET /admin/forms/{code}/draft/{page}", Kind.ADMINISTRATION, "/admin/forms/{procedure}/draft/2"),
            new Door(
                    "POST /admin/forms/{code}/draft/{page}",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/2",
                    "do",
                    "add-question"),
            new Door(
                    "GET /admin/forms/{code}/draft/{page}/{field}",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/2/1"),
            new Door(
                    "POST /admin/forms/{code}/draft/{page}/{field}",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/2/1",
                    "kind",
                    "text"),
            new Door(
                    "GET /admin/forms/{code}/draft/{page}/look",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/2/look"),
            new Door(
                    "POST /admin/forms/{code}/draft/{page}/look",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/2/look",
                    "page",
                    "one"),
            new Door(
                    "POST /admin/forms/{code}/draft/{page}/{field}/look",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/2/1/look",
                    "kind",
                    "text"),
            new Door(
                    "GET /admin/forms/{code}/draft/preview/{page}",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/preview/one"),
            new Door(
                    "POST /admin/forms/{code}/draft/preview/{page}",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/preview/one"),
            new Door(
                    "GET /admin/forms/{code}/draft/publish",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/publish"),
            new Door(
                    "POST /admin/forms/{code}/draft/publish",
                    Kind.ADMINISTRATION,
                    "/admin/forms/{procedure}/draft/publish",
                    "token",
                    "none"));

    private DoorsOfForms() {}
}
