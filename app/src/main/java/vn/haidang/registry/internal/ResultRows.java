package vn.haidang.registry.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Subject;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons.NewResult;

/** The SQL of results kept for people and businesses. */
@Component
public class ResultRows {

    /** A result with whose it is. */
    public record Kept(UUID id, Subject owner) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ResultRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when the registry knows nobody of that name. */
    public Optional<Kept> insert(NewResult result) {
        UUID id = PersonId.next(clock).value();
        return jdbc.sql("""
                insert into registry.issued_result
                  (id, person, business, kind, number, issued_on, file, source, recorded_at)
                select :id, o.person, o.business, :kind, :number, :issuedOn, :file, :source, :now
                from (
                  select l.person, null::uuid as business from registry.account_link l where l.account = :party
                  union all
                  select p.id, null from registry.person p where p.id = :party
                  union all
                  select null, b.id from registry.business b where b.id = :party) o
                limit 1
                returning person, business
                """)
                .param("id", id)
                .param("party", result.party().value())
                .param("kind", result.kind())
                .param("number", result.number())
                .param("issuedOn", result.issuedOn())
                .param("file", result.file())
                .param("source", result.source())
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> {
                    UUID person = row.getObject("person", UUID.class);
                    return new Kept(
                            id,
                            person == null
                                    ? new Subject("registry/business", row.getObject("business", UUID.class))
                                    : new Subject("registry/person", person));
                })
                .optional();
    }

    public void replace(UUID before, UUID file) {
        jdbc.sql("update registry.issued_result set file = :file where file = :before")
                .param("file", file)
                .param("before", before)
                .update();
    }
}
