package vn.haidang.publicservice.internal.once;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccess;
import vn.haidang.form.Forms;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidenceOrder;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.MeasureSql;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;

/**
 * Asked although known: fields of applications whose answer the platform had when the draft began and that people typed all the same,
 * out of all fields it could answer. Counted at the unit that received.
 */
@Component
class AskedAgain implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/asked-again");
    static final String AGAIN = "again";
    static final String KNOWN = "known";

    /** Those that were asked again first; what is not seen one by one stands by unit, day, service and form. */
    private static final EvidenceOrder ORDER = EvidenceOrder.of(
            EvidenceOrder.flag("a.again > 0"),
            EvidenceOrder.day("a.day"),
            EvidenceOrder.id("a.unit"),
            EvidenceOrder.text("a.service_code"),
            EvidenceOrder.text("a.form"),
            EvidenceOrder.number("a.form_version"),
            EvidenceOrder.text("coalesce(a.code, '')"));

    private final CaseAccess access;
    private final Forms forms;
    private final MeasureSql sql;

    AskedAgain(CaseAccess access, Forms forms, JdbcClient jdbc) {
        this.access = access;
        this.forms = forms;
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

    /** Each dossier the reader may see, with the fields that were asked again; of the others by unit, day and service how many, so that everyone sees all. */
    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        CaseAccess.Condition seen = access.to(reader, "p.case_id");
        String with = """
                , each_one as (
                  select a.unit, a.day, a.service_code, a.known, a.again, p.form, p.form_version,
                    case when %s then p.case_id end as case_id, case when %s then p.dossier_code end as code
                  from publicservice.asked a
                  join plot g on g.unit = a.unit and a.day between g.first and g.last
                  join publicservice.application p on p.id = a.application
                  where a.day between :first and :last and a.known > 0
                ), asked as (
                  select o.unit, o.day, o.service_code, o.case_id, o.code, o.form, o.form_version, sum(o.known) as known,
                    sum(cardinality(o.again)) as again,
                    string_agg(nullif(array_to_string(o.again, ' '), ''), ' ') as fields
                  from each_one o
                  group by o.unit, o.day, o.service_code, o.case_id, o.code, o.form, o.form_version
                )
                """.formatted(seen.sql(), seen.sql());
        return sql.evidence(
                new MeasureSql.Records(with, """
                        a.unit, a.day, a.service_code, a.case_id, a.code, a.form, a.form_version, a.known, a.again,
                          coalesce(a.fields, '') as fields, v.short_name\
                        """, """
                        from asked a
                        left join lateral (select short_name from publicservice.service_version
                          where code = a.service_code order by version desc limit 1) v on true
                        where true
                        """, ORDER),
                new MeasureSql.Asked(ground, days, page),
                seen.parameters(),
                (row, number) -> {
                    String fields = labels(row.getString("form"), row.getInt("form_version"), row.getString("fields"));
                    String code = row.getString("code");
                    return new Evidence.Row(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getObject("day", LocalDate.class),
                            (code == null ? row.getString("short_name") : code) + " – " + row.getLong("again") + "/"
                                    + row.getLong("known") + (fields.isEmpty() ? "" : ": " + shortened(fields)),
                            code == null || !reader.official()
                                    ? "/services/" + row.getString("service_code")
                                    : "/desk/cases/" + row.getObject("case_id", UUID.class),
                            row.getLong("again") > 0);
                });
    }

    /** What the fields are called on the form, each once. */
    private String labels(String form, int version, String fields) {
        if (fields.isEmpty()) {
            return "";
        }
        Set<String> names = Stream.of(fields.split(" ")).collect(Collectors.toUnmodifiableSet());
        return forms.version(form, version)
                .fields()
                .filter(field -> names.contains(field.name()))
                .map(field -> field.label().vi())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String fields) {
        return fields.length() <= 200 ? fields : fields.substring(0, 200) + "…";
    }
}
