package vn.haidang.indicator.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.indicator.Series.Line;
import vn.haidang.indicator.Series.Question;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.worktime.ReportingPeriod;

/** Where administrators make a new version of an indicator: drafted first, shown with every number it would move, then published. */
@Component
public class VersionDesk {

    private static final int MONTHS = 12;

    /** A number of the whole city that would be another. */
    public record Move(
            Indicator indicator,
            ReportingPeriod period,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    /**
     * A draft with what it would move.
     *
     * @param before the version that holds on the day before it begins
     * @param after the new version
     * @param moves numbers of the last twelve months, of it and of what is made of it
     * @param units those under the city whose number would be another, from its first day until today
     * @param token stands for what was shown; publishing asks for it again
     */
    public record Draft(Indicator before, Indicator after, List<Move> moves, List<Unit> units, String token) {

        public Draft {
            moves = List.copyOf(moves);
            units = List.copyOf(units);
        }
    }

    private final VersionRows rows;
    private final DefinitionRows definitions;
    private final SeriesReader series;
    private final Units units;
    private final Journal journal;

    VersionDesk(VersionRows rows, DefinitionRows definitions, SeriesReader series, Units units, Journal journal) {
        this.rows = rows;
        this.definitions = definitions;
        this.series = series;
        this.units = units;
        this.journal = journal;
    }

    /** What is drafted of an indicator, as it stands. */
    public Optional<NewVersion> drafted(String code) {
        return rows.draft(code);
    }

    /** The codes of indicators with a draft. */
    public Set<String> drafted() {
        return rows.drafted();
    }

    /** Whether a version that is to begin on this day was published here and could still give way to another. */
    public boolean replaces(String code, LocalDate day, LocalDate today) {
        return day.isAfter(today) && rows.declared(code, day);
    }

    /** The draft of an indicator; empty where there is none. */
    public Optional<Draft> draft(String code, LocalDate today) {
        return rows.draft(code).map(version -> shown(version, today));
    }

    /** Puts a version into the draft, instead of what was drafted of it before. */
    @Transactional
    public void set(NewVersion version, Actor by) {
        rows.lock();
        rows.set(version);
        journal.act(Act.of("indicator/version-drafted", by)
                .on(subject(version.code()))
                .changed("version", null, version.version()));
    }

    /** Publishes what was shown; false, and nothing happens, where something is not as it was shown. */
    @Transactional
    public boolean publish(String code, String token, Actor by) {
        rows.lock();
        var version = rows.draft(code).orElse(null);
        if (version == null
                || !token(version, definitions.versions(List.of(code))).equals(token)) {
            return false;
        }
        var before = before(definitions.versions(List.of(code)), version);
        rows.publish(code);
        journal.act(Act.of("indicator/version-published", by).on(subject(code)).changed("definition", before, version));
        return true;
    }

    @Transactional
    public void discard(String code, Actor by) {
        rows.lock();
        rows.draft(code).ifPresent(version -> {
            rows.discard(code);
            journal.act(Act.of("indicator/version-discarded", by)
                    .on(subject(code))
                    .changed("version", version.version(), null));
        });
    }

    private Draft shown(NewVersion version, LocalDate today) {
        var code = version.code();
        var versions = definitions.versions(List.of(code));
        var after = definitions.versions(List.of(code), true).stream()
                .filter(each -> each.validFrom().equals(version.validFrom()))
                .findFirst()
                .orElseThrow();
        var moves = new ArrayList<Move>();
        var city = List.of(new Line(units.city(today).id(), null, Basis.AS_IT_WAS));
        for (var indicator : madeOf(code, today)) {
            moves.addAll(moves(indicator, city, months(version.validFrom(), today)));
        }
        return new Draft(before(versions, version), after, moves, moved(after, today), token(version, versions));
    }

    /** It and every index that it is part of. */
    private List<Indicator> madeOf(String code, LocalDate today) {
        return definitions.latest(today).stream()
                .filter(each -> each.code().equals(code) || each.partCodes().contains(code))
                .toList();
    }

    /** The last months that any day of the new version lies in. */
    private static List<ReportingPeriod> months(LocalDate from, LocalDate today) {
        var months = new ArrayList<ReportingPeriod>();
        for (var back = MONTHS - 1; back >= 0; back--) {
            var first = today.withDayOfMonth(1).minusMonths(back);
            var last = first.plusMonths(1).minusDays(1);
            if (!from.isAfter(last) && !from.isAfter(today)) {
                months.add(ReportingPeriod.free(first, last.isAfter(today) ? today : last));
            }
        }
        return months;
    }

    private List<Move> moves(Indicator indicator, List<Line> city, List<ReportingPeriod> months) {
        if (months.isEmpty()) {
            return List.of();
        }
        var question = new Question(indicator.code(), city, months, null, null);
        var before = series.read(question).getFirst().points();
        var after = series.read(question, true).getFirst().points();
        var moves = new ArrayList<Move>();
        for (var number = 0; number < months.size(); number++) {
            var from = before.get(number).value();
            var to = after.get(number).value();
            if (differ(from, to)) {
                moves.add(new Move(indicator, months.get(number), from, to));
            }
        }
        return moves;
    }

    private List<Unit> moved(Indicator after, LocalDate today) {
        if (after.validFrom().isAfter(today)) {
            return List.of();
        }
        var lines = units.children(units.city(today).id(), today).stream()
                .map(unit -> new Line(unit.id(), null, Basis.AS_IT_WAS))
                .toList();
        var question =
                new Question(after.code(), lines, List.of(ReportingPeriod.free(after.validFrom(), today)), null, null);
        var before = series.read(question);
        var drafted = series.read(question, true);
        var moved = new ArrayList<Unit>();
        for (var number = 0; number < lines.size(); number++) {
            if (differ(value(before.get(number)), value(drafted.get(number)))) {
                moved.add(before.get(number).unit());
            }
        }
        return moved;
    }

    private static @Nullable BigDecimal value(Answer answer) {
        return answer.points().getFirst().value();
    }

    private static boolean differ(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return from == null || to == null ? (from == null) != (to == null) : from.compareTo(to) != 0;
    }

    private static Indicator before(List<Indicator> versions, NewVersion version) {
        return versions.stream()
                .filter(each -> each.on(version.validFrom().minusDays(1)))
                .findFirst()
                .orElseGet(versions::getLast);
    }

    private static String token(NewVersion version, List<Indicator> versions) {
        return UUID.nameUUIDFromBytes((version + "|" + versions).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Subject subject(String code) {
        return new Subject("indicator/indicator", UuidCreator.getNameBasedSha1(code));
    }
}
