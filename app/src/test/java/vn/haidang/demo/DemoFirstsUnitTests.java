package vn.haidang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who is the first when two threads play. */
class DemoFirstsUnitTests {

    private final DemoStory early = story("early", 10);
    private final DemoStory late = story("late", 20);
    private final DemoStory other = story("other", 15);

    @Test
    void aLaterStoryWaitsForTheFirstAndNobodyElse() {
        var firsts = firsts();
        firsts.awaitTurn(early);
        firsts.awaitTurn(other);
        var waiting = CompletableFuture.runAsync(() -> firsts.awaitTurn(late));
        assertThat(waiting).isNotDone();

        firsts.begun(other);
        assertThat(waiting).isNotDone();
        firsts.begun(early);

        assertThat(waiting).succeedsWithin(java.time.Duration.ofSeconds(30));
    }

    @Test
    void nobodyWaitsForAThreadThatFailed() {
        var firsts = firsts();
        firsts.giveUp();

        firsts.awaitTurn(late);

        assertThat(firsts).isNotNull();
    }

    private DemoFirsts firsts() {
        var firsts = new DemoFirsts(story -> story.equals(other) ? null : "general-request");
        firsts.add(List.of(late, other));
        firsts.add(List.of(early));
        return firsts;
    }

    private static DemoStory story(String code, long second) {
        return new DemoStory(
                code,
                "1.001193",
                "unit",
                0,
                Instant.ofEpochSecond(second),
                DemoStory.Entry.PHONE,
                DemoStory.Path.STRAIGHT,
                DemoPace.unhurried(1),
                0);
    }
}
