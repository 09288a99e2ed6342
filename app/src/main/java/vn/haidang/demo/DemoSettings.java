package vn.haidang.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How large the demo city is: 1 is the whole city, and the smallest has the little one's cases and nothing else. With the embedded
 * database on loopback there is one, otherwise none, unless {@code HAIDANG_DEMO} says.
 */
@Component
class DemoSettings {

    /** Cases of a whole city: 3,000 finished and 300 open ones. */
    static final int CASES = 3_300;

    private final double scale;

    DemoSettings(@Value("${haidang.demo-scale:0}") double scale) {
        this.scale = scale;
    }

    boolean on() {
        return scale > 0;
    }

    /** How many cases there are besides those of the little city. */
    int crowd() {
        return crowd(scale);
    }

    static int crowd(double scale) {
        return Math.max(0, (int) Math.round(scale * CASES) - DemoScript.STORIES);
    }
}
