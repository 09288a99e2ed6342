package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of the working calendar, of office hours and of clocks stopped by hand; part of {@link DoorTable}. */
final class DoorsOfTime {

    static final List<Door> DOORS = List.of(
            new Door("GET /admin/calendar", Kind.ADMINISTRATION, "/admin/calendar?year=2026"),
            new Door("GET /admin/calendar/day", Kind.ADMINISTRATION, "/admin/calendar/day?date=2026-11-23"),
            new Door("GET /admin/calendar/year", Kind.ADMINISTRATION, "/admin/calendar/year?year=2027"),
            Door.at("GET /admin/calendar/import", Kind.ADMINISTRATION),
            Door.at("GET /admin/clock-rules", Kind.ADMINISTRATION),
            new Door("GET /admin/clock-rules/change", Kind.ADMINISTRATION, "/admin/clock-rules/change?rule=extensions"),
            new Door(
                    "POST /admin/clock-rules/change",
                    Kind.ADMINISTRATION,
                    "/admin/clock-rules/change",
                    "rule",
                    "extensions"),
            new Door(
                    "POST /admin/clock-rules/save",
                    Kind.ADMINISTRATION,
                    "/admin/clock-rules/save",
                    "rule",
                    "extensions"),
            new Door(
                    "GET /admin/clock-rules/withdraw",
                    Kind.ADMINISTRATION,
                    "/admin/clock-rules/withdraw?rule=extensions&from=2100-01-01"),
            new Door(
                    "POST /admin/clock-rules/withdraw",
                    Kind.ADMINISTRATION,
                    "/admin/clock-rules/withdraw",
                    "rule",
                    "extensions"),
            Door.at("GET /admin/office-hours", Kind.ADMINISTRATION),
            new Door("GET /admin/office-hours/period", Kind.ADMINISTRATION, "/admin/office-hours/period?code=standard"),
            Door.at("GET /admin/office-hours/unit", Kind.ADMINISTRATION),
            Door.at("GET /admin/office-hours/import", Kind.ADMINISTRATION),
            Door.at("GET /admin/office-hours/units/import", Kind.ADMINISTRATION),
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
            new Door("POST /admin/calendar/year", Kind.ADMINISTRATION, "/admin/calendar/year", "year", "2027"),
            Door.at("POST /admin/calendar/import", Kind.ADMINISTRATION),
            new Door(
                    "POST /admin/calendar/save",
                    Kind.ADMINISTRATION,
                    "/admin/calendar/save",
                    "edits",
                    "[{\"edit\":\"shipped-year\",\"year\":2027}]",
                    "token",
                    "1."),
            Door.at("POST /admin/office-hours/period", Kind.ADMINISTRATION),
            new Door(
                    "POST /admin/office-hours/withdraw",
                    Kind.ADMINISTRATION,
                    "/admin/office-hours/withdraw",
                    "code",
                    "standard",
                    "from",
                    "2026-12-01"),
            Door.at("POST /admin/office-hours/unit", Kind.ADMINISTRATION),
            Door.at("POST /admin/office-hours/import", Kind.ADMINISTRATION),
            Door.at("POST /admin/office-hours/units/import", Kind.ADMINISTRATION),
            new Door("GET /desk/cases/{id}/clock", Kind.STOPS, "/desk/cases/{case}/clock"),
            Door.at("GET /desk/stopped-clocks", Kind.HEADS),
            Door.at("GET /desk/apologies", Kind.HEADS),
            new Door("GET /desk/cases/{id}/apology", Kind.STOPS, "/desk/cases/{case}/apology"),
            new Door(
                    "POST /desk/cases/{id}/apology",
                    Kind.STOPS,
                    "/desk/cases/{case}/apology",
                    "reason",
                    "Quá tải",
                    "new-day",
                    "20",
                    "new-month",
                    "3",
                    "new-year",
                    "2026"),
            new Door("GET /desk/cases/{id}/clock/as-of", Kind.DESK_READ, "/desk/cases/{case}/clock/as-of"),
            new Door(
                    "POST /desk/cases/{id}/clock/stop",
                    Kind.STOPS,
                    "/desk/cases/{case}/clock/stop",
                    "version",
                    "{version}",
                    "reason",
                    "Chờ giám định",
                    "basis",
                    "Điều 20",
                    "key",
                    "{key}"),
            new Door(
                    "POST /desk/cases/{id}/clock/go-on",
                    Kind.STOPS,
                    "/desk/cases/{case}/clock/go-on",
                    "version",
                    "{version}",
                    "key",
                    "{key}"));

    private DoorsOfTime() {}
}
