package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.Continuation;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/**
 * Open work of units that ended. Where all of a unit went to one other, its work goes there by itself; where it was divided, or nothing
 * is established, a person says who takes each case. Code, step and promised day stay as they are, also while the clock stands still.
 */
@Component
public class UnitMoves {

    private static final Logger LOG = LoggerFactory.getLogger(UnitMoves.class);

    /**
     * A case that waits for somebody to say who takes it.
     *
     * @param candidates the units that took over a part; empty where none is established
     */
    public record Stranded(CaseId id, String code, String title, Unit unit, long items, List<Unit> candidates) {}

    private final StrandedRows rows;
    private final CaseRows cases;
    private final Units units;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;
    private final Clock clock;

    UnitMoves(
            StrandedRows rows,
            CaseRows cases,
            Units units,
            Chronicle chronicle,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.units = units;
        this.chronicle = chronicle;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Moves what goes by itself, each case in its own transaction; how many cases and items of none went. */
    public int follow() {
        int moved = 0;
        LocalDate today = LocalDate.now(clock);
        for (UnitId ended : rows.endedWithWork(today)) {
            UnitId successor = whole(ended, today).map(Unit::id).orElse(null);
            if (successor == null) {
                continue;
            }
            for (CaseId id : rows.casesAt(ended)) {
                moved += tried(() -> move(id, ended, successor, Chronicle.By.SYSTEM), id.value());
            }
            for (UUID item : rows.itemsOfNoCase(ended)) {
                moved += tried(() -> rows.moveItem(item, ended, successor, Chronicle.By.SYSTEM), item);
            }
        }
        return moved;
    }

    /** What this reader may sort: heads and leaders what may come to their units, administrators all. */
    public List<Stranded> stranded(Reader reader) {
        LocalDate today = LocalDate.now(clock);
        List<Stranded> stranded = rows.endedWithWork(today).stream()
                .filter(ended -> whole(ended, today).isEmpty() && maySort(reader, candidates(ended, today)))
                .flatMap(ended -> rows.stranded(ended, units.get(ended), candidates(ended, today), reader).stream())
                .toList();
        rows.read(reader, stranded);
        return stranded;
    }

    /**
     * A person says who takes the case of a unit that ended.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/closed}, {@code casework/unit-lives},
     *     {@code casework/not-a-successor}, {@code casework/about-you}
     */
    public void sort(CaseId id, UnitId from, UnitId to, Reader reader) {
        LocalDate today = LocalDate.now(clock);
        Unit ended = units.find(from).orElseThrow(CaseworkProblems::noSuchCase);
        List<Unit> candidates = candidates(from, today);
        if (!maySort(reader, candidates) || !rows.casesAt(from).contains(id)) {
            throw CaseworkProblems.noSuchCase();
        }
        cases.requireNotAbout(id, reader);
        if (ended.livesOn(today)) {
            throw CaseworkProblems.unitLives();
        }
        boolean known = candidates.isEmpty()
                ? units.find(to).filter(unit -> unit.livesOn(today)).isPresent()
                : candidates.stream().anyMatch(unit -> unit.id().equals(to));
        if (!known) {
            throw CaseworkProblems.notASuccessor();
        }
        if (done(() -> move(id, from, to, Chronicle.By.of(reader))) == 0) {
            throw CaseworkProblems.noSuchCase();
        }
    }

    /** What cannot go holds up nothing else; the next night tries it again. */
    private int tried(BooleanSupplier move, UUID what) {
        try {
            return done(move);
        } catch (RuntimeException failed) {
            LOG.warn("{} could not follow its unit", what, failed);
            return 0;
        }
    }

    private int done(BooleanSupplier move) {
        return Objects.requireNonNull(transactions.execute(status -> move.getAsBoolean() ? 1 : 0));
    }

    private boolean move(CaseId id, UnitId from, UnitId to, Chronicle.By by) {
        Standing standing = cases.lock(id).orElse(null);
        if (standing == null || standing.summary().status() == CaseStatus.CLOSED) {
            return false;
        }
        Instant now = chronicle.now();
        List<UUID> items = rows.moveCase(standing, from, to, LocalDate.ofInstant(now, clock.getZone()));
        chronicle.ofCase(id, "unit-moved", standing.summary().step(), by, now, name(from) + " → " + name(to), act -> {
            items.forEach(item -> act.on(Chronicle.item(item)));
            return act.changed("unit", from.value(), to.value());
        });
        return true;
    }

    private boolean maySort(Reader reader, List<Unit> candidates) {
        return reader.holdsAnywhere(Role.ADMINISTRATOR)
                || candidates.stream()
                        .anyMatch(unit ->
                                reader.holds(Role.UNIT_HEAD, unit.id()) || reader.holds(Role.LEADER, unit.id()));
    }

    /** The one unit into which all of it went. */
    private Optional<Unit> whole(UnitId ended, LocalDate today) {
        List<Continuation> by = continuedBy(ended, today);
        return by.size() == 1 && by.getFirst().whole()
                ? Optional.of(by.getFirst().unit())
                : Optional.empty();
    }

    private List<Unit> candidates(UnitId ended, LocalDate today) {
        return continuedBy(ended, today).stream()
                .map(Continuation::unit)
                .sorted(Comparator.comparing(Unit::name))
                .toList();
    }

    private List<Continuation> continuedBy(UnitId ended, LocalDate today) {
        return units.find(ended).isEmpty() ? List.of() : units.continuedBy(ended, today);
    }

    private String name(UnitId unit) {
        Unit known = units.find(unit).orElse(null);
        return known == null ? "" : known.name();
    }
}
