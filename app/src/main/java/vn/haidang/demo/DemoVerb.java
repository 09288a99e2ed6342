package vn.haidang.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import vn.haidang.ui.spi.Verb;

/**
 * {@code bin/demo --scale N}: makes a demo city N times the whole one, from what it has. The server beside which it works goes on as
 * it is: the past is played in this process only.
 */
@Component
class DemoVerb implements Verb {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final double LARGEST = 100;

    private final DemoProgress progress;
    private final DemoLoader loader;
    private final Clock clock;

    DemoVerb(DemoProgress progress, DemoLoader loader, Clock clock) {
        this.progress = progress;
        this.loader = loader;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        OptionalInt wanted = crowd(arguments);
        if (wanted.isEmpty()) {
            out.println("demo takes --scale and a number up to 100; 1 is the whole city of " + DemoSettings.CASES
                    + " cases");
            return WRONG_USE;
        }
        int present = progress.crowd();
        if (present < 0) {
            out.println("there is no demo city here; bin/run makes one on a new HAIDANG_HOME");
            return FAILED;
        }
        if (wanted.getAsInt() <= present) {
            out.println("the demo city has " + (DemoScript.STORIES + present) + " cases already");
            return 0;
        }
        loader.enlarge(present, wanted.getAsInt(), progress.beganAt(), DemoCalendar.midnightBefore(clock.instant()));
        return 0;
    }

    private static OptionalInt crowd(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--scale")) {
            return OptionalInt.empty();
        }
        try {
            double scale = Double.parseDouble(arguments.getLast());
            return scale > 0 && scale <= LARGEST ? OptionalInt.of(DemoSettings.crowd(scale)) : OptionalInt.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalInt.empty();
        }
    }
}
