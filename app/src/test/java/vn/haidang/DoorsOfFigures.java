package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of figures and their series, and of what is published of forms; part of {@link DoorTable}. */
final class DoorsOfFigures {

    static final List<Door> DOORS = List.of(
            Door.at("GET /figures/changes", Kind.EVERYBODY),
            new Door(
                    "GET /figures/{module}/{measure}",
                    Kind.EVERYBODY,
                    "/figures/casework/work-file-online?unit={unit}&from=2026-03-10&to=2026-03-10"),
            new Door(
                    "GET /figures/{module}/{measure}",
                    Kind.EVERYBODY,
                    "/figures/publicservice/multi-device?from=2026-03-10&to=2026-03-10"),
            Door.at("GET /figures", Kind.EVERYBODY),
            Door.at("GET /admin/indicators", Kind.ADMINISTRATION),
            new Door("GET /admin/indicators/edit", Kind.ADMINISTRATION, "/admin/indicators/edit?code=casework/on-time"),
            new Door(
                    "GET /admin/indicators/draft",
                    Kind.ADMINISTRATION,
                    "/admin/indicators/draft?code=casework/on-time"),
            new Door(
                    "POST /admin/indicators/edit",
                    Kind.ADMINISTRATION,
                    "/admin/indicators/edit",
                    "code",
                    "casework/on-time"),
            new Door(
                    "POST /admin/indicators/draft/publish",
                    Kind.ADMINISTRATION,
                    "/admin/indicators/draft/publish",
                    "code",
                    "casework/on-time"),
            new Door(
                    "POST /admin/indicators/draft/discard",
                    Kind.ADMINISTRATION,
                    "/admin/indicators/draft/discard",
                    "code",
                    "casework/on-time"),
            new Door("GET /forms/{code}/{version}/schema.json", Kind.EVERYBODY, "/forms/general-request/1/schema.json"),
            new Door(
                    "GET /figures/{module}/{indicator}/series",
                    Kind.EVERYBODY,
                    "/figures/casework/on-time/series?unit={unit}&from=2026-01-01&to=2026-03-10"),
            new Door(
                    "GET /figures/{module}/{indicator}/table",
                    Kind.EVERYBODY,
                    "/figures/casework/on-time/table?from=2026-01-01&to=2026-03-10&basis=GROUP"),
            new Door(
                    "GET /figures/{module}/{indicator}/map",
                    Kind.EVERYBODY,
                    "/figures/casework/on-time/map?from=2026-01-01&to=2026-03-10"),
            new Door(
                    "GET /figures/{module}/{indicator}/ranking",
                    Kind.EVERYBODY,
                    "/figures/casework/median-days/ranking?from=2026-01-01&to=2026-03-10"),
            new Door(
                    "GET /figures/{module}/{indicator}/{view}.{format}",
                    Kind.EVERYBODY,
                    "/figures/casework/on-time/table.csv?from=2026-01-01&to=2026-03-10"),
            new Door(
                    "GET /figures/{module}/{indicator}/{view}.{format}",
                    Kind.EVERYBODY,
                    "/figures/casework/on-time/ranking.json?from=2026-01-01&to=2026-03-10"),
            new Door(
                    "GET /figures/{module}/{measure}",
                    Kind.EVERYBODY,
                    "/figures/casework/turnaround?unit={unit}&from=2026-03-10&to=2026-03-10&member=ONLINE"),
            new Door(
                    "GET /figures/{module}/{measure}",
                    Kind.EVERYBODY,
                    "/figures/publicservice/dossiers?unit={unit}&from=2026-03-01&to=2026-03-10&component=open"),
            new Door("GET /reports/procedures", Kind.EVERYBODY, "/reports/procedures?unit={unit}"),
            new Door("GET /reports/procedures.csv", Kind.EVERYBODY, "/reports/procedures.csv?unit={unit}"),
            new Door("GET /score/{sheet}", Kind.EVERYBODY, "/score/766?unit={unit}"),
            new Door("GET /score/{sheet}.csv", Kind.EVERYBODY, "/score/766.csv?unit={unit}"));

    private DoorsOfFigures() {}
}
