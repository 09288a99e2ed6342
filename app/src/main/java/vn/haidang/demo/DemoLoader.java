package vn.haidang.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;

/** Plays a city, or what a larger one has besides; what was begun before a crash is not begun again. */
@Component
class DemoLoader {

    private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

    private final DemoArrival arrival;
    private final DemoOffices offices;
    private final DemoHistory history;
    private final DemoStories stories;
    private final DemoProgress progress;

    DemoLoader(
            DemoArrival arrival, DemoOffices offices, DemoHistory history, DemoStories stories, DemoProgress progress) {
        this.arrival = arrival;
        this.offices = offices;
        this.history = history;
        this.stories = stories;
        this.progress = progress;
    }

    /** The little city, and a crowd where it has one. */
    void loadCity(int crowd, Instant first, Instant present) {
        MovableClock.at(present, arrival::begin);
        DemoCast cast = arrive(first);
        MovableClock.at(first, progress::start);
        List<DemoStory> theirs = history.stories(0, crowd, first, present);
        var playing = stories.new Playing(first, present, theirs);
        playing.add(DemoScript.until(present), cast);
        load(playing, theirs, crowd, present);
    }

    /** Makes the crowd of a loaded city larger. */
    void enlarge(int from, int to, Instant first, Instant present) {
        MovableClock.at(present, arrival::begin);
        arrive(present);
        List<DemoStory> theirs = history.stories(from, to, first, present);
        load(stories.new Playing(first, present, theirs), theirs, to, present);
    }

    private DemoCast arrive(Instant when) {
        List<DemoCast> cast = new ArrayList<>();
        MovableClock.at(when, () -> cast.add(arrival.arrive()));
        offices.open(cast.getFirst().desks());
        return cast.getFirst();
    }

    private void load(DemoStories.Playing playing, List<DemoStory> crowd, int to, Instant present) {
        long began = System.nanoTime();
        if (!crowd.isEmpty()) {
            playing.staff();
            playing.add(crowd);
        }
        int acts = playing.play();
        // In no transaction of ours it waits for the disk, and with it for all acts before.
        MovableClock.at(present, () -> progress.finish(to));
        log.info(
                "Demo city: {} acts in {} s; it has {} cases now",
                acts,
                (System.nanoTime() - began) / 1_000_000_000L,
                DemoScript.STORIES + to);
    }
}
