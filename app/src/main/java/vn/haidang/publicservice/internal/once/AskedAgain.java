package vn.haidang.publicservice.internal.once;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intellij.lang.annotations.Language;
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
    private static final EvidenceOrder FOUND = order("f.asked_again", "f", "f.form", "f.form_version", "f.code");

    private static final String AGAIN_HERE = "cardinality(a.again) > 0";
    private static final EvidenceOrder HERE =
            order(AGAIN_HERE, "a", "p.form", "p.form_version", "coalesce(s.code, '')");

    /** Dossiers, and what stands for those that are not seen: of each unit the next ones in the order of an index. */
    @Language("SQL")
    private static final String OF_UNIT = """
            select %1$s as asked_again, e.day, g.unit, e.service_code, e.form, e.form_version, e.case_id, e.code
            from plot g
              cross join lateral (
                select distinct %2$s as asked_again, a.day, a.unit, a.service_code, p.form, p.form_version,
                  s.case_id, coalesce(s.code, '') as code
                from publicservice.asked a
                  join publicservice.application p on p.id = a.application
                  left join lateral (select p.case_id, p.dossier_code as code where %3$s) s on true
                where a.unit = g.unit and a.known > 0 and (%2$s) is %1$s
                  and a.day between greatest(cast(:first as date), g.first) and least(cast(:last as date), g.last)%4$s
                %5$s limit :size) e
            """;

    /** Not seen, and none of those it is told with was asked again. */
    @Language("SQL")
    private static final String NOT_TOLD_ABOVE = """
             and (s.case_id is not null or not exists (
              select from publicservice.asked b
                join publicservice.application q on q.id = b.application
              where b.unit = a.unit and b.known > 0 and cardinality(b.again) > 0 and b.day = a.day
                and b.service_code = a.service_code and q.form = p.form and q.form_version = p.form_version and not (%1$s)))
            """;

    /** How many fields: of one dossier, or of all that are told together. */
    @Language("SQL")
    private static final String SUMS = """
            select sum(o.known) as known, sum(cardinality(o.again)) as again,
              coalesce(string_agg(nullif(array_to_string(o.again, ' '), ''), ' '), '') as fields
            from (
              select a.known, a.again
              from publicservice.application p
                join publicservice.asked a on a.application = p.id
              where p.case_id = f.case_id
              union all
              select a.known, a.again
              from publicservice.asked a
                join publicservice.application p on p.id = a.application
              where f.case_id is null and a.unit = f.unit and a.day = f.day and a.service_code = f.service_code and a.known > 0
                and p.form = f.form and p.form_version = f.form_version and not (%1$s)) o
            """;

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
        String seen = access.to(reader, "p.case_id").sql();
        String alike = access.to(reader, "q.case_id").sql();
        Map<String, Object> parameters = new MeasureSql.Asked(ground, days, page).parameters();
        parameters.putAll(access.to(reader, "p.case_id").parameters());
        parameters.putAll(FOUND.parameters(page));
        return sql.read(
                MeasureSql.PLOT + ", found as (" + way(true, page, seen, near(true, parameters, page)) + " union all "
                        + way(false, page, seen, near(false, parameters, page) + NOT_TOLD_ABOVE.formatted(alike))
                        + "), page as (select f.* from found f" + FOUND.by(page) + " limit :size)"
                        + " select f.unit, f.day, f.service_code, f.case_id, nullif(f.code, '') as code, f.form, f.form_version,"
                        + " s.known, s.again, s.fields, v.short_name, " + FOUND.place()
                        + " from page f cross join lateral (" + SUMS.formatted(seen) + ") s"
                        + " left join lateral (select short_name from publicservice.service_version"
                        + " where code = f.service_code order by version desc limit 1) v on true" + FOUND.by(page),
                parameters,
                page,
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

    private static String way(boolean again, EvidencePage page, String seen, String only) {
        return OF_UNIT.formatted(again, AGAIN_HERE, seen, only + HERE.beyond(page), HERE.by(page));
    }

    /** Among those on the same side as the place asked from, days go on from its day. */
    private static String near(boolean again, Map<String, Object> parameters, EvidencePage page) {
        return Boolean.valueOf(again).equals(parameters.get("place_0")) ? HERE.reaching(1, page) : "";
    }

    private static EvidenceOrder order(String again, String of, String form, String version, String code) {
        return EvidenceOrder.of(
                EvidenceOrder.flag(again),
                EvidenceOrder.day(of + ".day"),
                EvidenceOrder.id(of + ".unit"),
                EvidenceOrder.text(of + ".service_code"),
                EvidenceOrder.text(form),
                EvidenceOrder.number(version),
                EvidenceOrder.text(code));
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
