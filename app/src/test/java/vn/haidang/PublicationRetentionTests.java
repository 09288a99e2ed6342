package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class PublicationRetentionTests {

    private final PublicationRetention retention;
    private final JdbcClient database;

    PublicationRetentionTests(PublicationRetention retention, JdbcClient database) {
        this.retention = retention;
        this.database = database;
    }

    @Test
    void deletesWhatWasDeliveredSevenDaysAgoAndNothingElse() {
        UUID old = published("2026-02-01T00:00:00Z");
        UUID young = published("2026-03-01T00:00:00Z");
        UUID waiting = published(null);

        retention.forget();

        assertThat(left(old)).isFalse();
        assertThat(left(young)).isTrue();
        assertThat(left(waiting)).isTrue();
        database.sql("delete from platform.event_publication where listener_id = 'test'")
                .update();
    }

    private UUID published(@org.jspecify.annotations.Nullable String completed) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into platform.event_publication
                          (id, listener_id, event_type, serialized_event, publication_date, completion_date)
                        values (:id, 'test', 'test', '{}', '2026-01-01T00:00:00Z', cast(:completed as timestamptz))
                        """).param("id", id).param("completed", completed).update();
        return id;
    }

    private boolean left(UUID id) {
        return database.sql("select exists (select from platform.event_publication where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
