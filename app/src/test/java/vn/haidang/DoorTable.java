package vn.haidang;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        DESK_ITEM,
        ASSIGN,
        CLAIM,
        RETURN,
        DESK_ACT,
        OPEN_CASE,
        ADMINISTRATION,
        SORTS,
        HEADS,
        STOPS,
        CLOCK,
        GIVES,
        REVOKES
    }

    static final Set<Kind> OF_NO_DOSSIER = EnumSet.of(
            Kind.NOBODY,
            Kind.EVERYBODY,
            Kind.SIGNED_IN,
            Kind.DESK_LIST,
            Kind.ADMINISTRATION,
            Kind.SORTS,
            Kind.HEADS,
            Kind.GIVES,
            Kind.REVOKES);

    /**
     * One line of the table.
     *
     * @param address with {@code {application}}, {@code {case}}, {@code {file}}, {@code {message}}, {@code {draft}}, {@code {item}}
     *     for the parts of a dossier and {@code {unit}} for each unit
     */
    record Door(String handler, Kind kind, String address, String... parameters) {

        /** A door whose address has nothing to fill in, knocked at without parameters. */
        static Door at(String handler, Kind kind) {
            return new Door(handler, kind, handler.substring(handler.indexOf(' ') + 1));
        }

        boolean changes() {
            return handler.startsWith("POST");
        }
    }

    private static final List<Door> MOST = List.of(
            Door.at("GET /", Kind.EVERYBODY),
            Door.at("ANY /error", Kind.NOBODY),
            new Door("GET /language", Kind.EVERYBODY, "/language?to=vi"),
            Door.at("GET /journal", Kind.EVERYBODY),
            Door.at("GET /plan", Kind.EVERYBODY),
            new Door("GET /plan/{indicator}", Kind.EVERYBODY, "/plan/work-file-online"),
            new Door("GET /services", Kind.EVERYBODY, "/services?q=hon nhan"),
            new Door("GET /services/{code}", Kind.EVERYBODY, "/services/1.004873"),
            new Door("GET /search", Kind.EVERYBODY, "/search?q={code}"),
            Door.at("GET /units", Kind.EVERYBODY),
            new Door("GET /units/{key}", Kind.EVERYBODY, "/units/{unit}"),
            Door.at("GET /procedures", Kind.EVERYBODY),
            new Door("GET /procedures/{code}", Kind.EVERYBODY, "/procedures/standard"),
            new Door("GET /procedures/{code}/{version}/bpmn", Kind.EVERYBODY, "/procedures/standard/1/bpmn"),
            new Door("GET /procedures/{code}/{version}/csv", Kind.EVERYBODY, "/procedures/standard/1/csv"),
            new Door("GET /procedures/{code}/{version}/yaml", Kind.EVERYBODY, "/procedures/standard/1/yaml"),
            Door.at("GET /admin/procedures", Kind.ADMINISTRATION),
            Door.at("GET /admin/procedures/import", Kind.ADMINISTRATION),
            Door.at("POST /admin/procedures/import", Kind.ADMINISTRATION),
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
            Door.at("GET /lookup", Kind.EVERYBODY),
            new Door("POST /lookup", Kind.EVERYBODY, "/lookup", "code", "{code}", "secret", "not the secret"),
            Door.at("POST /clock", Kind.CLOCK),
            Door.at("GET /my", Kind.SIGNED_IN),
            Door.at("GET /my/authorisations", Kind.SIGNED_IN),
            Door.at("GET /my/authorisations/new", Kind.GIVES),
            new Door("POST /my/authorisations", Kind.GIVES, "/my/authorisations", "number", "x"),
            new Door(
                    "POST /my/authorisations/{id}",
                    Kind.REVOKES,
                    "/my/authorisations/{authorisation}",
                    "act",
                    "revoke"),
            Door.at("GET /my/applications", Kind.SIGNED_IN),
            Door.at("GET /my/notifications", Kind.SIGNED_IN),
            Door.at("POST /my/notifications/read", Kind.SIGNED_IN),
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
            Door.at("GET /admin/targets", Kind.ADMINISTRATION),
            Door.at("GET /admin/targets/edit", Kind.ADMINISTRATION),
            Door.at("GET /admin/targets/draft", Kind.ADMINISTRATION),
            Door.at("GET /admin/targets/import", Kind.ADMINISTRATION),
            Door.at("GET /admin/targets/document", Kind.ADMINISTRATION),
            Door.at("POST /admin/targets/edit", Kind.ADMINISTRATION),
            Door.at("POST /admin/targets/withdraw", Kind.ADMINISTRATION),
            Door.at("POST /admin/targets/restore", Kind.ADMINISTRATION),
            Door.at("POST /admin/targets/import", Kind.ADMINISTRATION),
            Door.at("POST /admin/targets/document", Kind.ADMINISTRATION),
            Door.at("POST /admin/targets/draft/publish", Kind.ADMINISTRATION),
            Door.at("POST /admin/targets/draft/drop", Kind.ADMINISTRATION),
            Door.at("POST /admin/targets/draft/discard", Kind.ADMINISTRATION),
            Door.at("GET /admin/imports", Kind.ADMINISTRATION),
            new Door(
                    "GET /admin/imports/file",
                    Kind.ADMINISTRATION,
                    "/admin/imports/file?run=00000000-0000-7000-8000-000000000000&number=1"),
            new Door("GET /admin/units", Kind.ADMINISTRATION, "/admin/units?q=hong bang"),
            Door.at("GET /admin/units/new", Kind.ADMINISTRATION),
            new Door("GET /admin/units/{key}/rename", Kind.ADMINISTRATION, "/admin/units/commune-11311-c/rename"),
            new Door("GET /admin/units/{key}/weights", Kind.ADMINISTRATION, "/admin/units/commune-10528-b/weights"),
            Door.at("GET /admin/units/reorganise", Kind.ADMINISTRATION),
            Door.at("GET /admin/units/import", Kind.ADMINISTRATION),
            Door.at("GET /admin/units/boundaries", Kind.ADMINISTRATION),
            new Door("POST /admin/units/new", Kind.ADMINISTRATION, "/admin/units/new", "name", "x"),
            new Door("POST /admin/units/{key}/rename", Kind.ADMINISTRATION, "/admin/units/commune-11311-c/rename"),
            new Door("POST /admin/units/{key}/weights", Kind.ADMINISTRATION, "/admin/units/commune-10528-b/weights"),
            Door.at("POST /admin/units/reorganise", Kind.ADMINISTRATION),
            Door.at("POST /admin/units/import", Kind.ADMINISTRATION),
            Door.at("POST /admin/units/boundaries", Kind.ADMINISTRATION),
            new Door("POST /admin/units/save", Kind.ADMINISTRATION, "/admin/units/save", "key", "{key}"),
            new Door(
                    "POST /admin/units/reforms/{id}/withdraw",
                    Kind.ADMINISTRATION,
                    "/admin/units/reforms/{key}/withdraw"),
            new Door("GET /desk", Kind.DESK_LIST, "/desk?q={code}"),
            Door.at("GET /desk/next", Kind.DESK_LIST),
            Door.at("GET /desk/shortcuts", Kind.DESK_LIST),
            new Door("POST /desk/shortcuts", Kind.DESK_LIST, "/desk/shortcuts", "keys", "on"),
            new Door("POST /desk/views", Kind.DESK_LIST, "/desk/views", "name", "Của tôi"),
            new Door("POST /desk/views/{id}/delete", Kind.NOBODY, "/desk/views/{key}/delete"),
            new Door("POST /desk/bulk", Kind.DESK_LIST, "/desk/bulk", "act", "claim", "item", "{item}~1"),
            new Door("GET /desk/bulk/{run}", Kind.NOBODY, "/desk/bulk/{key}"),
            Door.at("GET /desk/workload", Kind.HEADS),
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
            Door.at("POST /api/casework/cases", Kind.OPEN_CASE),
            new Door("GET /desk/items/{id}", Kind.DESK_ITEM, "/desk/items/{item}"),
            new Door("POST /desk/items/{id}/claim", Kind.CLAIM, "/desk/items/{item}/claim"),
            new Door("POST /desk/items/{id}/return", Kind.RETURN, "/desk/items/{item}/return"),
            new Door("POST /desk/items/{id}/recall", Kind.RETURN, "/desk/items/{item}/recall"),
            new Door("POST /desk/items/{id}/assign", Kind.ASSIGN, "/desk/items/{item}/assign", "person", "{person}"),
            new Door(
                    "POST /desk/items/{id}/delegate",
                    Kind.CLAIM,
                    "/desk/items/{item}/delegate",
                    "substitute",
                    "{colleague}",
                    "until-day",
                    "12",
                    "until-month",
                    "3",
                    "until-year",
                    "2026"),
            new Door("POST /desk/items/{id}/complete", Kind.NOBODY, "/desk/items/{item}/complete"),
            new Door("POST /desk/items/{id}/cancel", Kind.NOBODY, "/desk/items/{item}/cancel"),
            new Door("GET /desk/cases/{id}/tasks/new", Kind.DESK_ITEMS, "/desk/cases/{case}/tasks/new"),
            new Door(
                    "POST /desk/cases/{id}/tasks",
                    Kind.CLAIM,
                    "/desk/cases/{case}/tasks",
                    "title",
                    "Đo đạc",
                    "unit",
                    "{unit-id}",
                    "role",
                    "specialist",
                    "key",
                    "{key}"),
            new Door("POST /desk/items/{id}/answer", Kind.NOBODY, "/desk/items/{item}/answer", "outcome", "agreed"),
            new Door("GET /desk/cases/{id}/consults/new", Kind.DESK_ITEMS, "/desk/cases/{case}/consults/new"),
            new Door(
                    "POST /desk/cases/{id}/consults",
                    Kind.CLAIM,
                    "/desk/cases/{case}/consults",
                    "question",
                    "Có đồng ý không?",
                    "unit-1",
                    "{unit-id}",
                    "role",
                    "specialist",
                    "join",
                    "all",
                    "due-day",
                    "12",
                    "due-month",
                    "3",
                    "due-year",
                    "2026",
                    "silence",
                    "wait",
                    "key",
                    "{key}"),
            new Door(
                    "POST /desk/cases/{id}/consults/{consult}/withdraw",
                    Kind.NOBODY,
                    "/desk/cases/{case}/consults/{application}/withdraw"),
            Door.at("GET /desk/stranded", Kind.SORTS),
            new Door("POST /desk/stranded/{id}", Kind.SORTS, "/desk/stranded/{case}"),
            new Door(
                    "GET /admin/procedures/{code}/{version}/move",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/standard/1/move?to=1"),
            new Door(
                    "POST /admin/procedures/{code}/{version}/move",
                    Kind.ADMINISTRATION,
                    "/admin/procedures/standard/1/move?to=1"),
            new Door("GET /desk/cases/{id}/cases/new", Kind.DESK_ITEMS, "/desk/cases/{case}/cases/new"),
            new Door(
                    "POST /desk/cases/{id}/cases",
                    Kind.CLAIM,
                    "/desk/cases/{case}/cases?procedure=ad-hoc-work&relation=beside&time=3&measure=wd",
                    "title",
                    "Xác minh",
                    "unit",
                    "{unit-id}",
                    "basis",
                    "Chỉ đạo",
                    "key",
                    "{key}"),
            Door.at("GET /desk/work/new", Kind.DESK_LIST),
            Door.at("POST /desk/work", Kind.DESK_LIST),
            Door.at("GET /desk/substitutes", Kind.DESK_LIST),
            Door.at("POST /desk/substitutes", Kind.DESK_LIST),
            new Door("POST /desk/substitutes/{id}/end", Kind.NOBODY, "/desk/substitutes/{application}/end"),
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

    static final List<Door> DOORS = Stream.of(
                    MOST,
                    DoorsOfPeople.DOORS,
                    DoorsOfTime.DOORS,
                    DoorsOfFigures.DOORS,
                    DoorsOfServices.DOORS,
                    DoorsOfDocuments.DOORS,
                    DoorsOfOwnData.DOORS)
            .flatMap(List::stream)
            .toList();

    private DoorTable() {}
}
