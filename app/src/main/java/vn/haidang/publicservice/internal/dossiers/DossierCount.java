package vn.haidang.publicservice.internal.dossiers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.Channel;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.Component.Aggregation;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.MeasureSql;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;

/**
 * Dossiers of public services, version 2: received, taken over from other units, done, returned, handed over, and at the end of a
 * day open and late; the monthly report and the ratios of Decision 766/QĐ-TTg are made of these. A dossier counts at its competent
 * unit of the time, from the day it counts as received. Done: with a result, or refused after the desk had accepted it; early:
 * on a day before the promised one; on time: before the first moment too late; late: after it. Returned: refused before acceptance, or withdrawn.
 * Late: by the deadline it has, or had in the end. That is the rule of the law; the national portal also counts late what more was
 * asked for a second time. Asked again are those that are late by this rule only, so that both definitions are counted.
 */
@org.springframework.stereotype.Component
public class DossierCount implements Measure {

    public static final MeasureCode CODE = new MeasureCode("publicservice/dossiers");
    public static final String RECEIVED = "received";
    public static final String TAKEN_OVER = "taken-over";
    public static final String EARLY = "done-early";
    public static final String ON_TIME = "done-on-time";
    public static final String DONE_LATE = "done-late";
    public static final String RETURNED = "returned";
    public static final String HANDED_OVER = "handed-over";
    public static final String OPEN = "open";
    public static final String LATE = "late";
    public static final String ISSUED = "issued";
    public static final String ELECTRONIC = "electronic";
    public static final String DONE_ASKED_AGAIN = "done-asked-again";
    public static final String OPEN_ASKED_AGAIN = "open-asked-again";
    public static final String ELIGIBLE = "eligible";
    public static final String ELIGIBLE_ONLINE = "eligible-online";

    /** Between the two parts of a breakdown: the field of the service, as it is called, and the channel. */
    public static final String BETWEEN = "|";

    private static final List<Component> COMPONENTS = List.of(
            new Component(RECEIVED, new Aggregation.Sum()),
            new Component(TAKEN_OVER, new Aggregation.Sum()),
            new Component(EARLY, new Aggregation.Sum()),
            new Component(ON_TIME, new Aggregation.Sum()),
            new Component(DONE_LATE, new Aggregation.Sum()),
            new Component(RETURNED, new Aggregation.Sum()),
            new Component(HANDED_OVER, new Aggregation.Sum()),
            new Component(OPEN, new Aggregation.Stock()),
            new Component(LATE, new Aggregation.Stock()),
            new Component(ISSUED, new Aggregation.Sum()),
            new Component(ELECTRONIC, new Aggregation.Sum()),
            new Component(DONE_ASKED_AGAIN, new Aggregation.Sum()),
            new Component(OPEN_ASKED_AGAIN, new Aggregation.Stock()),
            new Component(ELIGIBLE, new Aggregation.Sum()),
            new Component(ELIGIBLE_ONLINE, new Aggregation.Sum()));

    private final DossierRecords records;
    private final DossierEvidence evidence;

    DossierCount(DossierRecords records, DossierEvidence evidence) {
        this.records = records;
        this.evidence = evidence;
    }

    @Override
    public MeasureCode code() {
        return CODE;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Component> components() {
        return COMPONENTS;
    }

    @Override
    public Observations observe(DayRange days) {
        return records.observe(days);
    }

    /** A field, a channel, or both, as {@code field|}, {@code |channel} or {@code field|channel}. */
    @Override
    public boolean tellsApart(String member) {
        int between = member.indexOf(BETWEEN);
        if (between < 0 || member.length() < 2) {
            return false;
        }
        String channel = member.substring(between + 1);
        return channel.isEmpty()
                || List.of(Channel.values()).stream()
                        .anyMatch(each -> each.name().equals(channel));
    }

    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        return behind(RECEIVED, ground, days, breakdown, page, reader);
    }

    @Override
    public Evidence behind(
            String component,
            Ground ground,
            DayRange days,
            @Nullable String breakdown,
            EvidencePage page,
            Reader reader) {
        return evidence.of(
                new DossierEvidence.Question(component, new MeasureSql.Asked(ground, days, page), breakdown), reader);
    }
}
