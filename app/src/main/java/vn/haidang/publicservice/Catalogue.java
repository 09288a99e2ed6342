package vn.haidang.publicservice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.publicservice.internal.CatalogueRows;
import vn.haidang.publicservice.internal.SearchRows;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The published services of the city: found by everyday words, shown as their sources have it. */
@Component
public class Catalogue {

    /** A field or life event with the number of services in it. */
    public record Group(String code, String nameEn, long services) {}

    private final CatalogueRows rows;
    private final SearchRows search;
    private final Clock clock;

    Catalogue(CatalogueRows rows, SearchRows search, Clock clock) {
        this.rows = rows;
        this.search = search;
        this.clock = clock;
    }

    /** Best first; forgives missing diacritics, slips and everyday words. One statement, which asks whether what is in memory still holds. */
    public Slice<ServiceSummary> find(ServiceQuestion question, PageRequest page) {
        return search.find(question, page, LocalDate.now(clock));
    }

    public Optional<Service> current(String code) {
        return rows.current(code, LocalDate.now(clock));
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service} */
    public Service get(String code) {
        return current(code).orElseThrow(PublicServiceProblems::noSuchService);
    }

    /** A version as it was, for what was handed in under it. */
    public Service version(String code, int version) {
        return rows.version(code, version, LocalDate.now(clock)).orElseThrow(PublicServiceProblems::noSuchService);
    }

    /** Its history, newest first; empty for one that was never published. */
    public List<VersionLine> versions(String code) {
        return rows.versions(code, LocalDate.now(clock));
    }

    /** All services of today with all their parts; for whoever looks after the catalogue. */
    public List<Service> all() {
        return rows.all(LocalDate.now(clock));
    }

    /** How many services stand in force as a load of reference data brought them, lacking mandatory parts. */
    public long loadedLacking() {
        return rows.loadedLacking(LocalDate.now(clock));
    }

    /** The services most often handed in during the last 90 days, filled up with those that start here. */
    public List<ServiceSummary> popular(int atMost) {
        return rows.popular(LocalDate.now(clock), atMost);
    }

    public List<Group> fields() {
        return search.fields(LocalDate.now(clock));
    }

    /** Who decides, with the number of services. */
    public List<Group> agencies() {
        return search.agencies(LocalDate.now(clock));
    }

    public List<Group> lifeEvents() {
        return search.lifeEvents(LocalDate.now(clock));
    }
}
