package vn.haidang.publicservice.internal.dossiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.Channel;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.Reported;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** The report on procedures of a period, filled from facts: nobody types a number. On the units as they were. */
@Component
public class ProcedureReport {

    private static final Set<String> BEFORE = Set.of(DossierCount.OPEN);
    private static final Set<String> WITHIN = Set.of(
            DossierCount.RECEIVED,
            DossierCount.TAKEN_OVER,
            DossierCount.EARLY,
            DossierCount.ON_TIME,
            DossierCount.DONE_LATE,
            DossierCount.RETURNED,
            DossierCount.HANDED_OVER,
            DossierCount.OPEN,
            DossierCount.LATE);

    /**
     * The numbers of one line. What was carried over, came in and was taken over is what was done, returned, handed over and is open.
     *
     * @param received by channel
     */
    public record Counts(
            long carriedOver,
            Map<Channel, Long> received,
            long takenOver,
            long early,
            long onTime,
            long late,
            long returned,
            long handedOver,
            long open,
            long openLate) {

        public Counts {
            received = Map.copyOf(received);
        }

        public long in() {
            return received.values().stream().mapToLong(Long::longValue).sum();
        }

        public long in(Channel channel) {
            return received.getOrDefault(channel, 0L);
        }

        public long done() {
            return early + onTime + late;
        }

        public boolean nothing() {
            return LongStream.of(carriedOver, in(), takenOver, early, onTime, late, returned, handedOver, open)
                    .allMatch(number -> number == 0);
        }

        public boolean balances() {
            return carriedOver + in() + takenOver == done() + returned + handedOver + open;
        }

        /** What is left of these when others are taken away. */
        Counts without(Counts others) {
            Map<Channel, Long> left = new HashMap<>();
            Arrays.stream(Channel.values()).forEach(channel -> left.put(channel, in(channel) - others.in(channel)));
            return new Counts(
                    carriedOver - others.carriedOver,
                    left,
                    takenOver - others.takenOver,
                    early - others.early,
                    onTime - others.onTime,
                    late - others.late,
                    returned - others.returned,
                    handedOver - others.handedOver,
                    open - others.open,
                    openLate - others.openLate);
        }
    }

    /**
     * One line.
     *
     * @param unit whose it is
     * @param member of the breakdown, null for all
     * @param name what it is about, where that is no unit
     */
    public record Line(Unit unit, @Nullable String member, String name, Counts counts) {}

    /**
     * The whole, then by field of services, by channel, and by unit below.
     *
     * @param changed whether the whole was another when the period had just ended; false while it runs, and where one day's knowledge is
     *     asked for
     * @param rest what of the whole is no unit's below: the unit's own, and what units did that had ended
     */
    public record Sheet(
            Line whole, List<Line> fields, List<Line> channels, List<Line> units, Counts rest, boolean changed) {

        public Sheet {
            fields = List.copyOf(fields);
            channels = List.copyOf(channels);
            units = List.copyOf(units);
        }
    }

    private final Indicators indicators;
    private final Units units;

    ProcedureReport(Indicators indicators, Units units) {
        this.indicators = indicators;
        this.units = units;
    }

    /** All numbers from one snapshot. */
    public Sheet read(Reported reported) {
        Unit unit = reported.unit();
        List<UnitId> asked = new ArrayList<>();
        asked.add(unit.id());
        asked.addAll(indicators.children(question(unit.id(), reported.days(), null, WITHIN)));
        List<Question> questions = new ArrayList<>();
        asked.forEach(each -> questions.add(question(each, reported.before(), reported.knownOn(), BEFORE)));
        asked.forEach(each -> questions.add(question(each, reported.days(), reported.knownOn(), WITHIN)));
        boolean ended = !reported.running() && reported.knownOn() == null;
        if (ended) {
            LocalDate then = reported.period().last();
            questions.add(question(unit.id(), reported.before(), then, BEFORE));
            questions.add(question(unit.id(), reported.days(), then, WITHIN));
        }
        List<Map<String, Figure>> members = indicators.byMember(questions);
        Map<String, Figure> before = members.getFirst();
        Map<String, Figure> within = members.get(asked.size());
        Counts whole = counts(before, within);
        List<Line> below = new ArrayList<>();
        Counts rest = whole;
        for (int i = 1; i < asked.size(); i++) {
            Counts counts = counts(members.get(i), members.get(asked.size() + i));
            if (!counts.nothing()) {
                below.add(new Line(units.get(asked.get(i)), null, "", counts));
                rest = rest.without(counts);
            }
        }
        return new Sheet(
                new Line(unit, null, "", whole),
                lines(unit, before, within, member -> member.substring(0, member.indexOf(DossierCount.BETWEEN) + 1)),
                lines(unit, before, within, member -> member.substring(member.indexOf(DossierCount.BETWEEN))),
                below,
                rest,
                ended && !whole.equals(counts(members.get(members.size() - 2), members.getLast())));
    }

    private static List<Line> lines(
            Unit unit, Map<String, Figure> before, Map<String, Figure> within, Function<String, String> part) {
        TreeSet<String> parts = new TreeSet<>();
        before.keySet().forEach(member -> parts.add(part.apply(member)));
        within.keySet().forEach(member -> parts.add(part.apply(member)));
        return parts.stream()
                .map(one -> new Line(
                        unit,
                        one,
                        one.replace(DossierCount.BETWEEN, ""),
                        counts(only(before, part, one), only(within, part, one))))
                .filter(line -> !line.counts().nothing())
                .toList();
    }

    private static Map<String, Figure> only(Map<String, Figure> figures, Function<String, String> part, String wanted) {
        return figures.entrySet().stream()
                .filter(each -> part.apply(each.getKey()).equals(wanted))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new));
    }

    private static Counts counts(Map<String, Figure> before, Map<String, Figure> within) {
        Map<Channel, Long> received = new HashMap<>();
        Arrays.stream(Channel.values()).forEach(channel -> received.put(channel, 0L));
        within.forEach((member, figure) -> {
            String channel = member.substring(member.indexOf(DossierCount.BETWEEN) + 1);
            Arrays.stream(Channel.values())
                    .filter(each -> each.name().equals(channel))
                    .forEach(each -> received.merge(each, figure.component(DossierCount.RECEIVED), Long::sum));
        });
        return new Counts(
                sum(before, DossierCount.OPEN),
                received,
                sum(within, DossierCount.TAKEN_OVER),
                sum(within, DossierCount.EARLY),
                sum(within, DossierCount.ON_TIME),
                sum(within, DossierCount.DONE_LATE),
                sum(within, DossierCount.RETURNED),
                sum(within, DossierCount.HANDED_OVER),
                sum(within, DossierCount.OPEN),
                sum(within, DossierCount.LATE));
    }

    private static long sum(Map<String, Figure> figures, String component) {
        return figures.values().stream()
                .mapToLong(figure -> figure.component(component))
                .sum();
    }

    private static Question question(UnitId unit, DayRange days, @Nullable LocalDate knownOn, Set<String> components) {
        return new Question(
                "report",
                DossierCount.CODE,
                new UnitScope(unit, null, Tree.AS_IT_WAS),
                days,
                knownOn,
                null,
                components);
    }
}
