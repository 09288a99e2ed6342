package vn.haidang;

import java.util.List;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;

/** The doors of official documents; part of {@link DoorTable}. */
final class DoorsOfDocuments {

    static final List<Door> DOORS = List.of(
            new Door("GET /check", Kind.EVERYBODY, "/check"),
            new Door("GET /check/{code}", Kind.NOBODY, "/check/NOSUCHCODE"),
            new Door("POST /check", Kind.EVERYBODY, "/check"));

    private DoorsOfDocuments() {}
}
