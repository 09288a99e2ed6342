package vn.haidang.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.PartyId;
import vn.haidang.journal.Subject;
import vn.haidang.registry.KeptResult;
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

    /** Newest first. */
    public List<KeptResult> of(Set<PartyId> owners) {
        if (owners.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select r.id, r.kind, r.number, r.issued_on, r.file, r.source
                from registry.issued_result r
                where r.person = any (:owners) or r.business = any (:owners)
                order by r.issued_on desc, r.id desc
                limit 200
                """)
                .param("owners", owners.stream().map(PartyId::value).toArray(UUID[]::new))
                .query((row, number) -> new KeptResult(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("file", UUID.class),
                        row.getString("source")))
                .list();
    }

    /** The person behind an account, else the party itself. */
    public Set<PartyId> ownersOf(PartyId party) {
        return jdbc.sql("""
                select l.person from registry.account_link l where l.account = :party
                union all
                select cast(:party as uuid)
                """)
                .param("party", party.value())
                .query((row, number) -> new PartyId(row.getObject(1, UUID.class)))
                .set();
    }
}
