package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/** Keeps officials from open cases that turned out to be about them. */
@Component
public class Barring {

    private final CaseRows cases;
    private final StrandedRows rows;
    private final Bars bars;
    private final StepUnits units;
    private final Chronicle chronicle;
    private final Procedures procedures;

    Barring(CaseRows cases, StrandedRows rows, Bars bars, StepUnits units, Chronicle chronicle, Procedures procedures) {
        this.cases = cases;
        this.rows = rows;
        this.bars = bars;
        this.units = units;
        this.chronicle = chronicle;
        this.procedures = procedures;
    }

    /** The same official again changes nothing. */
    @Transactional
    public void keepFrom(CaseId id, AccountId official, @Nullable UnitId to, Reader by) {
        Standing standing =
                cases.find(id, by).flatMap(seen -> cases.lock(id)).orElseThrow(CaseworkProblems::noSuchCase);
        if (standing.summary().status() == CaseStatus.CLOSED) {
            throw CaseworkProblems.closed(standing.summary().code());
        }
        if (!bars.add(standing.summary(), official)) {
            return;
        }
        Instant now = chronicle.now();
        LocalDate day = Apologies.day(now);
        UnitId from = standing.summary().competentUnit();
        if (to != null && !to.equals(from)) {
            rows.moveCase(standing, from, to, day);
        }
        Set<AccountId> about = bars.of(id);
        for (Bars.Held held : bars.open(id)) {
            StepUnits.Desk desk = units.besides(about, desk(held, standing, now), day);
            if (!desk.equals(held.desk()) || held.isWith(about)) {
                bars.hand(held, desk);
            }
        }
        chronicle.ofCase(
                id,
                "kept-from",
                standing.summary().step(),
                Chronicle.By.of(by),
                now,
                null,
                act -> act.on(Chronicle.account(official)));
    }

    /** A step that lay with a head begins anew where its table says, at the unit the case has now. */
    private StepUnits.Desk desk(Bars.Held held, Standing before, Instant now) {
        Standing.Item step = before.item();
        CaseSummary summary = cases.find(before.summary().id())
                .orElseThrow(CaseworkProblems::noSuchCase)
                .summary();
        Procedure.Doer doer = procedures
                .get(summary.procedure(), summary.procedureVersion())
                .step(before.step())
                .doer();
        return step != null && doer != null && step.id().equals(held.item())
                ? units.of(doer, summary, now)
                : held.desk();
    }
}
