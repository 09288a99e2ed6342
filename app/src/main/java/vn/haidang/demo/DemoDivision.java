package vn.haidang.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Which thread plays what happens at a unit: all of one unit is played by one thread, and each has about as much to do. */
final class DemoDivision {

    /** What a case costs: one handed in online brings papers, messages and a document. */
    private static final int ONLINE = 5;

    private static final int ON_PAPER = 1;

    private final Map<String, Integer> threads = new HashMap<>();
    private final UnaryOperator<String> home;

    /**
     * The same stories are always divided in the same way.
     *
     * @param home the unit to which another one counts, by their keys
     * @param first whether the first thread must have a unit
     */
    DemoDivision(List<DemoStory> stories, int threads, UnaryOperator<String> home, Predicate<String> first) {
        this.home = home;
        Map<String, Integer> work = new HashMap<>();
        stories.forEach(story ->
                work.merge(home.apply(story.unitKey()), story.entry().onPaper() ? ON_PAPER : ONLINE, Integer::sum));
        int[] loads = new int[threads];
        work.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> unit) -> !first.test(unit.getKey()))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(unit -> {
                    int thread = first.test(unit.getKey()) ? 0 : lightest(loads);
                    loads[thread] += unit.getValue();
                    this.threads.put(unit.getKey(), thread);
                });
    }

    /** From 0 on; the first one has every unit without a story. */
    int threadOf(String unitKey) {
        return threads.getOrDefault(home.apply(unitKey), 0);
    }

    private static int lightest(int[] loads) {
        int lightest = 0;
        for (int thread = 1; thread < loads.length; thread++) {
            if (loads[thread] < loads[lightest]) {
                lightest = thread;
            }
        }
        return lightest;
    }
}
