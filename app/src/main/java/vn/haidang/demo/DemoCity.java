package vn.haidang.demo;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.haidang.StartStep;

/**
 * Loads the demo city once, before anything serves, playing its history with the clock of that time; a start that was killed
 * half-way goes on with the stories not yet begun.
 */
@Component
class DemoCity extends StartStep {

    private final DemoBeginning beginning;
    private final DemoSettings settings;
    private final DemoLoader loader;

    DemoCity(DemoBeginning beginning, DemoSettings settings, DemoLoader loader) {
        super(Place.HISTORY_IS_PLAYED);
        this.beginning = beginning;
        this.settings = settings;
        this.loader = loader;
    }

    @Override
    protected void run() {
        Instant present = beginning.present();
        if (present == null) {
            return;
        }
        try {
            loader.loadCity(settings.crowd(), beginning.first(), DemoCalendar.midnightBefore(present));
        } finally {
            beginning.returnToPresent();
        }
    }
}
