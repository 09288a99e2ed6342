package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of signing in, of officials and posts, and of keys for programs; part of {@link DoorTable}. */
final class DoorsOfPeople {

    static final List<Door> DOORS = List.of(
            Door.at("GET /sign-in", Kind.EVERYBODY),
            new Door("POST /sign-in", Kind.EVERYBODY, "/sign-in", "username", "nobody-{application}", "password", "x"),
            Door.at("GET /sign-in/provider", Kind.NOBODY),
            new Door("GET /sign-in/provider/return", Kind.NOBODY, "/sign-in/provider/return?state=x&code=y"),
            Door.at("GET /signed-out", Kind.EVERYBODY),
            Door.at("GET /my/acting-for", Kind.SIGNED_IN),
            new Door("POST /my/acting-for", Kind.SIGNED_IN, "/my/acting-for", "who", "nobody"),
            Door.at("GET /sign-in/second", Kind.NOBODY),
            new Door("POST /sign-in/second", Kind.NOBODY, "/sign-in/second", "code", "000000"),
            new Door("POST /sign-in/second/passkey", Kind.NOBODY, "/sign-in/second/passkey", "answer", "{}"),
            Door.at("GET /sign-in/second/new", Kind.SIGNED_IN),
            new Door("POST /sign-in/second/new", Kind.SIGNED_IN, "/sign-in/second/new", "code", "000000"),
            Door.at("POST /sign-in/second/new/passkey", Kind.SIGNED_IN),
            Door.at("GET /sign-in/second/codes", Kind.SIGNED_IN),
            Door.at("POST /sign-in/second/codes", Kind.SIGNED_IN),
            Door.at("GET /sign-in/password", Kind.NOBODY),
            new Door("POST /sign-in/password", Kind.NOBODY, "/sign-in/password", "password", "x"),
            Door.at("GET /my/security", Kind.SIGNED_IN),
            new Door("POST /my/security/remove", Kind.SIGNED_IN, "/my/security/remove", "what", "authenticator"),
            Door.at("POST /my/security/codes", Kind.SIGNED_IN),
            new Door("GET /admin/officials", Kind.ADMINISTRATION, "/admin/officials?q=x"),
            Door.at("GET /admin/officials/new", Kind.ADMINISTRATION),
            new Door("POST /admin/officials/new", Kind.ADMINISTRATION, "/admin/officials/new", "username", "x"),
            Door.at("GET /admin/officials/import", Kind.ADMINISTRATION),
            Door.at("POST /admin/officials/import", Kind.ADMINISTRATION),
            new Door("POST /admin/officials/save", Kind.ADMINISTRATION, "/admin/officials/save", "rows", "[]"),
            new Door("GET /admin/officials/{id}", Kind.ADMINISTRATION, "/admin/officials/{official}"),
            new Door("POST /admin/officials/{id}/end", Kind.ADMINISTRATION, "/admin/officials/{official}/end"),
            new Door(
                    "POST /admin/officials/{id}/password", Kind.ADMINISTRATION, "/admin/officials/{official}/password"),
            new Door(
                    "POST /admin/officials/{id}/reset",
                    Kind.ADMINISTRATION,
                    "/admin/officials/{official}/reset",
                    "reason",
                    "x"),
            new Door("POST /admin/officials/{id}/close", Kind.ADMINISTRATION, "/admin/officials/{official}/close"),
            new Door(
                    "POST /admin/officials/{id}/close/save",
                    Kind.ADMINISTRATION,
                    "/admin/officials/{official}/close/save"),
            new Door("GET /admin/posts", Kind.ADMINISTRATION, "/admin/posts?show=vacant"),
            new Door("POST /admin/posts/{id}/abolish", Kind.ADMINISTRATION, "/admin/posts/{official}/abolish"),
            Door.at("GET /admin/keys", Kind.ADMINISTRATION),
            new Door("POST /admin/keys/{id}/revoke", Kind.ADMINISTRATION, "/admin/keys/{official}/revoke"),
            Door.at("GET /my/keys", Kind.SIGNED_IN),
            new Door("POST /my/keys", Kind.SIGNED_IN, "/my/keys", "name", ""),
            new Door("POST /my/keys/{id}/revoke", Kind.SIGNED_IN, "/my/keys/{official}/revoke"),
            Door.at("GET /api/casework/inbox", Kind.DESK_LIST),
            new Door("GET /feeds/{key}/due.ics", Kind.NOBODY, "/feeds/none/due.ics"),
            Door.at("GET /calendar/due.ics", Kind.NOBODY),
            Door.at("GET /admin/roles", Kind.ADMINISTRATION),
            Door.at("GET /admin/roles/import", Kind.ADMINISTRATION),
            Door.at("POST /admin/roles/import", Kind.ADMINISTRATION),
            new Door("GET /admin/roles/{code}", Kind.ADMINISTRATION, "/admin/roles/specialist"),
            new Door("POST /admin/roles/{code}", Kind.ADMINISTRATION, "/admin/roles/specialist", "action", "x"),
            new Door("GET /admin/substitutes", Kind.ADMINISTRATION, "/admin/substitutes"),
            new Door("GET /admin/substitutes/new", Kind.ADMINISTRATION, "/admin/substitutes/new?official={official}"),
            new Door(
                    "POST /admin/substitutes/new",
                    Kind.ADMINISTRATION,
                    "/admin/substitutes/new",
                    "official",
                    "{official}"),
            new Door("POST /admin/substitutes/{id}/end", Kind.ADMINISTRATION, "/admin/substitutes/{application}/end"),
            new Door("GET /admin/substitutes/import", Kind.ADMINISTRATION, "/admin/substitutes/import"),
            new Door("POST /admin/substitutes/import", Kind.ADMINISTRATION, "/admin/substitutes/import"),
            new Door("POST /admin/substitutes/save", Kind.ADMINISTRATION, "/admin/substitutes/save", "rows", "[]"),
            new Door("GET /admin/roles/new", Kind.ADMINISTRATION, "/admin/roles/new"),
            new Door("POST /admin/roles/new", Kind.ADMINISTRATION, "/admin/roles/new", "code", "x"),
            new Door("POST /admin/roles/{code}/withdraw", Kind.ADMINISTRATION, "/admin/roles/specialist/withdraw"),
            new Door(
                    "POST /admin/roles/{code}/withdraw/save",
                    Kind.ADMINISTRATION,
                    "/admin/roles/specialist/withdraw/save"),
            new Door("POST /admin/roles/save", Kind.ADMINISTRATION, "/admin/roles/save", "edit", "x"));

    private DoorsOfPeople() {}
}
