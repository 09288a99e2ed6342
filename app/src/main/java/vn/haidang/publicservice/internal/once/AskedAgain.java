package vn.haidang.publicservice.internal.once;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.MeasureSql;
import vn.haidang.ui.PageRequest;

/**
 * Asked although known: fields of applications whose answer the platform had when the draft began and that people typed all the same,
 * out of all fields it could answer. Counted at the unit that received.
 */
@Component
class AskedAgain implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/asked-again");
    static final String AGAIN = "again";
    static final String KNOWN = "known";

    private final MeasureSql sql;

    AskedAgain(JdbcClient jdbc) {
        this.sql = new MeasureSql(jdbc);
    }

    static List<Facts.Fact> facts(UnitId unit, LocalDate day, int known, int again) {
        List<Facts.Fact> facts = new ArrayList<>();
        if (known > 0) {
            facts.add(new Facts.Fact(CODE, KNOWN, unit, day, Facts.WHOLE, "", known));
        }
        if (again > 0) {
            facts.add(new Facts.Fact(CODE, AGAIN, unit, day, Facts.WHOLE, "", again));
        }
        return facts;
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
                new vn.haidang.indicator.Component(AGAIN, new vn.haidang.indicator.Component.Aggregation.Sum()),
                new vn.haidang.indicator.Component(KNOWN, new vn.haidang.indicator.Component.Aggregation.Sum()));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.observed("""
                select k.component, d.unit, d.day, case k.component when 'again' then d.again else d.known end as amount
                from (
                  select unit, day, sum(known) as known, sum(cardinality(again)) as again
                  from publicservice.asked where day between :first and :last
                  group by unit, day) d
                cross join (values ('again'), ('known')) k (component)
                where case k.component when 'again' then d.again else d.known end > 0
                """, days);
    }

    /** By unit, day and service, with the fields that were asked again; it names no applicant and no dossier, so everyone sees all. */
    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, PageRequest page, Reader reader) {
        return sql.evidence("""
                , asked as (
                  select a.unit, a.day, a.service_code, sum(a.known) as known, sum(cardinality(a.again)) as again,
                    string_agg(nullif(array_to_string(a.again, ', '), ''), ', ') as fields
                  from publicservice.asked a
                  join plot g on g.unit = a.unit and a.day between g.first and g.last
                  where a.day between :first and :last and a.known > 0
                  group by a.unit, a.day, a.service_code
                )
                select a.unit, a.day, a.service_code, a.known, a.again, coalesce(a.fields, '') as fields,
                  v.short_name, count(*) over () as total
                from asked a
                left join lateral (select short_name from publicservice.service_version
                  where code = a.service_code order by version desc limit 1) v on true
                order by a.again > 0 desc, a.day desc, a.unit, a.service_code
                """, ground, days, page, Map.of(), (row, number) -> {
            String fields = row.getString("fields");
            return new Evidence.Row(
                    new UnitId(row.getObject("unit", UUID.class)),
                    row.getObject("day", LocalDate.class),
                    row.getString("short_name") + " – " + row.getLong("again") + "/" + row.getLong("known")
                            + (fields.isEmpty() ? "" : ": " + shortened(fields)),
                    "/services/" + row.getString("service_code"),
                    row.getLong("again") > 0);
        });
    }

    private static String shortened(String fields) {
        return fields.length() <= 200 ? fields : fields.substring(0, 200) + "…";
    }
}
