package vn.haidang.identity.internal.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.StaffChange;
import vn.haidang.identity.Substitutes;
import vn.haidang.identity.Substitutes.Substitution;
import vn.haidang.identity.internal.SubstituteRows;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.Foreseen;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Where administrators say who stands in for whom, for officials who cannot say it themselves. A change is tried and taken back, so what
 * is told before it is saved is what it would really move.
 */
@Component
public class StandInDesk {

    /**
     * One thing that will be so.
     *
     * @param begins whether it is a new declaration; otherwise one ends on another day
     */
    public record Line(StandInRow row, String principal, String substitute, boolean begins) {}

    /**
     * What lines would come to.
     *
     * @param slips lines that cannot be so; with one, nothing of the whole is made
     * @param token stands for what was shown; saving asks for it again
     */
    public record Proposal(
            List<StandInRow> rows, List<Line> lines, List<StaffSlip> slips, Foreseen foreseen, String token) {

        public boolean nothing() {
            return lines.isEmpty() && slips.isEmpty();
        }
    }

    private final StaffRows officials;
    private final SubstituteRows rows;
    private final Substitutes substitutes;
    private final Units units;
    private final Consequences consequences;
    private final OneChange change;

    StandInDesk(
            StaffRows officials,
            SubstituteRows rows,
            Substitutes substitutes,
            Units units,
            Consequences consequences,
            OneChange change) {
        this.officials = officials;
        this.rows = rows;
        this.substitutes = substitutes;
        this.units = units;
        this.consequences = consequences;
        this.change = change;
    }

    /** Tries it and takes it back. */
    public Proposal propose(List<StandInRow> asked, Reader by, HttpServletRequest request) {
        return change.tried(() -> new Trial(by).of(asked, request));
    }

    /** The line that would end a declaration today. */
    public StandInRow end(UUID id) {
        return rows.find(id)
                .map(found -> new StandInRow(
                        username(found.principal().value()),
                        username(found.substitute().value()),
                        units.get(found.unit()).key(),
                        found.role().code(),
                        found.from(),
                        change.today()))
                .orElseThrow(
                        () -> Problem.of("identity/no-such-substitution", 404).exception());
    }

    /**
     * Saves what was shown; empty when it is saved, or is so already. Otherwise something changed meanwhile: nothing is saved, and the
     * answer is to be shown again.
     */
    public Optional<Proposal> save(List<StandInRow> asked, String token, Reader by, HttpServletRequest request) {
        return change.made(status -> {
            var trial = new Trial(by);
            var proposal = trial.of(asked, request);
            if (proposal.nothing()) {
                return Optional.<Proposal>empty();
            }
            if (!proposal.slips().isEmpty() || !proposal.token().equals(token)) {
                status.setRollbackOnly();
                return Optional.of(proposal);
            }
            consequences.settle(new StaffChange(trial.losses), true, request);
            return Optional.<Proposal>empty();
        });
    }

    private String username(UUID account) {
        return officials
                .official(new vn.haidang.identity.AccountId(account))
                .map(StaffRows.Official::username)
                .orElse("");
    }

    /** Makes lines one after the other, and keeps what they come to. */
    private final class Trial {

        private final Reader by;
        private final List<Line> lines = new ArrayList<>();
        private final List<StaffSlip> slips = new ArrayList<>();
        private final List<StaffChange.Loss> losses = new ArrayList<>();
        private final Map<String, StaffRows.Official> known = new HashMap<>();

        Trial(Reader by) {
            this.by = by;
        }

        Proposal of(List<StandInRow> asked, HttpServletRequest request) {
            officials
                    .byUsernames(asked.stream()
                            .flatMap(row -> Stream.of(row.principal(), row.substitute()))
                            .collect(Collectors.toSet()))
                    .forEach(official -> known.put(official.username(), official));
            for (int i = 0; i < asked.size(); i++) {
                line(i, asked.get(i));
            }
            var foreseen = slips.isEmpty()
                    ? consequences.foresee(new StaffChange(losses), request)
                    : new Foreseen(0, "", List.of());
            return new Proposal(
                    asked,
                    List.copyOf(lines),
                    List.copyOf(slips),
                    foreseen,
                    Integer.toHexString(lines.hashCode()) + "." + foreseen.fingerprint());
        }

        private void line(int number, StandInRow row) {
            var principal = known.get(row.principal());
            var substitute = known.get(row.substitute());
            var unit = units.byKey(row.unit());
            if (principal == null) {
                slips.add(StaffSlip.of(number, "principal", "identity.stand-in.refused.person", row.principal()));
            }
            if (substitute == null) {
                slips.add(StaffSlip.of(number, "substitute", "identity.stand-in.refused.person", row.substitute()));
            }
            if (unit.isEmpty()) {
                slips.add(StaffSlip.of(number, "unit", "identity.staff.refused.unit", row.unit()));
            }
            if (principal == null || substitute == null || unit.isEmpty()) {
                return;
            }
            try {
                make(row, principal, substitute, unit.get().id());
            } catch (ProblemException refused) {
                var problem = refused.problem();
                slips.add(StaffSlip.of(
                        number,
                        column(problem.code()),
                        problem.messageKey(),
                        problem.arguments().toArray()));
            }
        }

        private void make(StandInRow row, StaffRows.Official principal, StaffRows.Official substitute, UnitId unit) {
            var role = new Role(row.role());
            var begun = rows.begun(principal.id(), substitute.id(), unit, role, row.from());
            if (begun.isEmpty()) {
                substitutes.declare(principal.id(), substitute.id(), unit, role, row.from(), row.until(), by);
                lines.add(new Line(row, principal.name(), substitute.name(), true));
                return;
            }
            Substitution standing = begun.get();
            if (standing.until().equals(row.until())) {
                return;
            }
            if (row.until().equals(change.today())) {
                if (!substitutes.end(standing.id(), by)) {
                    return;
                }
            } else {
                substitutes.reschedule(standing.id(), row.until(), by);
            }
            lines.add(new Line(row, principal.name(), substitute.name(), false));
            if (row.until().isBefore(standing.until())) {
                losses.add(new StaffChange.Loss(substitute.id(), substitute.name(), unit, role, row.until(), false));
            }
        }
    }

    private static String column(String code) {
        return switch (code) {
            case "identity/no-such-substitute" -> "substitute";
            case "identity/not-yours-to-declare" -> "role";
            case "identity/substituted-already", "identity/span-past" -> "valid_from";
            case "identity/empty-span", "identity/span-too-long" -> "valid_to";
            default -> "principal";
        };
    }
}
