package vn.haidang.publicservice.internal.queue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.PublicServiceProblems;

/** The places of units where people wait, are called and come by appointment. Heads of units open and close their own. */
@Component
public class Points {

    public static final String RUN = "publicservice/run-point";
    public static final String WORK = "publicservice/receive";

    /**
     * A place.
     *
     * @param slug as it stands in addresses
     * @param desks how many desks call people
     * @param slotMinutes how long one stretch of appointments is
     * @param slotCapacity how many may book one stretch, where nothing else was said for it
     */
    public record Point(
            UUID id,
            String slug,
            UnitId unit,
            String name,
            String nameEn,
            int desks,
            int slotMinutes,
            int slotCapacity,
            boolean closed) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }
    }

    /** What may be said of one. */
    public record Terms(String name, String nameEn, int desks, int slotMinutes, int slotCapacity) {}

    private static final String SELECT = """
            select p.id, p.slug, p.unit, p.name, p.name_en, p.desks, p.slot_minutes, p.slot_capacity, p.closed_at is not null as closed
            from publicservice.service_point p
            """;

    private static final String TAKES = """
             p.closed_at is null and (p.slot_capacity > 0 or exists (select from publicservice.slot s
              where s.point = p.id and s.day >= :today and s.capacity > s.taken))
            """;

    private final JdbcClient jdbc;
    private final Powers powers;
    private final Journal journal;
    private final Clock clock;

    Points(JdbcClient jdbc, Powers powers, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.powers = powers;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/not-your-desk}, {@code publicservice/point-taken} */
    @Transactional
    public UUID open(String slug, UnitId unit, Terms terms, Reader by) {
        if (!powers.units(by, RUN).contains(unit)) {
            throw PublicServiceProblems.notYourDesk();
        }
        Instant now = now();
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        int added = jdbc.sql("""
                        insert into publicservice.service_point
                          (id, slug, unit, name, name_en, desks, slot_minutes, slot_capacity, opened_at)
                        values (:id, :slug, :unit, :name, :name_en, :desks, :minutes, :capacity, :now)
                        on conflict (slug) do nothing
                        """)
                .param("id", id)
                .param("slug", slug)
                .param("unit", unit.value())
                .param("name", terms.name())
                .param("name_en", terms.nameEn())
                .param("desks", terms.desks())
                .param("minutes", terms.slotMinutes())
                .param("capacity", terms.slotCapacity())
                .param("now", at(now))
                .update();
        if (added == 0) {
            throw PublicServiceProblems.pointTaken();
        }
        journal.act(Act.of("publicservice/point-opened", by.actor())
                .on(subject(id))
                .on(new Subject("organization/unit", unit.value())));
        return id;
    }

    /** What was booked before stays as it was booked. */
    @Transactional
    public void change(UUID id, Terms terms, Reader by) {
        Point before = run(id, by);
        jdbc.sql("""
                        update publicservice.service_point
                        set name = :name, name_en = :name_en, desks = :desks, slot_minutes = :minutes, slot_capacity = :capacity
                        where id = :id
                        """)
                .param("id", id)
                .param("name", terms.name())
                .param("name_en", terms.nameEn())
                .param("desks", terms.desks())
                .param("minutes", terms.slotMinutes())
                .param("capacity", terms.slotCapacity())
                .update();
        Act act = Act.of("publicservice/point-changed", by.actor()).on(subject(id));
        if (before.slotCapacity() != terms.slotCapacity()) {
            act.changed("slot-capacity", before.slotCapacity(), terms.slotCapacity());
        }
        journal.act(act);
    }

    /** It gives out no more numbers and takes no more appointments. */
    @Transactional
    public void close(UUID id, Reader by) {
        run(id, by);
        jdbc.sql("update publicservice.service_point set closed_at = :now where id = :id and closed_at is null")
                .param("id", id)
                .param("now", at(now()))
                .update();
        journal.act(Act.of("publicservice/point-closed", by.actor()).on(subject(id)));
    }

    /** One that is open, as everybody may know it. */
    public Point bySlug(String slug) {
        return jdbc.sql(SELECT + " where p.slug = :slug and p.closed_at is null")
                .param("slug", slug)
                .query((row, number) -> point(row))
                .optional()
                .orElseThrow(PublicServiceProblems::noSuchPoint);
    }

    /** Those that take appointments: by their own rule, or where somebody said so for a stretch of these days. */
    public List<Point> takingAppointments() {
        return jdbc.sql(SELECT + " where" + TAKES + " order by p.name, p.slug")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> point(row))
                .list();
    }

    /** Those of them that are these units'. */
    public List<Point> takingAppointments(Collection<UnitId> units) {
        return jdbc.sql(SELECT + " where" + TAKES
                        + " and p.unit = any (cast(:units as uuid[])) order by p.name, p.slug")
                .param("today", LocalDate.now(clock))
                .param(
                        "units",
                        units.stream().map(unit -> unit.value().toString()).toArray(String[]::new))
                .query((row, number) -> point(row))
                .list();
    }

    Optional<Point> find(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query((row, number) -> point(row))
                .optional();
    }

    /** Those where this reader works at a desk. */
    public List<Point> worked(Reader reader) {
        return of(powers.units(reader, WORK), false);
    }

    /** Those this reader runs, closed ones last. */
    public List<Point> run(Reader reader) {
        return of(powers.units(reader, RUN), true);
    }

    /** The units at which this reader may open one. */
    public Set<UnitId> units(Reader reader) {
        return powers.units(reader, RUN);
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-point} for one of another unit, too */
    public Point run(UUID id, Reader reader) {
        return find(id).filter(point -> powers.units(reader, RUN).contains(point.unit()))
                .orElseThrow(PublicServiceProblems::noSuchPoint);
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-point} for one where the reader does not work, too */
    public Point worked(String slug, Reader reader) {
        Point point = bySlug(slug);
        if (!powers.units(reader, WORK).contains(point.unit())) {
            throw PublicServiceProblems.noSuchPoint();
        }
        return point;
    }

    private List<Point> of(Set<UnitId> units, boolean closed) {
        return jdbc.sql(SELECT + """
                         where p.unit = any (cast(:units as uuid[])) and (:closed or p.closed_at is null)
                        order by p.closed_at nulls first, p.name, p.slug
                        """)
                .param(
                        "units",
                        units.stream().map(unit -> unit.value().toString()).toArray(String[]::new))
                .param("closed", closed)
                .query((row, number) -> point(row))
                .list();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Subject subject(UUID point) {
        return new Subject("publicservice/point", point);
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("name"),
                row.getString("name_en"),
                row.getInt("desks"),
                row.getInt("slot_minutes"),
                row.getInt("slot_capacity"),
                row.getBoolean("closed"));
    }
}
