package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;

/**
 * Open cases from one version of their procedure to another: shown case by case before, done case by case after. What cannot go is said
 * and stays where it is; a promised day does not move. A case about whoever looks is counted and no more, and somebody else moves it.
 */
@Component
public class CaseMigration {

    /** Why a case cannot go; the key of its text is {@code casework.migration.<code>}. */
    public enum Obstacle {
        /** The other version has no such step, and no other was named for it. */
        NO_STEP,
        /** Nobody would have to do anything there. */
        MACHINE_STEP,
        /** What the case declares is not what the other version takes. */
        FACTS;

        public String key() {
            return "casework.migration." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One open case.
     *
     * @param step where it stands
     * @param to where it would stand, null where it cannot go
     * @param obstacle why not, null where it can
     */
    public record Line(
            CaseId id,
            String code,
            UnitId unit,
            CaseStatus status,
            String step,
            @Nullable String to,
            @Nullable Obstacle obstacle) {

        public boolean goes() {
            return obstacle == null;
        }
    }

    /**
     * What would happen.
     *
     * @param steps which step becomes which, for every step at which open cases stand; empty for none
     * @param hidden how many open cases there are besides, which the reader must not know and does not move
     */
    public record Preview(Procedure from, Procedure to, Map<String, String> steps, List<Line> lines, long hidden) {

        public List<Line> going() {
            return lines.stream().filter(Line::goes).toList();
        }

        public List<Line> staying() {
            return lines.stream().filter(line -> !line.goes()).toList();
        }

        public long at(String step) {
            return lines.stream().filter(line -> line.step().equals(step)).count();
        }
    }

    private final Procedures procedures;
    private final CaseRows cases;
    private final MigrationRows rows;
    private final Arrivals arrivals;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;

    CaseMigration(
            Procedures procedures,
            CaseRows cases,
            MigrationRows rows,
            Arrivals arrivals,
            Chronicle chronicle,
            TransactionOperations transactions) {
        this.procedures = procedures;
        this.cases = cases;
        this.rows = rows;
        this.arrivals = arrivals;
        this.chronicle = chronicle;
        this.transactions = transactions;
    }

    /**
     * Which cases would go where, and which could not and why; changes nothing.
     *
     * @param named which step becomes which, beyond those of the same code
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-version}, {@code casework/same-version}
     */
    public Preview preview(String code, int from, int to, Map<String, String> named, Reader reader) {
        Procedure before = version(code, from);
        Procedure after = version(code, to);
        if (from == to) {
            throw CaseworkProblems.sameVersion(to);
        }
        List<Line> lines = new ArrayList<>();
        Map<String, String> steps = new LinkedHashMap<>();
        before.steps().forEach(step -> steps.put(step.code(), target(step.code(), after, named)));
        for (MigrationRows.Open open : rows.open(code, from, reader)) {
            String target = steps.getOrDefault(open.step(), "");
            Obstacle obstacle = obstacle(open.declared(), before, after, target);
            lines.add(new Line(
                    open.id(),
                    open.code(),
                    open.unit(),
                    open.status(),
                    open.step(),
                    obstacle == null ? target : null,
                    obstacle));
        }
        return new Preview(before, after, steps, lines, rows.aboutReader(code, from, reader));
    }

    /**
     * Moves what can go, each case by itself: one that was acted on meanwhile is judged as it stands then. Done again it finds only
     * those that stayed.
     *
     * @return how many went
     */
    public int move(String code, int from, int to, Map<String, String> named, Reader by) {
        Preview preview = preview(code, from, to, named, by);
        int moved = 0;
        for (Line line : preview.going()) {
            boolean went = Objects.requireNonNull(
                    transactions.execute(status -> move(line.id(), preview, Chronicle.By.of(by))));
            moved += went ? 1 : 0;
        }
        return moved;
    }

    private boolean move(CaseId id, Preview preview, Chronicle.By by) {
        Standing standing = cases.lock(id).orElse(null);
        if (standing == null
                || standing.summary().status() == CaseStatus.CLOSED
                || standing.summary().procedureVersion() != preview.from().version()) {
            return false;
        }
        String target = preview.steps().getOrDefault(standing.step(), "");
        if (obstacle(rows.declared(id), preview.from(), preview.to(), target) != null) {
            return false;
        }
        Instant now = chronicle.now();
        Procedure.Step step = preview.to().step(target);
        boolean stays = target.equals(standing.step());
        if (stays) {
            rows.keepStep(standing, preview.to(), step, now);
        } else {
            Standing moved = rows.changeStep(standing, preview.to(), step, now);
            if (moved.summary().status() == CaseStatus.OPEN) {
                arrivals.reached(moved, step, now);
            }
        }
        chronicle.ofCase(id, "migrated", standing.step(), by, now, words(preview, standing.step(), step), act -> {
            Act told = act.changed(
                    "procedure_version", preview.from().version(), preview.to().version());
            return stays ? told : told.changed("step", standing.step(), target);
        });
        return true;
    }

    /** The step of the same code, unless another was named. */
    private static String target(String step, Procedure after, Map<String, String> named) {
        String wanted = named.getOrDefault(step, "");
        if (!wanted.isEmpty() && after.find(wanted).isPresent()) {
            return wanted;
        }
        return after.find(step).isPresent() ? step : "";
    }

    private static @Nullable Obstacle obstacle(
            Map<String, Object> declared, Procedure before, Procedure after, String target) {
        if (target.isEmpty()) {
            return Obstacle.NO_STEP;
        }
        if (after.step(target).doer() == null) {
            return Obstacle.MACHINE_STEP;
        }
        return before.facts().equals(after.facts()) || fits(declared, after) ? null : Obstacle.FACTS;
    }

    private static boolean fits(Map<String, Object> declared, Procedure after) {
        try {
            Ways.read(after, declared);
            return true;
        } catch (ProblemException misfit) {
            return false;
        }
    }

    private static String words(Preview preview, String from, Procedure.Step to) {
        String before = preview.from().find(from).map(Procedure.Step::name).orElse(from);
        return preview.from().version() + " → " + preview.to().version()
                + (from.equals(to.code()) ? "" : ": " + before + " → " + to.name());
    }

    private Procedure version(String code, int version) {
        return procedures.find(code, version).orElseThrow(() -> CaseworkProblems.noSuchVersion(code, version));
    }
}
