package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.util.List;
import vn.haidang.casework.Channel;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;

/**
 * How a dossier came in.
 *
 * @param receiving the unit whose desk receives it
 * @param filedAt from when its clock counts: when it was handed in, of post when it arrived
 * @param at when it was put down here
 * @param digitised whether everything that came on paper was scanned
 * @param papers what was scanned beside the files of the form
 */
record Arrival(
        UnitId receiving,
        Channel channel,
        Instant filedAt,
        Instant at,
        boolean digitised,
        List<Application.HandedIn> papers) {

    Arrival {
        papers = List.copyOf(papers);
    }

    static Arrival online(UnitId unit, Instant at) {
        return new Arrival(unit, Channel.ONLINE, at, at, false, List.of());
    }
}
