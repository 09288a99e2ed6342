package vn.haidang.demo;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.haidang.StartStep;

/**
 * Loads the demo city once, before anything serves, playing its history with the clock of that time; a start that was killed
 * half-way goes on with the stories not yet begun.
 */
@Component
class DemoCity extends StartStep {

    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

    private final DemoBeginning beginning;
    private final DemoProgress progress;
    private final DemoPeople people;
    private final DemoRepresentation representation;
    private final DemoStories stories;

    DemoCity(
            DemoBeginning beginning,
            DemoProgress progress,
            DemoPeople people,
            DemoRepresentation representation,
            DemoStories stories) {
        super(Place.HISTORY_IS_PLAYED);
        this.beginning = beginning;
        this.progress = progress;
        this.people = people;
        this.representation = representation;
        this.stories = stories;
    }

    @Override
    protected void run() {
        Instant present = beginning.present();
        if (present == null) {
            return;
        }
        long began = System.nanoTime();
        try {
            DemoCast cast = people.arrive();
            representation.arrive();
            int played = stories.play(cast, present);
            progress.finish();
            log.info("Demo city: {} cases in {} s", played, (System.nanoTime() - began) / 1_000_000_000L);
        } finally {
            beginning.returnToPresent();
        }
    }
}
