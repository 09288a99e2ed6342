package vn.haidang.indicator.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.DatabaseRole;
import vn.haidang.TestDatabase;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component.Aggregation;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;

/** A measure over records of its own, with a component of every kind: each record counts in all of them. */
@Component
class Tally implements Measure {

    static final MeasureCode CODE = new MeasureCode("indicator/tally");
    static final String SUM = "sum";
    static final String STOCK = "stock";
    static final String ANY = "any";
    static final String BOTH = "both";
    static final String LATEST = "latest";
    static final String VALUES = "values";
    static final String MEDIAN = "median";
    static final String HIGH = "high";

    /** One record: so many things at a unit on a day, by a member with a device. */
    record Entry(UUID id, UnitId unit, LocalDate day, String device, String member, long amount) {}

    private final JdbcClient database;
    private final Facts facts;

    Tally(JdbcClient database, Facts facts) throws SQLException {
        this.database = database;
        this.facts = facts;
        try (var connection = TestDatabase.connectAs(DatabaseRole.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists tally;
                    grant usage on schema tally to haidang_app;
                    create table if not exists tally.entry (
                      id uuid primary key, unit uuid not null, day date not null, device text not null,
                      member text not null, amount bigint not null);
                    comment on table tally.entry is 'records of a test; retention: the life of the test database';
                    grant select, insert, update, delete on tally.entry to haidang_app;
                    """);
        }
    }

    void record(Entry entry) {
        database.sql("insert into tally.entry values (:id, :unit, :day, :device, :member, :amount)")
                .param("id", entry.id())
                .param("unit", entry.unit().value())
                .param("day", entry.day())
                .param("device", entry.device())
                .param("member", entry.member())
                .param("amount", entry.amount())
                .update();
        add(entry, 1);
    }

    void remove(Entry entry) {
        var removed = database.sql("delete from tally.entry where id = :id")
                .param("id", entry.id())
                .update();
        if (removed == 1) {
            add(entry, -1);
        }
    }

    /** As if nothing had ever been recorded: what other classes of this JVM left would count in every series. */
    void forget() throws SQLException {
        try (var connection = TestDatabase.connectAs(DatabaseRole.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("""
                    delete from tally.entry;
                    delete from indicator.delta where measure = 'indicator/tally';
                    delete from indicator.cell where measure = 'indicator/tally';
                    delete from indicator.month_cell where measure = 'indicator/tally';
                    """);
        }
    }

    private void add(Entry entry, long sign) {
        facts.add(CODE, SUM, entry.unit(), entry.day(), Facts.WHOLE, sign * entry.amount());
        facts.add(CODE, STOCK, entry.unit(), entry.day(), Facts.WHOLE, sign);
        facts.add(CODE, ANY, entry.unit(), entry.day(), Facts.WHOLE, entry.member(), sign);
        facts.add(CODE, BOTH, entry.unit(), entry.day(), entry.device(), entry.member(), sign);
        facts.add(List.of(
                new Facts.Fact(CODE, LATEST, entry.unit(), entry.day(), Facts.WHOLE, "", sign * entry.amount()),
                new Facts.Fact(
                        CODE, VALUES, entry.unit(), entry.day(), entry.device(), Long.toString(entry.amount()), sign)));
    }

    List<Entry> all() {
        return database.sql("select id, unit, day, device, member, amount from tally.entry")
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("device"),
                        row.getString("member"),
                        row.getLong("amount")))
                .list();
    }

    @Override
    public MeasureCode code() {
        return CODE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<vn.haidang.indicator.Component> components() {
        return List.of(
                new vn.haidang.indicator.Component(SUM, new Aggregation.Sum()),
                new vn.haidang.indicator.Component(STOCK, new Aggregation.Stock()),
                new vn.haidang.indicator.Component(ANY, new Aggregation.Distinct(Set.of())),
                new vn.haidang.indicator.Component(BOTH, new Aggregation.Distinct(Set.of("phone", "desktop"))),
                new vn.haidang.indicator.Component(LATEST, new Aggregation.None()),
                new vn.haidang.indicator.Component(MEDIAN, new Aggregation.Percentile(VALUES, 50)),
                new vn.haidang.indicator.Component(HIGH, new Aggregation.Percentile(VALUES, 90)));
    }

    @Override
    public Observations observe(DayRange days) {
        return new Observations(database.sql("""
                select c.component, e.unit, e.day, c.breakdown, c.member, sum(c.amount) as amount
                from tally.entry e
                cross join lateral (
                  values ('sum', '', '', e.amount), ('stock', '', '', 1), ('any', '', e.member, 1),
                    ('both', e.device, e.member, 1), ('latest', '', '', e.amount),
                    ('values', e.device, cast(e.amount as text), 1)) c (component, breakdown, member, amount)
                where e.day between :first and :last
                group by c.component, e.unit, e.day, c.breakdown, c.member
                """)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, number) -> new Observations.Row(
                        row.getString("component"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("breakdown"),
                        row.getString("member"),
                        row.getLong("amount")))
                .list());
    }

    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        return Evidence.NONE;
    }
}
