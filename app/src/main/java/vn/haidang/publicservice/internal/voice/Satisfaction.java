package vn.haidang.publicservice.internal.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.Component.Aggregation;
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
 * Ratings of four or five stars, out of all ratings, at the unit that decided on the dossier, on the day it was rated first. Whoever
 * changes a rating is counted once, by their last word, on the first day.
 */
@org.springframework.stereotype.Component
public class Satisfaction implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/satisfaction");
    static final String SATISFIED = "satisfied";
    static final String RATED = "rated";

    private static final int ENOUGH = 4;

    private static final EvidenceOrder ORDER =
            EvidenceOrder.of(EvidenceOrder.day("r.rated_on"), EvidenceOrder.id("a.id"));

    private final FeedbackRows rows;
    private final MeasureSql sql;

    Satisfaction(FeedbackRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.sql = new MeasureSql(jdbc);
    }

    /**
     * What a rating changes.
     *
     * @param before how many stars there were, null for the first rating
     */
    public static List<Facts.Fact> facts(UnitId unit, LocalDate day, @Nullable Integer before, int stars) {
        List<Facts.Fact> facts = new ArrayList<>();
        if (before == null) {
            facts.add(fact(RATED, unit, day, 1));
        }
        int change = satisfied(stars) - (before == null ? 0 : satisfied(before));
        if (change != 0) {
            facts.add(fact(SATISFIED, unit, day, change));
        }
        return facts;
    }

    private static int satisfied(int stars) {
        return stars >= ENOUGH ? 1 : 0;
    }

    private static Facts.Fact fact(String component, UnitId unit, LocalDate day, long amount) {
        return new Facts.Fact(CODE, component, unit, day, Facts.WHOLE, "", amount);
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
    public List<Component> components() {
        return List.of(new Component(SATISFIED, new Aggregation.Sum()), new Component(RATED, new Aggregation.Sum()));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.observed("""
                select 'rated' as component, unit, rated_on as day, count(*) as amount
                from publicservice.rating
                where rated_on between :first and :last
                group by unit, rated_on
                union all
                select 'satisfied', unit, rated_on, count(*)
                from publicservice.rating
                where rated_on between :first and :last and stars >= 4
                group by unit, rated_on
                """, days);
    }

    /** What the reader may see: their own, and those of the units at which they handle complaints. */
    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        return sql.evidence(
                new MeasureSql.Records(
                        "",
                        "r.unit, r.rated_on, r.stars, a.id, a.case_id, a.dossier_code, a.party = any (:own) as own",
                        """
                        from publicservice.rating r
                          join plot g on g.unit = r.unit and r.rated_on between g.first and g.last
                          join publicservice.application a on a.id = r.application
                        where r.rated_on between :first and :last and (r.unit = any (:handled) or a.party = any (:own))
                        """,
                        ORDER),
                new MeasureSql.Asked(ground, days, page),
                rows.sight(reader),
                (row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("rated_on", LocalDate.class),
                        row.getString("dossier_code"),
                        row.getBoolean("own")
                                ? "/my/applications/" + row.getObject("id", UUID.class)
                                : "/desk/cases/" + row.getObject("case_id", UUID.class),
                        row.getInt("stars") >= ENOUGH));
    }
}
