package vn.haidang.plan.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.plan.PlanDocument;
import vn.haidang.plan.PlanIndicator;
import vn.haidang.plan.Progress;
import vn.haidang.plan.Standing;
import vn.haidang.plan.internal.DraftRows.Edit;
import vn.haidang.plan.internal.DraftRows.Line;

/** Where administrators change what documents want: drafted first, shown with every judgement that would change, then published. */
@Component
public class TargetDesk {

    private final DraftRows rows;
    private final Standings standings;
    private final Journal journal;

    TargetDesk(DraftRows rows, Standings standings, Journal journal) {
        this.rows = rows;
        this.standings = standings;
        this.journal = journal;
    }

    /**
     * How one target would be judged otherwise.
     *
     * @param before null for a new one
     * @param after null for one that would be gone
     */
    public record Move(
            PlanIndicator indicator,
            @Nullable Standing before,
            @Nullable Standing after) {

        /** The one there is. */
        public Standing either() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        /** Whether its colour would be another. */
        public boolean recoloured() {
            return before == null || after == null || before.status() != after.status();
        }
    }

    /**
     * The draft with what it would move.
     *
     * @param token stands for what was shown; publishing asks for it again
     */
    public record Draft(List<Line> lines, List<Move> moves, String token) {

        public long recoloured() {
            return moves.stream().filter(Move::recoloured).count();
        }
    }

    public Draft draft() {
        var lines = rows.draft();
        var moves = lines.isEmpty() ? List.<Move>of() : moves();
        return new Draft(lines, moves, token(lines, moves));
    }

    /** Puts targets into the draft. */
    @Transactional
    public void set(Collection<TargetRow> targets, Actor by) {
        rows.lock();
        rows.set(targets);
        var act = Act.of("plan/targets-drafted", by);
        targets.forEach(target -> act.on(subject(target)));
        journal.act(act.changed("targets", null, targets.size()));
    }

    /** Puts into the draft that a target goes, or goes back to what is shipped. Nothing happens where that cannot be. */
    @Transactional
    public void mark(TargetRow.Key key, Edit edit, Actor by) {
        rows.lock();
        var target = edit == Edit.RESTORE ? rows.declared(key) : rows.find(key);
        target.ifPresent(row -> {
            rows.mark(row, edit);
            journal.act(Act.of("plan/targets-drafted", by).on(subject(row)).changed("edit", null, edit));
        });
    }

    /** Takes one change out of the draft. */
    @Transactional
    public void drop(TargetRow.Key key, Actor by) {
        rows.lock();
        for (var line : rows.draft()) {
            if (line.target().key().equals(key)) {
                rows.drop(key);
                journal.act(Act.of("plan/targets-drafted", by)
                        .on(subject(line.target()))
                        .changed("edit", line.edit(), null));
            }
        }
    }

    /** Publishes what was shown; false, and nothing happens, where something is not as it was shown. */
    @Transactional
    public boolean publish(String token, Actor by) {
        rows.lock();
        var draft = draft();
        if (draft.lines().isEmpty() || !draft.token().equals(token)) {
            return false;
        }
        var act = Act.of("plan/targets-published", by);
        for (var line : draft.lines()) {
            var target = line.target();
            var before = rows.find(target.key()).map(TargetRow::told).orElse("");
            var after = line.edit() == Edit.SET ? target.told() : line.edit().name();
            act.on(subject(target));
            if (!before.equals(after)) {
                act.changed(
                        String.join("/", target.document(), target.indicator(), target.tier(), "" + target.year()),
                        before,
                        after);
            }
        }
        rows.publish();
        journal.act(act);
        return true;
    }

    @Transactional
    public void discard(Actor by) {
        rows.lock();
        var lines = rows.draft();
        if (!lines.isEmpty()) {
            rows.clear();
            var act = Act.of("plan/targets-discarded", by);
            lines.forEach(line -> act.on(subject(line.target())));
            journal.act(act.changed("targets", lines.size(), null));
        }
    }

    /** A document beside the shipped ones; it changes nothing until it has targets. */
    @Transactional
    public void declare(PlanDocument document, Actor by) {
        rows.lock();
        rows.declare(document);
        journal.act(Act.of("plan/document-declared", by)
                .on(new Subject("plan/document", UuidCreator.getNameBasedSha1(document.key())))
                .changed("title", null, document.title()));
    }

    private List<Move> moves() {
        var before = standings(standings.of(indicator -> true));
        var after = standings(standings.drafted());
        var keys = new LinkedHashMap<TargetRow.Key, PlanIndicator>();
        before.forEach((key, of) -> keys.put(key, of.indicator()));
        after.forEach((key, of) -> keys.put(key, of.indicator()));
        var moves = new ArrayList<Move>();
        keys.forEach((key, indicator) -> {
            var old = before.get(key);
            var now = after.get(key);
            var from = old == null ? null : old.standing();
            var to = now == null ? null : now.standing();
            if (from == null || to == null || differ(from, to)) {
                moves.add(new Move(indicator, from, to));
            }
        });
        return moves;
    }

    private record Judged(PlanIndicator indicator, Standing standing) {}

    private static Map<TargetRow.Key, Judged> standings(List<Progress> progress) {
        var all = new LinkedHashMap<TargetRow.Key, Judged>();
        for (var each : progress) {
            for (var standing : each.standings()) {
                var target = standing.target();
                var key = new TargetRow.Key(
                        target.document().key(),
                        target.indicator(),
                        target.level().name(),
                        target.year());
                all.put(key, new Judged(each.indicator(), standing));
            }
        }
        return all;
    }

    private static boolean differ(Standing from, Standing to) {
        return from.status() != to.status()
                || from.hold() != to.hold()
                || from.nextYear() != to.nextYear()
                || !from.target().equals(to.target());
    }

    private static String token(List<Line> lines, List<Move> moves) {
        var said = new TreeSet<String>();
        lines.forEach(line -> said.add(line.toString()));
        moves.forEach(move -> said.add(
                String.valueOf(move.before() == null ? "" : move.before().status())
                        + (move.after() == null ? "" : move.after().status())
                        + move.either().target()));
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", said).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Subject subject(TargetRow target) {
        return new Subject(
                "plan/target", UuidCreator.getNameBasedSha1(target.key().toString()));
    }
}
