package vn.haidang.demo;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first use of what all units share the first, whichever thread is quicker: a form is published by the first draft of it. A
 * thread waits only for stories before its own, so two threads never wait for each other.
 */
final class DemoFirsts {

    private final Map<String, DemoStory> first = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> done = new HashMap<>();
    private final Function<DemoStory, @Nullable String> uses;

    /** @param uses what a story is one of the users of; null where of nothing that is shared */
    DemoFirsts(Function<DemoStory, @Nullable String> uses) {
        this.uses = uses;
    }

    /** Before anything is played. */
    void add(Collection<DemoStory> stories) {
        for (DemoStory story : stories) {
            String shared = uses.apply(story);
            if (shared != null) {
                first.merge(shared, story, DemoFirsts::earlier);
                done.computeIfAbsent(shared, unknown -> new CompletableFuture<>());
            }
        }
    }

    /** Returns once the first user is through, at once for itself. */
    void awaitTurn(DemoStory story) {
        CompletableFuture<Void> turn = turn(story);
        if (turn != null && !isFirst(story)) {
            turn.join();
        }
    }

    /** The story has begun, and everybody sees what it shares. */
    void begun(DemoStory story) {
        CompletableFuture<Void> turn = turn(story);
        if (turn != null && isFirst(story)) {
            turn.complete(null);
        }
    }

    /** Nobody waits any more for a thread that failed. */
    void giveUp() {
        done.values().forEach(turn -> turn.complete(null));
    }

    private boolean isFirst(DemoStory story) {
        return story.equals(first.get(uses.apply(story)));
    }

    private @Nullable CompletableFuture<Void> turn(DemoStory story) {
        String shared = uses.apply(story);
        return shared == null ? null : done.get(shared);
    }

    private static DemoStory earlier(DemoStory one, DemoStory other) {
        return Comparator.comparing(DemoStory::filedAt)
                                .thenComparing(DemoStory::code)
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }
}
