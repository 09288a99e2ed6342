package vn.haidang.registry.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons.NewResult;

/** The SQL of results kept for people. */
@Component
public class ResultRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ResultRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public UUID insert(NewResult result) {
        UUID id = PersonId.next(clock).value();
        jdbc.sql("""
                insert into registry.issued_result (id, person, kind, number, issued_on, file, source, recorded_at)
                values (:id, :person, :kind, :number, :issuedOn, :file, :source, :now)
                """)
                .param("id", id)
                .param("person", result.person().value())
                .param("kind", result.kind())
                .param("number", result.number())
                .param("issuedOn", result.issuedOn())
                .param("file", result.file())
                .param("source", result.source())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }
}
