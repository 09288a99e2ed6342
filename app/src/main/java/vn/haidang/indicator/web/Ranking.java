package vn.haidang.indicator.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Indicator.Better;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Point;
import vn.haidang.indicator.Series.State;

/**
 * Units by a number: equal numbers, as they are shown, have equal ranks and the next rank is skipped. What is not known in full is
 * listed without a rank. Pure.
 */
public record Ranking(List<Place> places) {

    /**
     * One unit.
     *
     * @param rank 0 where it is not ranked
     */
    public record Place(int rank, boolean tied, Answer answer) {

        public Point point() {
            return answer.points().getFirst();
        }
    }

    public Ranking {
        places = List.copyOf(places);
    }

    /** @param answers in the order in which equal ones stand, each with one point */
    static Ranking of(Indicator indicator, List<Answer> answers) {
        var order = Comparator.comparing((Answer answer) -> shown(indicator, answer));
        var ranked = answers.stream()
                .filter(Ranking::ranked)
                .sorted(indicator.better() == Better.LOWER ? order : order.reversed())
                .toList();
        var places = new ArrayList<Place>();
        for (var at = 0; at < ranked.size(); at++) {
            var answer = ranked.get(at);
            var number = shown(indicator, answer);
            var equal = ranked.stream()
                    .filter(other -> shown(indicator, other).compareTo(number) == 0)
                    .count();
            var first = 0;
            while (shown(indicator, ranked.get(first)).compareTo(number) != 0) {
                first++;
            }
            places.add(new Place(first + 1, equal > 1, answer));
        }
        answers.stream().filter(answer -> !ranked(answer)).forEach(answer -> places.add(new Place(0, false, answer)));
        return new Ranking(places);
    }

    /** Only a number that is known in full and rests on something can be held against others. */
    private static boolean ranked(Answer answer) {
        var point = answer.points().getFirst();
        return point.told() && (point.state() == State.KNOWN || point.state() == State.WEIGHTED);
    }

    private static BigDecimal shown(Indicator indicator, Answer answer) {
        return Objects.requireNonNull(answer.points().getFirst().value())
                .setScale(indicator.digits(), RoundingMode.HALF_UP);
    }
}
