package vn.haidang.organization.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.DeclaredReform;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reform;
import vn.haidang.organization.ReformId;
import vn.haidang.organization.Tier;
import vn.haidang.reference.TableWriter;

/** Writes declared changes of units, each table with one statement, and takes back those that have not begun. */
@Component
public class ReformRows {

    private record Founded(
            UUID id,
            String key,
            String name,
            String nameEn,
            String kind,
            String tier,
            @Nullable UUID parent,
            LocalDate onDay,
            String source,
            UUID reform) {}

    private record Coded(UUID unit, String code, LocalDate onDay, String source, UUID reform) {}

    private record Named(
            UUID unit,
            String name,
            String nameEn,
            String kind,
            LocalDate onDay,
            String document,
            String source,
            UUID reform) {}

    private record Stood(UUID unit, UUID parent, LocalDate onDay, String document, String source, UUID reform) {}

    private record Ended(UUID unit, LocalDate onDay, UUID reform) {}

    private record Stepped(
            UUID fromUnit,
            @Nullable UUID toUnit,
            LocalDate onDay,
            String kind,
            @Nullable String extent,
            String document,
            String source,
            UUID reform) {}

    @Language("SQL")
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('organization.reform'))";

    @Language("SQL")
    private static final String DOCUMENT = """
            insert into organization.document (key, symbol, issuer, title, issued, effective, source, confidence, origin)
            values (:key, :symbol, :issuer, :title, :issued, :effective, :source, 'H', 'declared')
            """;

    @Language("SQL")
    private static final String REFORM = """
            insert into organization.reform (id, on_day, document, declared_at)
            values (:id, :onDay, :document, :declaredAt)
            """;

    @Language("SQL")
    private static final String FOUNDED = """
            insert into organization.unit
              (id, key, name, name_en, kind, tier, parent, valid, beginning, source, confidence, origin, reform)
            values
              (:id, :key, :name, :nameEn, :kind, :tier, :parent, daterange(:onDay, null), 'founded', :source, 'H',
               'declared', :reform)
            """;

    @Language("SQL")
    private static final String CODED = """
            insert into organization.unit_code (unit, scheme, code, valid, source, confidence, origin, reform)
            values (:unit, 'gso', :code, daterange(:onDay, null), :source, 'H', 'declared', :reform)
            """;

    /** The name before keeps its days. */
    @Language("SQL")
    private static final String NAME_BEFORE = """
            update organization.unit_name n set valid = daterange(lower(n.valid), :onDay)
            where n.unit = :unit and n.valid @> cast(:onDay as date) and lower(n.valid) < :onDay
            """;

    @Language("SQL")
    private static final String NAMED = """
            insert into organization.unit_name
              (unit, name, name_en, kind, valid, document, source, confidence, origin, reform)
            select :unit, :name, :nameEn, :kind, daterange(:onDay, upper(u.valid)), :document, :source, 'H', 'declared', :reform
            from organization.unit u where u.id = :unit
            on conflict (unit, valid) do update
            set name = excluded.name, name_en = excluded.name_en, kind = excluded.kind, document = excluded.document,
                source = excluded.source, confidence = excluded.confidence, origin = excluded.origin, reform = excluded.reform
            """;

    @Language("SQL")
    private static final String STOOD_BEFORE = """
            update organization.unit_stood s set valid = daterange(lower(s.valid), :onDay)
            where s.unit = :unit and s.valid @> cast(:onDay as date) and lower(s.valid) < :onDay
            """;

    @Language("SQL")
    private static final String STOOD = """
            insert into organization.unit_stood (unit, parent, valid, document, source, confidence, origin, reform)
            select :unit, :parent, daterange(:onDay, upper(u.valid)), :document, :source, 'H', 'declared', :reform
            from organization.unit u where u.id = :unit
            on conflict (unit, valid) do update
            set parent = excluded.parent, document = excluded.document, source = excluded.source,
                confidence = excluded.confidence, origin = excluded.origin, reform = excluded.reform
            """;

    @Language("SQL")
    private static final String ENDED = """
            insert into organization.unit_end (unit, on_day, was_until, reform)
            select u.id, :onDay, upper(u.valid), :reform
            from organization.unit u
            where u.id = :unit and coalesce(upper(u.valid), date 'infinity') > :onDay
            """;

    @Language("SQL")
    private static final String STEPPED = """
            insert into organization.succession
              (from_unit, to_unit, on_day, kind, extent, document, source, confidence, origin, reform)
            values (:fromUnit, :toUnit, :onDay, :kind, :extent, :document, :source, 'H', 'declared', :reform)
            on conflict (from_unit, to_unit, on_day) do update
            set kind = excluded.kind, extent = excluded.extent, document = excluded.document, source = excluded.source,
                confidence = excluded.confidence, origin = excluded.origin, reform = excluded.reform
            """;

    @Language("SQL")
    private static final String DECLARED = """
            select r.id, r.on_day, d.symbol, d.title,
              (select count(*) from organization.unit_end e where e.reform = r.id) as ended,
              (select count(*) from organization.unit u where u.reform = r.id) as founded,
              (select count(*) from organization.unit_name n where n.reform = r.id)
                + (select count(*) from organization.unit_stood s where s.reform = r.id) as renamed
            from organization.reform r
            join organization.document d on d.key = r.document
            order by r.on_day desc, r.declared_at desc
            """;

    private final JdbcClient jdbc;
    private final TableWriter tables;
    private final DeclaredEnds ends;
    private final DerivedTables derived;
    private final WithdrawnReforms withdrawn;
    private final Clock clock;

    ReformRows(
            JdbcClient jdbc,
            TableWriter tables,
            DeclaredEnds ends,
            DerivedTables derived,
            WithdrawnReforms withdrawn,
            Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.ends = ends;
        this.derived = derived;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    /** One change of units at a time, until the transaction ends. */
    public void lock() {
        jdbc.sql(LOCK).query((row, number) -> "").list();
    }

    public boolean known(ReformId id) {
        return day(id).isPresent();
    }

    public Optional<LocalDate> day(ReformId id) {
        return jdbc.sql("select on_day from organization.reform where id = :id")
                .param("id", id.value())
                .query(LocalDate.class)
                .optional();
    }

    public void store(ReformId id, Reform reform) {
        var document = document(id, reform);
        var reformId = id.value();
        var on = reform.on();
        var source = reform.paper().source();
        tables.write(
                FOUNDED,
                reform.founded().stream()
                        .map(unit -> founded(unit, on, source, reformId))
                        .toList());
        var ended = reform.from().stream()
                .map(unit -> new Ended(unit.value(), on, reformId))
                .toList();
        tables.write(ENDED, ended);
        ends.apply();
        tables.write(
                CODED,
                reform.founded().stream()
                        .filter(unit -> !unit.code().isEmpty())
                        .map(unit -> new Coded(unit.id().value(), unit.code(), on, source, reformId))
                        .toList());
        var named = reform.renamed().stream()
                .map(unit -> new Named(
                        unit.unit().value(), unit.name(), unit.nameEn(), unit.kind(), on, document, source, reformId))
                .toList();
        tables.write(NAME_BEFORE, named);
        tables.write(NAMED, named);
        var stood = reform.moved().stream()
                .map(move -> new Stood(move.unit().value(), move.parent().value(), on, document, source, reformId))
                .toList();
        tables.write(STOOD_BEFORE, stood);
        tables.write(STOOD, stood);
        tables.write(
                STEPPED,
                reform.steps().stream()
                        .map(step -> stepped(step, on, document, source, reformId))
                        .toList());
        ends.apply();
        derived.rebuild();
    }

    public void withdraw(ReformId id) {
        withdrawn.withdraw(id);
        derived.rebuild();
    }

    public List<DeclaredReform> declared() {
        return jdbc.sql(DECLARED)
                .query((row, number) -> new DeclaredReform(
                        new ReformId(row.getObject("id", UUID.class)),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("symbol"),
                        row.getString("title"),
                        row.getInt("ended"),
                        row.getInt("founded"),
                        row.getInt("renamed")))
                .list();
    }

    private String document(ReformId id, Reform reform) {
        var key = "declared-" + id.value();
        var paper = reform.paper();
        jdbc.sql(DOCUMENT)
                .param("key", key)
                .param("symbol", paper.symbol())
                .param("issuer", paper.issuer())
                .param("title", paper.title())
                .param("issued", paper.issued(), java.sql.Types.DATE)
                .param("effective", reform.on())
                .param("source", paper.source())
                .update();
        jdbc.sql(REFORM)
                .param("id", id.value())
                .param("onDay", reform.on())
                .param("document", key)
                .param("declaredAt", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return key;
    }

    private static Founded founded(Reform.NewUnit unit, LocalDate on, String source, UUID reform) {
        var parent = unit.parent();
        return new Founded(
                unit.id().value(),
                unit.key(),
                unit.name(),
                unit.nameEn(),
                unit.kind(),
                tier(unit.kind()).name(),
                parent == null ? null : parent.value(),
                on,
                source,
                reform);
    }

    private static Stepped stepped(Reform.Step step, LocalDate on, String document, String source, UUID reform) {
        var to = step.to();
        return new Stepped(
                step.from().value(),
                to == null ? null : to.value(),
                on,
                step.kind(),
                step.extent() == Extent.NONE ? null : step.extent().name().toLowerCase(Locale.ROOT),
                document,
                source,
                reform);
    }

    private static Tier tier(String kind) {
        return switch (kind) {
            case "ward", "commune", "township", "special-zone" -> Tier.COMMUNE;
            case "city-district", "rural-district", "district-city", "district-town" -> Tier.DISTRICT;
            default -> Tier.CITY;
        };
    }
}
