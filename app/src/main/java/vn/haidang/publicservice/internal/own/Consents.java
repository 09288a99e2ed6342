package vn.haidang.publicservice.internal.own;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/**
 * What people agreed to, each for one purpose, in the words they were shown, never agreed to beforehand (Law on Personal Data
 * Protection 91/2025/QH15). Taking it back counts at once. What rests on law and not on agreement is not among it.
 */
@Component
public class Consents {

    /**
     * A purpose with where somebody stands.
     *
     * @param givenAt when it was agreed to, null when it is not
     */
    public record Purpose(
            String code,
            String name,
            String nameEn,
            String note,
            String noteEn,
            @Nullable Instant givenAt) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }

        public String note(boolean english) {
            return english ? noteEn : note;
        }
    }

    /** What was agreed to and taken back. */
    public record Past(String purpose, String words, Instant givenAt, Instant withdrawnAt) {}

    private final KeptAnswers kept;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Consents(KeptAnswers kept, JdbcClient jdbc, Journal journal, Clock clock) {
        this.kept = kept;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    public List<Purpose> of(Reader reader) {
        return jdbc.sql("""
                        select p.code, p.name, p.name_en, p.note, p.note_en, c.given_at
                        from publicservice.consent_purpose p
                        left join publicservice.consent c
                          on c.purpose = p.code and c.account = :account and c.withdrawn_at is null
                        order by p.code
                        """)
                .param("account", account(reader).value())
                .query((row, number) -> {
                    OffsetDateTime given = row.getObject("given_at", OffsetDateTime.class);
                    return new Purpose(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("name_en"),
                            row.getString("note"),
                            row.getString("note_en"),
                            given == null ? null : given.toInstant());
                })
                .list();
    }

    /** Newest first. */
    public List<Past> past(Reader reader) {
        return jdbc.sql("""
                        select purpose, words, given_at, withdrawn_at from publicservice.consent
                        where account = :account and withdrawn_at is not null order by withdrawn_at desc limit 100
                        """)
                .param("account", account(reader).value())
                .query((row, number) -> new Past(
                        row.getString("purpose"),
                        row.getString("words"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Agrees to one purpose, in the words shown in this language; agreeing twice is agreeing once. */
    @Transactional
    public void give(String purpose, boolean english, Reader reader) {
        AccountId account = account(reader);
        Purpose wanted = of(reader).stream()
                .filter(each -> each.code().equals(purpose))
                .findFirst()
                .orElseThrow(DataProblems::nothingHere);
        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        int given = jdbc.sql("""
                        insert into publicservice.consent (id, account, purpose, words, given_at)
                        values (:id, :account, :purpose, :words, :now)
                        on conflict (account, purpose) where withdrawn_at is null do nothing
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("purpose", purpose)
                .param("words", wanted.name(english) + "\n" + wanted.note(english))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (given == 1) {
            journal.act(Act.of("publicservice/consent-given", reader.actor())
                    .on(new Subject("publicservice/consent", id))
                    .because("publicservice/" + purpose));
        }
    }

    /** Takes an agreement back; what rests on it stops at once, and what was remembered by it is gone. */
    @Transactional
    public void withdraw(String purpose, Reader reader) {
        withdraw(account(reader), purpose, reader.actor());
    }

    /** Takes back all that somebody agreed to. */
    @Transactional
    public void withdrawAll(AccountId account, Actor by) {
        jdbc.sql(
                        "select purpose from publicservice.consent where account = :account and withdrawn_at is null order by purpose")
                .param("account", account.value())
                .query((row, number) -> row.getString("purpose"))
                .list()
                .forEach(purpose -> withdraw(account, purpose, by));
    }

    private void withdraw(AccountId account, String purpose, Actor by) {
        jdbc.sql("""
                        update publicservice.consent set withdrawn_at = :now
                        where account = :account and purpose = :purpose and withdrawn_at is null
                        returning id
                        """)
                .param("account", account.value())
                .param("purpose", purpose)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .ifPresent(id -> {
                    kept.forget(account, purpose);
                    journal.act(Act.of("publicservice/consent-withdrawn", by)
                            .on(new Subject("publicservice/consent", id))
                            .because("publicservice/" + purpose));
                });
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
