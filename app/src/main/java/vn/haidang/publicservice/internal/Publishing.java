package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Part;

/**
 * Publishes what the reference data says as versions: a service whose content changed gets a new version from today on, one that
 * is no longer named is withdrawn from today on. What lacks mandatory parts is published with these recorded. The number of published services is a fact at the city.
 */
@Component
class Publishing {

    private final PublishingRows rows;
    private final Units units;
    private final PublishedParts parts;
    private final CatalogueCounting counting;
    private final Journal journal;
    private final Clock clock;

    Publishing(
            PublishingRows rows,
            Units units,
            PublishedParts parts,
            CatalogueCounting counting,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.units = units;
        this.parts = parts;
        this.counting = counting;
        this.journal = journal;
        this.clock = clock;
    }

    void publish() {
        if (!rows.complete()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        List<String> changed = rows.changed(today);
        List<String> gone = rows.gone(today);
        if (changed.isEmpty() && gone.isEmpty()) {
            return;
        }
        rows.turnEdition();
        UnitId city = units.city(today).id();
        rows.close(today, changed);
        rows.insertVersions(today, changed);
        rows.insertItems(today, changed);
        rows.insertWays(today, changed);
        rows.dropTerms(changed);
        rows.insertTerms(today, changed);
        String lacking = parts.ofLoaded(changed, today);
        count(city, today, rows.openPublications(today, city, changed));

        rows.close(today, gone);
        rows.closePublications(today, gone).forEach(unit -> count(unit, today, -1));

        counting.changed();

        Act act = Act.of("publicservice/catalogue-published", Actor.SYSTEM);
        rows.versionSubjects(today, changed).forEach(id -> act.on(new Subject("publicservice/service-version", id)));
        journal.act(act.changed("lacking", null, lacking)
                .because(gone.isEmpty() ? "published" : "published-and-withdrawn"));
    }

    /** The mandatory parts that the version of a service lacks which begins on that day. */
    List<Part> lacking(String code, LocalDate from) {
        return parts.ofOne(code, from);
    }

    /** Counts services published for the first time, from a day on. */
    void open(LocalDate day, List<String> codes) {
        UnitId city = units.city(day).id();
        count(city, day, rows.openPublications(day, city, codes));
    }

    private void count(UnitId unit, LocalDate day, long amount) {
        if (amount != 0) {
            counting.offered(unit, day, amount);
        }
    }
}
