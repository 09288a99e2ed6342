package vn.haidang;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All doors of the platform, one line each; a handler that stands in none fails {@link AllDoorsTests}. */
final class DoorTable {

    /** What one of the doors opens: everybody's, one's own, a dossier of the desk, work to do on it, or nothing at all here. */
    enum Kind {
        NOBODY,
        EVERYBODY,
        SIGNED_IN,
        OWN,
        OWN_DRAFT,
        OWN_MESSAGE,
        DESK_LIST,
        DESK_READ,
        DESK_ITEMS,
        CLAIM,
        RETURN,
        DESK_ACT,
        OPEN_CASE,
        ADMINISTRATION,
        CLOCK,
        GIVES,
        REVOKES
    }

    static final Set<Kind> OF_NO_DOSSIER = EnumSet.of(
            Kind.NOBODY, Kind.EVERYBODY, Kind.SIGNED_IN, Kind.DESK_LIST, Kind.ADMINISTRATION, Kind.GIVES, Kind.REVOKES);

    /**
     * One line of the table.
     *
     * @param address with {@code {application}}, {@code {case}}, {@code {file}}, {@code {message}}, {@code {draft}}, {@code {item}}
     *     for the parts of a dossier and {@code {unit}} for each unit
     */
    record Door(String handler, Kind kind, String address, String... parameters) {
        boolean changes() {
            return handler.startsWith("POST");
        }
    }

