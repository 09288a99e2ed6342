package vn.haidang.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether there is a demo city: on with the embedded database on loopback, off otherwise, unless {@code HAIDANG_DEMO} says. */
@Component
class DemoSettings {

    private final String demo;
    private final String databaseUrl;
    private final String bind;

    DemoSettings(
            @Value("${haidang.demo:}") String demo,
            @Value("${haidang.database.url:}") String databaseUrl,
            @Value("${haidang.bind:127.0.0.1}") String bind) {
        this.demo = demo.strip();
        this.databaseUrl = databaseUrl;
        this.bind = bind;
    }

    boolean on() {
        if (demo.isEmpty()) {
            return databaseUrl.isBlank()
                    && (bind.equals("127.0.0.1") || bind.equals("::1") || bind.equals("localhost"));
        }
        return !demo.equals("off") && !demo.equals("0");
    }
}
