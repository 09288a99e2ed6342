package vn.haidang.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the loading got. */
@Component
class DemoProgress {

    private static final String ALL = "all";
    private static final String BEGINNING = "beginning";
    private static final String CROWD = "crowd-";

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoProgress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean finished() {
        return begun().contains(ALL);
    }

    /** The history begins now. */
    void start() {
        begin(BEGINNING);
    }

    /** The whole of a crowd of this size was played. */
    void finish(int crowd) {
        begin(ALL);
        begin(CROWD + crowd);
    }

    /** The largest crowd that was played whole; -1 where there is no city. */
    int crowd() {
        return begun().stream()
                .filter(story -> story.startsWith(CROWD))
                .mapToInt(story -> Integer.parseInt(story.substring(CROWD.length())))
                .max()
                .orElse(finished() ? 0 : -1);
    }

    /** When the history began. */
    Instant beganAt() {
        return jdbc.sql("select min(begun_at) from demo.progress")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
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
