package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A day that is not confirmed and not named may turn out either way: nothing that was answered changes. */
class ProvisionalPropertyUnitTests {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int MINUTES_OF_DAY = 1440;

    /**
     * Days by their distance from the start, none of them confirmed.
     *
     * @param minutes since the start, for the filing and the ends of the pauses
     */
    record Situation(Map<Integer, DayKind> days, List<Integer> minutes, String limit, AfterSupplement after) {

        Deadline deadline(Map<Integer, DayKind> asTheyAre) {
            List<CalendarDay> named = new ArrayList<>();
            asTheyAre.forEach(
                    (offset, kind) -> named.add(new CalendarDay(START.plusDays(offset), kind, "x", "x", false, "x")));
            var calendar = new WorkCalendar(1, named, Set.of(2026, 2027), List.of(), List.of(office()));
            List<Pause> pauses = new ArrayList<>();
            for (int i = 1; i < minutes.size(); i += 2) {
                pauses.add(new Pause(moment(i), i + 1 < minutes.size() ? moment(i + 1) : null, "x", null));
            }
            return new Deadlines(calendar)
                    .due(new Claim(
                            moment(0),
                            new TimeLimit(LegalDuration.parse(limit), null, after, null),
                            "office",
                            pauses,
                            moment(minutes.size() - 1).plusSeconds(86_400)));
        }

        private Instant moment(int index) {
            return START.atStartOfDay()
                    .plusMinutes(minutes.get(index))
                    .atZone(WorkCalendar.ZONE)
                    .toInstant();
        }

        private static OfficeHours office() {
            List<OfficeHours.Span> spans = new ArrayList<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                spans.add(new OfficeHours.Span(
                        day, LocalTime.of(8, 0), LocalTime.of(16, 0), LocalDate.EPOCH, null, null, "x"));
            }
            return new OfficeHours("office", "x", "x", spans);
        }
    }

    @Property(tries = 1500)
    void aDayNotNamedChangesNothingHoweverItIsDecided(@ForAll("situations") Situation situation) {
        var answer = situation.deadline(situation.days());

        for (Integer offset : situation.days().keySet()) {
            LocalDate day = START.plusDays(offset);
            if (!answer.unconfirmed().contains(day)) {
                for (DayKind decided : List.of(DayKind.HOLIDAY, DayKind.SWAP_WORK)) {
                    Map<Integer, DayKind> other = new TreeMap<>(situation.days());
                    other.put(offset, decided);
                    var otherwise = situation.deadline(other);

                    assertThat(otherwise.receivedAt())
                            .as("%s as %s", day, decided)
                            .isEqualTo(answer.receivedAt());
                    assertThat(otherwise.due()).as("%s as %s", day, decided).isEqualTo(answer.due());
                    assertThat(otherwise.remaining())
                            .as("%s as %s", day, decided)
                            .isEqualTo(answer.remaining());
                }
            }
        }
    }

    @Property(tries = 300)
    void everyDayNamedIsOneThatIsNotConfirmed(@ForAll("situations") Situation situation) {
        assertThat(situation.deadline(situation.days()).unconfirmed())
                .doesNotHaveDuplicates()
                .isSubsetOf(
                        situation.days().keySet().stream().map(START::plusDays).toList());
    }

    @Provide
    Arbitrary<Situation> situations() {
        var days = Arbitraries.maps(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(DayKind.HOLIDAY, DayKind.SWAP_WORK, DayKind.PENDING))
                .ofMinSize(1)
                .ofMaxSize(12);
        var minutes = Arbitraries.integers()
                .between(0, 14 * MINUTES_OF_DAY)
                .set()
                .ofSize(5)
                .map(set -> set.stream().sorted().toList());
        var cut = Combinators.combine(minutes, Arbitraries.integers().between(1, 5))
                .as((all, size) -> List.copyOf(all.subList(0, size)));
        var limit = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(0, 8), Arbitraries.of("wd", "d", "wh"))
                        .as((amount, unit) -> amount + unit),
                Arbitraries.of("1m", "same-day@15:00", "same-day@09:00"));
        return Combinators.combine(days, cut, limit, Arbitraries.of(AfterSupplement.values()))
                .as(Situation::new);
    }
}
