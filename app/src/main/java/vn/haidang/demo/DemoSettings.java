package vn.haidang.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether there is a demo city: on with the embedded database on loopback, off otherwise, unless {@code HAIDANG_DEMO} says. */
@Component
class DemoSettings {

    private final double scale;

    DemoSettings(@Value("${haidang.demo-scale:0}") double scale) {
        this.scale = scale;
    }

    boolean on() {
        return scale > 0;
    }
}
