package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of official documents; part of {@link DoorTable}. */
final class DoorsOfDocuments {

    static final List<Door> DOORS = List.of(
            new Door("GET /check", Kind.EVERYBODY, "/check"),
            new Door("GET /check/{code}", Kind.NOBODY, "/check/NOSUCHCODE"),
            new Door("POST /check", Kind.EVERYBODY, "/check"),
            new Door("GET /desk/signatures", Kind.HEADS, "/desk/signatures"),
            new Door("POST /desk/signatures", Kind.HEADS, "/desk/signatures"),
            new Door("GET /desk/signatures/{run}", Kind.NOBODY, "/desk/signatures/{key}"),
            new Door(
                    "GET /desk/signatures/documents/{document}",
                    Kind.NOBODY,
                    "/desk/signatures/documents/{application}"),
            new Door("GET /desk/documents", Kind.HEADS, "/desk/documents"),
            new Door("GET /desk/documents/{document}", Kind.NOBODY, "/desk/documents/{application}"),
            new Door("POST /desk/documents/{document}", Kind.NOBODY, "/desk/documents/{application}", "reason", "x"),
            new Door("GET /admin/documents", Kind.ADMINISTRATION, "/admin/documents"),
            new Door("GET /admin/documents/{code}", Kind.ADMINISTRATION, "/admin/documents/notice-of-result"),
            new Door(
                    "POST /admin/documents/{code}",
                    Kind.ADMINISTRATION,
                    "/admin/documents/notice-of-result",
                    "do",
                    "discard"),
            new Door(
                    "GET /admin/documents/{code}/preview",
                    Kind.ADMINISTRATION,
                    "/admin/documents/notice-of-result/preview"),
            new Door("GET /admin/placement", Kind.ADMINISTRATION, "/admin/placement"),
            new Door("POST /admin/placement", Kind.ADMINISTRATION, "/admin/placement", "width", "x"),
            new Door("GET /admin/seals", Kind.ADMINISTRATION, "/admin/seals"),
            new Door("POST /admin/seals", Kind.ADMINISTRATION, "/admin/seals", "width", "x"),
            new Door("GET /admin/seals/{id}", Kind.NOBODY, "/admin/seals/{key}"),
            new Door("POST /admin/seals/{id}", Kind.NOBODY, "/admin/seals/{key}"),
            new Door(
                    "GET /my/applications/{id}/papers/{form}/{round}",
                    Kind.NOBODY,
                    "/my/applications/{application}/papers/09/1"),
            new Door(
                    "GET /desk/applications/{id}/papers/{form}/{round}",
                    Kind.NOBODY,
                    "/desk/applications/{application}/papers/09/1"),
            new Door(
                    "POST /desk/applications/{id}/control-slips",
                    Kind.NOBODY,
                    "/desk/applications/none/control-slips",
                    "round",
                    "1"),
            new Door("GET /desk/registers", Kind.DESK_LIST, "/desk/registers"),
            new Door("POST /desk/registers", Kind.DESK_LIST, "/desk/registers", "month", "none"),
            new Door("GET /desk/registers/{document}", Kind.NOBODY, "/desk/registers/{key}"));

    private DoorsOfDocuments() {}
}