    static final List<Door> DOORS = List.of(
            new Door("GET /", Kind.EVERYBODY, "/"),
            new Door("ANY /error", Kind.NOBODY, "/error"),
            new Door("GET /language", Kind.EVERYBODY, "/language?to=vi"),
            new Door("GET /journal", Kind.EVERYBODY, "/journal"),
            new Door("GET /plan", Kind.EVERYBODY, "/plan"),
            new Door("GET /plan/{indicator}", Kind.EVERYBODY, "/plan/work-file-online"),
            new Door("GET /services", Kind.EVERYBODY, "/services?q=hon nhan"),
            new Door("GET /services/{code}", Kind.EVERYBODY, "/services/1.004873"),
            new Door("GET /search", Kind.EVERYBODY, "/search?q={code}"),
            new Door("GET /units", Kind.EVERYBODY, "/units"),
            new Door("GET /units/{key}", Kind.EVERYBODY, "/units/{unit}"),
            new Door("GET /figures/changes", Kind.EVERYBODY, "/figures/changes"),
            new Door(
                    "GET /figures/{module}/{measure}",
                    Kind.EVERYBODY,
                    "/figures/casework/work-file-online?unit={unit}&from=2026-03-10&to=2026-03-10"),
            new Door(
                    "GET /figures/{module}/{measure}",
                    Kind.EVERYBODY,
                    "/figures/publicservice/multi-device?from=2026-03-10&to=2026-03-10"),
            new Door("GET /procedures", Kind.EVERYBODY, "/procedures"),
            new Door("GET /procedures/{code}", Kind.EVERYBODY, "/procedures/standard"),
            new Door("GET /procedures/{code}/{version}/bpmn", Kind.EVERYBODY, "/procedures/standard/1/bpmn"),
            new Door("GET /procedures/{code}/{version}/csv", Kind.EVERYBODY, "/procedures/standard/1/csv"),
            new Door("GET /procedures/{code}/{version}/yaml", Kind.EVERYBODY, "/procedures/standard/1/yaml"),
            new Door("GET /admin/procedures", Kind.ADMINISTRATION, "/admin/procedures"),
            new Door("GET /admin/procedures/import", Kind.ADMINISTRATION, "/admin/procedures/import"),
            new Door("POST /admin/procedures/import", Kind.ADMINISTRATION, "/admin/procedures/import"),
            new Door("GET /admin/procedures/{code}", Kind.ADMINISTRATION, "/admin/procedures/{procedure}"),
            new Door("GET /admin/procedures/{code}/draft", Kind.ADMINISTRATION, "/admin/procedures/{procedure}/draft"),
            new Door(
                    "GET /admin/procedures/{code}/compare",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/standard/compare?left=1&right=1"),
            new Door(
                    "GET /admin/procedures/{code}/publish",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/{procedure}/publish?from-day=1&from-month=12&from-year=2027"),
            new Door(
                    "POST /admin/procedures/{code}/publish",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/{procedure}/publish",
                    "from-day",
                    "1",
                    "from-month",
                    "12",
                    "from-year",
                    "2027"),
            new Door(
                    "GET /admin/procedures/{code}/{version}/end",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/standard/1/end"),
            new Door(
                    "POST /admin/procedures/{code}/{version}/end",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/standard/1/end",
                    "from-day",
                    "1",
                    "from-month",
                    "12",
                    "from-year",
                    "2027"),
            new Door(
                    "POST /admin/procedures/{code}/{version}/take-back",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/standard/1/take-back"),
            new Door(
                    "POST /admin/procedures/{code}/draft/discard",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/{procedure}/draft/discard"),
            new Door("GET /sign-in", Kind.EVERYBODY, "/sign-in"),
            new Door("POST /sign-in", Kind.EVERYBODY, "/sign-in", "username", "nobody-{application}", "password", "x"),
            new Door("GET /sign-in/provider", Kind.NOBODY, "/sign-in/provider"),
            new Door("GET /sign-in/provider/return", Kind.NOBODY, "/sign-in/provider/return?state=x&code=y"),
            new Door("GET /signed-out", Kind.EVERYBODY, "/signed-out"),
            new Door("GET /lookup", Kind.EVERYBODY, "/lookup"),
            new Door("POST /lookup", Kind.EVERYBODY, "/lookup", "code", "{code}", "secret", "not the secret"),
            new Door("POST /clock", Kind.CLOCK, "/clock"),
            new Door("GET /my", Kind.SIGNED_IN, "/my"),
            new Door("GET /my/acting-for", Kind.SIGNED_IN, "/my/acting-for"),
            new Door("POST /my/acting-for", Kind.SIGNED_IN, "/my/acting-for", "who", "nobody"),
            new Door("GET /my/authorisations", Kind.SIGNED_IN, "/my/authorisations"),
            new Door("GET /my/authorisations/new", Kind.GIVES, "/my/authorisations/new"),
            new Door("POST /my/authorisations", Kind.GIVES, "/my/authorisations", "number", "x"),
            new Door(
                    "POST /my/authorisations/{id}",
                    Kind.REVOKES,
                    "/my/authorisations/{authorisation}",
                    "act",
                    "revoke"),
            new Door("GET /my/applications", Kind.SIGNED_IN, "/my/applications"),
            new Door("GET /my/notifications", Kind.SIGNED_IN, "/my/notifications"),
            new Door("POST /my/notifications/read", Kind.SIGNED_IN, "/my/notifications/read"),
            new Door("GET /apply/{code}", Kind.SIGNED_IN, "/apply/1.004873"),
            new Door("POST /apply/{code}", Kind.SIGNED_IN, "/apply/1.004873", "unit", "nowhere"),
            new Door("POST /my/notifications/{id}/open", Kind.OWN_MESSAGE, "/my/notifications/{message}/open"),
            new Door("GET /my/applications/{id}", Kind.OWN, "/my/applications/{application}"),
            new Door("GET /my/applications/{id}/receipt", Kind.OWN, "/my/applications/{application}/receipt"),
            new Door("GET /my/applications/{id}/supplement", Kind.OWN, "/my/applications/{application}/supplement"),
            new Door(
                    "POST /my/applications/{id}/supplement",
                    Kind.OWN,
                    "/my/applications/{application}/supplement",
                    "key",
                    "{key}",
                    "note",
                    "Bổ sung"),
            new Door("GET /my/applications/{id}/withdraw", Kind.OWN, "/my/applications/{application}/withdraw"),
            new Door("GET /my/applications/{id}/result", Kind.OWN, "/my/applications/{application}/result"),
            new Door("GET /my/applications/{id}/files/{file}", Kind.OWN, "/my/applications/{application}/files/{file}"),
            new Door(
                    "POST /my/applications/{id}/rating",
                    Kind.OWN,
                    "/my/applications/{application}/rating",
                    "stars",
                    "5"),
            new Door("GET /apply/{code}/{draft}", Kind.OWN_DRAFT, "/apply/1.004873/{draft}"),
            new Door("GET /apply/{code}/{draft}/{page}", Kind.OWN_DRAFT, "/apply/1.004873/{draft}/{page}"),
            new Door(
                    "POST /apply/{code}/{draft}/{page}",
                    Kind.OWN_DRAFT,
                    "/apply/1.004873/{draft}/{page}",
                    "turn",
                    "next"),
            new Door("GET /apply/{code}/{draft}/check", Kind.OWN_DRAFT, "/apply/1.004873/{draft}/check"),
            new Door(
                    "POST /apply/{code}/{draft}/submit",
                    Kind.OWN_DRAFT,
                    "/apply/1.004873/{draft}/submit",
                    "key",
                    "{key}"),
            new Door("GET /admin/calendar", Kind.ADMINISTRATION, "/admin/calendar?year=2026"),
            new Door("GET /admin/calendar/day", Kind.ADMINISTRATION, "/admin/calendar/day?date=2026-11-23"),
            new Door("GET /admin/calendar/year", Kind.ADMINISTRATION, "/admin/calendar/year?year=2027"),
            new Door("GET /admin/calendar/import", Kind.ADMINISTRATION, "/admin/calendar/import"),
            new Door("GET /admin/office-hours", Kind.ADMINISTRATION, "/admin/office-hours"),
            new Door("GET /admin/office-hours/period", Kind.ADMINISTRATION, "/admin/office-hours/period?code=standard"),
            new Door("GET /admin/office-hours/unit", Kind.ADMINISTRATION, "/admin/office-hours/unit"),
            new Door("GET /admin/office-hours/import", Kind.ADMINISTRATION, "/admin/office-hours/import"),
            new Door(
                    "POST /admin/calendar/day",
                    Kind.ADMINISTRATION,
                    "/admin/calendar/day",
                    "date",
                    "2026-11-23",
                    "kind",
                    "swap-off",
                    "name",
                    "x",
                    "source",
                    "x",
                    "confidence",
                    "H"),
            new Door(
                    "POST /admin/calendar/year",
                    Kind.ADMINISTRATION,
                    "/admin/calendar/year",
                    "year",
                    "2027",
                    "status",
                    "official",
                    "source",
                    "x"),
            new Door("POST /admin/calendar/import", Kind.ADMINISTRATION, "/admin/calendar/import"),
            new Door(
                    "POST /admin/calendar/save",
                    Kind.ADMINISTRATION,
                    "/admin/calendar/save",
                    "edits",
                    "[{\"edit\":\"shipped-year\",\"year\":2027}]",
                    "token",
                    "1."),
            new Door("POST /admin/office-hours/period", Kind.ADMINISTRATION, "/admin/office-hours/period"),
            new Door(
                    "POST /admin/office-hours/withdraw",
                    Kind.ADMINISTRATION,
                    "/admin/office-hours/withdraw",
                    "code",
                    "standard",
                    "from",
                    "2026-12-01"),
            new Door("POST /admin/office-hours/unit", Kind.ADMINISTRATION, "/admin/office-hours/unit"),
            new Door("POST /admin/office-hours/import", Kind.ADMINISTRATION, "/admin/office-hours/import"),
            new Door("GET /desk", Kind.DESK_LIST, "/desk?q={code}"),
            new Door("GET /desk/next", Kind.DESK_LIST, "/desk/next"),
            new Door("GET /desk/cases/{id}", Kind.DESK_READ, "/desk/cases/{case}"),
            new Door(
                    "GET /desk/applications/{id}/files/{file}",
                    Kind.DESK_READ,
                    "/desk/applications/{application}/files/{file}"),
            new Door("GET /desk/applications/{id}/result", Kind.DESK_READ, "/desk/applications/{application}/result"),
            new Door(
                    "GET /api/casework/cases/{id}/work-items",
                    Kind.DESK_ITEMS,
                    "/api/casework/cases/{case}/work-items"),
            new Door("POST /api/casework/cases", Kind.OPEN_CASE, "/api/casework/cases"),
            new Door("POST /desk/cases/{id}/claim", Kind.CLAIM, "/desk/cases/{case}/claim"),
            new Door("POST /desk/cases/{id}/return", Kind.RETURN, "/desk/cases/{case}/return"),
            new Door(
                    "POST /desk/cases/{id}/act",
                    Kind.DESK_ACT,
                    "/desk/cases/{case}/act",
                    "version",
                    "{version}",
                    "step",
                    "receive",
                    "outcome",
                    "accept",
                    "key",
                    "{key}"),
            new Door(
                    "POST /api/casework/work-items/{id}/complete",
                    Kind.DESK_ACT,
                    "/api/casework/work-items/{item}/complete"),
            new Door(
                    "POST /my/applications/{id}/withdraw",
                    Kind.OWN,
                    "/my/applications/{application}/withdraw",
                    "reason",
                    "Đổi ý"));

    private DoorTable() {}
}
