package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.OpenCase;
import vn.haidang.worktime.Deadline;

/** Begins cases. */
@Component
public class Openings {

    private final Procedures procedures;
    private final Clocks clocks;
    private final Course course;
    private final Moves moves;
    private final Names names;
    private final Bars bars;

    Openings(Procedures procedures, Clocks clocks, Course course, Moves moves, Names names, Bars bars) {
        this.procedures = procedures;
        this.clocks = clocks;
        this.course = course;
        this.moves = moves;
        this.names = names;
        this.bars = bars;
    }

    /** Under the version of the procedure in force today, with the deadline promised from the moment of filing. */
    @Transactional
    public CaseSummary open(OpenCase open, Map<String, Object> declared) {
        return open(open, declared, names.of(open.by(), open.applicant(), open.applicantName()));
    }

    /** The same, opened by somebody whose name is known. */
    @Transactional
    public CaseSummary open(OpenCase open, Map<String, Object> declared, String openedBy) {
        Instant now = moves.now();
        Procedure procedure = procedures
                .inForce(open.procedure(), moves.day(now))
                .orElseThrow(() -> CaseworkProblems.noSuchProcedure(open.procedure()));
        Deadline promise = clocks.reckon(open.terms(), Days.kept(open.filedAt()), List.of(), now);
        Doing doing = new Doing(open.by(), openedBy, null, now, null, declared, Map.of(), null);
        boolean about = !open.notBy().isEmpty();
        try {
            CaseSummary opened = course.open(
                            open,
                            procedure,
                            promise,
                            clocks.write(promise),
                            doing,
                            names.reader(procedure, open.by()),
                            !about && Alone.inTransaction())
                    .summary();
            if (about) {
                bars.put(open);
            }
            return opened;
        } catch (DuplicateKeyException taken) {
            throw CaseworkProblems.codeTaken(open.code());
        }
    }
}
