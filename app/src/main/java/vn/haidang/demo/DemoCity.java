package vn.haidang.demo;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demo city once, before anything serves, playing its history with the clock of that time; a start that was killed
 * half-way goes on with the stories not yet begun.
 */
@Component
class DemoCity implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

    /** After the reference data, before the web server and the jobs. */
    private static final int PHASE = -500;

    private final DemoBeginning beginning;
    private final DemoProgress progress;
    private final DemoPeople people;
    private final DemoStories stories;
    private volatile boolean running;

    DemoCity(DemoBeginning beginning, DemoProgress progress, DemoPeople people, DemoStories stories) {
        this.beginning = beginning;
        this.progress = progress;
        this.people = people;
        this.stories = stories;
    }

    @Override
    public void start() {
        running = true;
        Instant present = beginning.present();
        if (present == null) {
            return;
        }
        long began = System.nanoTime();
        try {
            int played = stories.play(people.arrive(), present);
            progress.finish();
            log.info("Demo city: {} cases in {} s", played, (System.nanoTime() - began) / 1_000_000_000L);
        } finally {
            beginning.returnToPresent();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
