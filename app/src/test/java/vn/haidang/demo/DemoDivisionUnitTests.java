package vn.haidang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who plays what. */
class DemoDivisionUnitTests {

    private static final int THREADS = 2;

    @Test
    void givesBothThreadsAboutAsMuchThoughTheFirstMustHaveTheHeaviest() {
        var stories = new ArrayList<>(stories("heavy", 40));
        IntStream.range(0, 30).forEach(unit -> stories.addAll(stories("light-" + unit, 1 + unit % 5)));

        var division = division(stories);

        long first = stories.stream()
                .filter(story -> division.threadOf(story.unitKey()) == 0)
                .count();
        assertThat(division.threadOf("heavy")).isZero();
        assertThat(first).isBetween(stories.size() / 2 - 2L, stories.size() / 2 + 2L);
    }

    @Test
    void dividesTheSameStoriesInTheSameWayWhateverTheirOrder() {
        var stories = new ArrayList<DemoStory>();
        IntStream.range(0, 50).forEach(unit -> stories.addAll(stories("unit-" + unit, 1 + unit % 7)));
        var shuffled = new ArrayList<>(stories);
        Collections.shuffle(shuffled, new Random(7));

        var one = division(stories);
        var other = division(shuffled);

        assertThat(stories)
                .allSatisfy(
                        story -> assertThat(one.threadOf(story.unitKey())).isEqualTo(other.threadOf(story.unitKey())));
    }

    @Test
    void leavesAUnitToTheThreadOfWhatItBecame() {
        var stories = new ArrayList<>(stories("heavy", 3));
        stories.addAll(stories("old-village", 9));
        stories.addAll(stories("other", 2));

        var division = division(stories);

        assertThat(division.threadOf("old-village"))
                .isEqualTo(division.threadOf("village"))
                .isEqualTo(1);
    }

    private static DemoDivision division(List<DemoStory> stories) {
        return new DemoDivision(stories, THREADS, key -> key.replace("old-", ""), "heavy"::equals);
    }

    private static List<DemoStory> stories(String unit, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> new DemoStory(
                        unit + number,
                        "1.001193",
                        unit,
                        0,
                        Instant.EPOCH,
                        DemoStory.Entry.PHONE,
                        DemoStory.Path.STRAIGHT,
                        DemoPace.unhurried(1),
                        0))
                .toList();
    }
}
