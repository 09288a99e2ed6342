package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of signing in, of officials and posts, and of keys for programs; part of {@link DoorTable}. */
final class DoorsOfPeople {

    static final List<Door> DOORS = List.of(
            new Door("GET /sign-in", Kind.EVERYBODY, "/sign-in"),
            new Door("POST /sign-in", Kind.EVERYBODY, "/sign-in", "username", "nobody-{application}", "password", "x"),
            new Door("GET /sign-in/provider", Kind.NOBODY, "/sign-in/provider"),
            new Door("GET /sign-in/provider/return", Kind.NOBODY, "/sign-in/provider/return?state=x&code=y"),
            new Door("GET /signed-out", Kind.EVERYBODY, "/signed-out"),
            new Door("GET /my/acting-for", Kind.SIGNED_IN, "/my/acting-for"),
            new Door("POST /my/acting-for", Kind.SIGNED_IN, "/my/acting-for", "who", "nobody"),
            new Door("GET /sign-in/second", Kind.NOBODY, "/sign-in/second"),
            new Door("POST /sign-in/second", Kind.NOBODY, "/sign-in/second", "code", "000000"),
            new Door("POST /sign-in/second/passkey", Kind.NOBODY, "/sign-in/second/passkey", "answer", "{}"),
            new Door("GET /sign-in/second/new", Kind.SIGNED_IN, "/sign-in/second/new"),
            new Door("POST /sign-in/second/new", Kind.SIGNED_IN, "/sign-in/second/new", "code", "000000"),
            new Door("POST /sign-in/second/new/passkey", Kind.SIGNED_IN, "/sign-in/second/new/passkey"),
            new Door("GET /sign-in/second/codes", Kind.SIGNED_IN, "/sign-in/second/codes"),
            new Door("POST /sign-in/second/codes", Kind.SIGNED_IN, "/sign-in/second/codes"),
            new Door("GET /sign-in/password", Kind.NOBODY, "/sign-in/password"),
            new Door("POST /sign-in/password", Kind.NOBODY, "/sign-in/password", "password", "x"),
            new Door("GET /my/security", Kind.SIGNED_IN, "/my/security"),
            new Door("POST /my/security/remove", Kind.SIGNED_IN, "/my/security/remove", "what", "authenticator"),
            new Door("POST /my/security/codes", Kind.SIGNED_IN, "/my/security/codes"),
            new Door("GET /admin/officials", Kind.ADMINISTRATION, "/admin/officials?q=x"),
            new Door("GET /admin/officials/new", Kind.ADMINISTRATION, "/admin/officials/new"),
            new Door("POST /admin/officials/new", Kind.ADMINISTRATION, "/admin/officials/new", "username", "x"),
            new Door("GET /admin/officials/import", Kind.ADMINISTRATION, "/admin/officials/import"),
            new Door("POST /admin/officials/import", Kind.ADMINISTRATION, "/admin/officials/import"),
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
            new Door("GET /admin/keys", Kind.ADMINISTRATION, "/admin/keys"),
            new Door("POST /admin/keys/{id}/revoke", Kind.ADMINISTRATION, "/admin/keys/{official}/revoke"),
            new Door("GET /my/keys", Kind.SIGNED_IN, "/my/keys"),
            new Door("POST /my/keys", Kind.SIGNED_IN, "/my/keys", "name", ""),
            new Door("POST /my/keys/{id}/revoke", Kind.SIGNED_IN, "/my/keys/{official}/revoke"),
            new Door("GET /api/casework/inbox", Kind.DESK_LIST, "/api/casework/inbox"),
            new Door("GET /feeds/{key}/due.ics", Kind.NOBODY, "/feeds/none/due.ics"),
            new Door("GET /calendar/due.ics", Kind.NOBODY, "/calendar/due.ics"),
            new Door("GET /admin/roles", Kind.ADMINISTRATION, "/admin/roles"),
            new Door("GET /admin/roles/import", Kind.ADMINISTRATION, "/admin/roles/import"),
            new Door("POST /admin/roles/import", Kind.ADMINISTRATION, "/admin/roles/import"),
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
