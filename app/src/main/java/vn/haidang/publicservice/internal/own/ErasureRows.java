package vn.haidang.publicservice.internal.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;

/** The SQL of what is deleted on request, and of what stays. */
@Component
public class ErasureRows {

    /** What becomes of one sort of data. */
    public enum Treatment {
        ERASE,
        /** Deleted when no open case needs it any more. */
        WAIT,
        KEEP
    }

    /** The rule for one sort of data. */
    public record Rule(
            String code,
            Treatment treatment,
            boolean ofAccount,
            String name,
            String nameEn,
            String basis,
            String basisEn) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }

        public String basis(boolean english) {
            return english ? basisEn : basis;
        }
    }

    /**
     * What became of one sort of data.
     *
     * @param state {@code erased}, {@code waiting} or {@code kept}
     * @param amount how many pieces were deleted
     */
    public record Outcome(
            String state,
            int amount,
            String name,
            String nameEn,
            String basis,
            String basisEn,
            @Nullable Instant erasedAt) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }

        public String basis(boolean english) {
            return english ? basisEn : basis;
        }
    }

    /** A request whose sender's data is deleted. */
    record Erased(UUID request, AccountId account, PartyId party) {}

    /** One sort of their data that waits. */
    record Waiting(Erased of, String code) {}

    private final JdbcClient jdbc;

    ErasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a day, what is deleted first. */
    public List<Rule> rules(LocalDate day) {
        return jdbc.sql("""
                        select code, treatment, of_account, name, name_en, basis, basis_en
                        from publicservice.erasure_rule where valid @> cast(:day as date)
                        order by case treatment when 'erase' then 0 when 'wait' then 1 else 2 end, code
                        """)
                .param("day", day)
                .query((row, number) -> new Rule(
                        row.getString("code"),
                        Treatment.valueOf(row.getString("treatment").toUpperCase(Locale.ROOT)),
                        row.getBoolean("of_account"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("basis"),
                        row.getString("basis_en")))
                .list();
    }

    /** @param erasedAt null for what stays or waits */
    void insert(
            UUID request,
            int ordinal,
            Rule rule,
            String state,
            int amount,
            Instant decidedAt,
            @Nullable Instant erasedAt) {
        jdbc.sql("""
                        insert into publicservice.erasure
                          (request, ordinal, code, state, amount, name, name_en, basis, basis_en, decided_at, erased_at)
                        values (:request, :ordinal, :code, :state, :amount, :name, :nameEn, :basis, :basisEn, :decided, :erased)
                        """)
                .param("request", request)
                .param("ordinal", ordinal)
                .param("code", rule.code())
                .param("state", state)
                .param("amount", amount)
                .param("name", rule.name())
                .param("nameEn", rule.nameEn())
                .param("basis", rule.basis())
                .param("basisEn", rule.basisEn())
                .param("decided", decidedAt.atOffset(ZoneOffset.UTC))
                .param(
                        "erased",
                        erasedAt == null ? null : erasedAt.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** What became of the data for one request, in the order it was done; empty where nothing was. */
    public List<Outcome> of(UUID request) {
        return jdbc.sql("""
                        select state, amount, name, name_en, basis, basis_en, erased_at
                        from publicservice.erasure where request = :request order by ordinal
                        """)
                .param("request", request)
                .query((row, number) -> outcome(row))
                .list();
    }

    /** False while an open case of theirs, besides that of the request itself, needs to reach them. */
    boolean nothingOpen(Erased erased, PartyId... persons) {
        UUID[] parties = new UUID[persons.length + 1];
        parties[0] = erased.party().value();
        for (int i = 0; i < persons.length; i++) {
            parties[i + 1] = persons[i].value();
        }
        return jdbc.sql("""
                        select not exists (
                          select from casework.pub_case k
                          where k.applicant = any (:parties) and k.closed_at is null
                            and k.id <> (select case_id from publicservice.data_request where id = :request))
                        """)
                .param("parties", parties)
                .param("request", erased.request())
                .query(Boolean.class)
                .single();
    }

    /** What waits, the oldest first; each is held by whoever asks until the end of the transaction. */
    List<Waiting> waiting() {
        return jdbc.sql("""
                        select r.id, r.account, r.party, e.code
                        from publicservice.erasure e
                        join publicservice.data_request r on r.id = e.request
                        where e.state = 'waiting'
                        order by e.decided_at
                        for update of e skip locked
                        """)
                .query((row, number) -> new Waiting(erased(row), row.getString("code")))
                .list();
    }

    /** Accepted requests for which nothing was done, as those that were answered before anything was done by itself. */
    List<Erased> undone() {
        return jdbc.sql("""
                        select r.id, r.account, r.party
                        from publicservice.data_request r
                        join casework.pub_case k on k.id = r.case_id
                        where r.right_code = 'delete' and k.outcome = 'done'
                          and not exists (select from publicservice.erasure e where e.request = r.id)
                        order by r.sent_at
                        for update of r skip locked
                        """).query((row, number) -> erased(row)).list();
    }

    void done(Waiting waited, int amount, Instant at) {
        jdbc.sql("""
                        update publicservice.erasure set state = 'erased', amount = :amount, erased_at = :at
                        where request = :request and code = :code and state = 'waiting'
                        """)
                .param("request", waited.of().request())
                .param("code", waited.code())
                .param("amount", amount)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int deleteCopies(Erased erased) {
        return jdbc.sql("delete from publicservice.data_copy where account = :account and party = :party")
                .param("account", erased.account().value())
                .param("party", erased.party().value())
                .update();
    }

    /** What was known of drafts that are gone, and the results that stood in them. */
    void letGo(UUID[] drafts) {
        jdbc.sql("delete from publicservice.reused_paper where draft = any (:drafts) and application is null")
                .param("drafts", drafts)
                .update();
        jdbc.sql("delete from publicservice.bundle_preparation where draft = any (:drafts)")
                .param("drafts", drafts)
                .update();
        jdbc.sql("delete from publicservice.preparation where draft = any (:drafts)")
                .param("drafts", drafts)
                .update();
    }

    private static Erased erased(ResultSet row) throws SQLException {
        return new Erased(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                new PartyId(row.getObject("party", UUID.class)));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("erased_at", OffsetDateTime.class);
        return new Outcome(
                row.getString("state"),
                row.getInt("amount"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("basis"),
                row.getString("basis_en"),
                at == null ? null : at.toInstant());
    }
}
