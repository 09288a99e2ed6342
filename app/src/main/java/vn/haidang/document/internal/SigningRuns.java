package vn.haidang.document.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.document.IssuedDocument;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Which documents somebody asked to sign together, and what became of each. */
@Component
public class SigningRuns {

    private static final Duration KEPT = Duration.ofDays(30);

    /** One line of the result. */
    public record Line(
            UUID document,
            String number,
            String template,
            String kind,
            boolean done,
            @Nullable String problem) {}

    /** How far a run is. */
    public record Progress(UUID id, List<Line> lines) {

        public boolean finished() {
            return lines.stream().allMatch(Line::done);
        }

        public long done() {
            return lines.stream().filter(Line::done).count();
        }

        public long refused() {
            return lines.stream().filter(line -> line.problem() != null).count();
        }
    }

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    SigningRuns(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** The run that this key asked for before. */
    public Optional<UUID> asked(UUID key, Reader by) {
        AccountId account = by.account();
        return account == null ? Optional.empty() : find(account, key);
    }

    /** Keeps what is asked, so that it is done even if this node ends; the same key is the same run. */
    @Transactional
    public UUID ask(List<UUID> documents, UUID key, Reader by) {
        AccountId account = by.account();
        if (account == null) {
            throw noSuchRun();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        int added = jdbc.sql("""
                insert into document.signing_run (id, account, key, asked_at)
                values (:id, :account, :key, :now)
                on conflict (account, key) do nothing
                """)
                .param("id", id)
                .param("account", account.value())
                .param("key", key)
                .param("now", now())
                .update();
        if (added == 0) {
            return find(account, key).orElseThrow();
        }
        jdbc.sql("""
                insert into document.signing_item (run, ordinal, document)
                select :run, c.ordinal, c.document
                from unnest(string_to_array(:documents, ',')::uuid[]) with ordinality as c (document, ordinal)
                on conflict (run, document) do nothing
                """)
                .param("run", id)
                .param(
                        "documents",
                        String.join(",", documents.stream().map(UUID::toString).toList()))
                .update();
        journal.act(Act.of("document/signing-asked", by.actor()).on(new Subject("document/signing-run", id)));
        return id;
    }

    /** @throws ProblemException {@code document/no-such-run}, the same for one that is somebody else's */
    public Progress progress(UUID id, Reader reader) {
        if (owner(id).filter(account -> account.equals(reader.account())).isEmpty()) {
            throw noSuchRun();
        }
        return new Progress(
                id,
                jdbc.sql("""
                        select s.document, i.number, i.year, i.template, i.kind, s.done_at is not null as done, s.problem
                        from document.signing_item s
                        join document.issued i on i.id = s.document
                        where s.run = :run
                        order by s.ordinal
                        """)
                        .param("run", id)
                        .query((row, at) -> new Line(
                                row.getObject("document", UUID.class),
                                IssuedDocument.number(row.getInt("number"), row.getInt("year")),
                                row.getString("template"),
                                row.getString("kind"),
                                row.getBoolean("done"),
                                row.getString("problem")))
                        .list());
    }

    private Optional<UUID> find(AccountId account, UUID key) {
        return jdbc.sql("select id from document.signing_run where account = :account and key = :key")
                .param("account", account.value())
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    Optional<AccountId> owner(UUID run) {
        return jdbc.sql("select account from document.signing_run where id = :run")
                .param("run", run)
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    /** Holds the next document that nobody works on, in the caller's transaction. */
    Optional<UUID> next(UUID run) {
        return jdbc.sql("""
                select document
                from document.signing_item
                where run = :run and done_at is null
                order by ordinal
                limit 1
                for update skip locked
                """).param("run", run).query(UUID.class).optional();
    }

    void done(UUID run, UUID document, @Nullable String problem) {
        jdbc.sql("""
                update document.signing_item
                set done_at = :now, problem = :problem
                where run = :run and document = :document and done_at is null
                """)
                .param("now", now())
                .param("problem", problem)
                .param("run", run)
                .param("document", document)
                .update();
    }

    /** Nothing happens while a document is open. */
    void finish(UUID run) {
        jdbc.sql("""
                update document.signing_run
                set finished_at = :now
                where id = :run and finished_at is null
                  and not exists (select 1 from document.signing_item i where i.run = :run and i.done_at is null)
                """).param("now", now()).param("run", run).update();
    }

    /** Runs that were asked for a while ago and are not finished: whoever worked on them has gone. */
    List<UUID> left(Duration ago) {
        return jdbc.sql("""
                select id from document.signing_run where finished_at is null and asked_at < :before order by asked_at
                """)
                .param("before", at(clock.instant().minus(ago)))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** How many were deleted; an act says so. */
    @Transactional
    public int deleteOld() {
        int deleted = jdbc.sql("delete from document.signing_run where asked_at < :before")
                .param("before", at(clock.instant().minus(KEPT)))
                .update();
        if (deleted > 0) {
            journal.act(Act.of("document/runs-deleted", Actor.SYSTEM)
                    .changed("runs", null, deleted)
                    .because("document/retention"));
        }
        return deleted;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ProblemException noSuchRun() {
        return Problem.of("document/no-such-run", 404).exception();
    }
}
