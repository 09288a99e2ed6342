package vn.haidang.demo;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the loading got. */
@Component
class DemoProgress {

    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoProgress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean finished() {
        return begun().contains(ALL);
    }

    void finish() {
        begin(ALL);
    }

    Set<String> begun() {
        return jdbc.sql("select story from demo.progress").query(String.class).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void begin(String story) {
        jdbc.sql("insert into demo.progress (story, begun_at) values (:story, :now) on conflict do nothing")
                .param("story", story)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
