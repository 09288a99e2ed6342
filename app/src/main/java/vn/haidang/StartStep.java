package vn.haidang;

import org.springframework.context.SmartLifecycle;

/**
 * Something done once at every start before web server and jobs, in the order of {@link Place}. A step that throws stops the
 * start.
 */
public abstract class StartStep implements SmartLifecycle {

    /** What comes before what. */
    public enum Place {
        CLOCK(-2000),
        HISTORY_BEGINS(-1500),
        REFERENCE_DATA(-1000),
        FORMS_ARE_PUBLISHED(-950),
        PRESENT_DAY(-900),
        FIGURES_RECOUNTED(-800),
        KEYS_ARE_MADE(-700),
        HISTORY_IS_PLAYED(-500);

        private final int phase;

        Place(int phase) {
            this.phase = phase;
        }
    }

    private final Place place;
    private volatile boolean done;

    protected StartStep(Place place) {
        this.place = place;
    }

    protected abstract void run();

    @Override
    public final void start() {
        run();
        done = true;
    }

    @Override
    public final void stop() {
        done = false;
    }

    @Override
    public final boolean isRunning() {
        return done;
    }

    @Override
    public final int getPhase() {
        return place.phase;
    }
}
