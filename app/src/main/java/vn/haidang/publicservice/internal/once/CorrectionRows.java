package vn.haidang.publicservice.internal.once;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.PersonId;

/** The SQL of corrections. */
@Component
public class CorrectionRows {

    /**
     * A correction as it was asked for.
     *
     * @param application where it was noticed, null when it was asked for on its own
     * @param known what is recorded
     * @param wanted what should be
     * @param register where it is recorded
     * @param decided who found the record wrong, null before
     * @param confirmed who confirmed it, null before
     */
    public record Correction(
            UUID id,
            AccountId account,
            PartyId party,
            PersonId person,
            @Nullable UUID application,
            String attribute,
            String known,
            String wanted,
            String register,
            LocalDate asOf,
            @Nullable String reason,
            UnitId unit,
            CaseId caseId,
            Instant askedAt,
            @Nullable Official decided,
            @Nullable Official confirmed) {

        /** Whether somebody asked for it, for themselves or at the desk, or is the person recorded. */
        public boolean isOf(Reader reader) {
            PartyId self = reader.person();
            return account.equals(reader.account())
                    || (self != null && self.value().equals(person.value()));
        }
    }

    /** An official and when they decided. */
    public record Official(AccountId id, String name, Instant at) {}

    /** The same with where its case stands. */
    public record Standing(
            Correction correction,
            String code,
            CaseStatus status,
            @Nullable String outcome,
            @Nullable Instant dueAt,
            @Nullable String answer) {}

    private static final String COLUMNS = """
            c.id, c.account, c.party, c.person, c.application, c.attribute, c.known, c.wanted, c.register, c.as_of, c.reason, c.unit,
              c.case_id, c.asked_at, c.decided_by, c.decided_by_name, c.decided_at, c.confirmed_by, c.confirmed_by_name, c.confirmed_at
            """;

    private final JdbcClient jdbc;

    CorrectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the same was asked for before under this key. */
    boolean insert(Correction correction, UUID key) {
        return jdbc.sql("""
                                insert into publicservice.correction (id, key, account, party, person, application, attribute, known,
                                  wanted, register, as_of, reason, unit, case_id, asked_at)
                                values (:id, :key, :account, :party, :person, :application, :attribute, :known,
                                  :wanted, :register, :asOf, :reason, :unit, :case, :at)
                                on conflict (account, key, attribute) do nothing
                                """)
                        .param("id", correction.id())
                        .param("key", key)
                        .param("account", correction.account().value())
                        .param("party", correction.party().value())
                        .param("person", correction.person().value())
                        .param("application", correction.application(), java.sql.Types.OTHER)
                        .param("attribute", correction.attribute())
                        .param("known", correction.known())
                        .param("wanted", correction.wanted())
                        .param("register", correction.register())
                        .param("asOf", correction.asOf())
                        .param("reason", correction.reason())
                        .param("unit", correction.unit().value())
                        .param("case", correction.caseId().value())
                        .param("at", correction.askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether the same is being looked at already. */
    boolean open(PersonId person, String attribute, String wanted) {
        return jdbc.sql("""
                        select exists (
                          select from publicservice.correction c
                          join casework.pub_case k on k.id = c.case_id
                          where c.person = :person and c.attribute = :attribute and c.wanted = :wanted and k.closed_at is null)
                        """)
                .param("person", person.value())
                .param("attribute", attribute)
                .param("wanted", wanted)
                .query(Boolean.class)
                .single();
    }

    public Optional<Correction> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from publicservice.correction c where c.id = :id")
                .param("id", id)
                .query((row, number) -> correction(row))
                .optional();
    }

    Optional<Correction> ofCase(CaseId id) {
        return jdbc.sql("select " + COLUMNS + " from publicservice.correction c where c.case_id = :id")
                .param("id", id.value())
                .query((row, number) -> correction(row))
                .optional();
    }

    void decided(UUID id, Official by) {
        jdbc.sql("""
                        update publicservice.correction
                        set decided_by = :by, decided_by_name = :name, decided_at = :at,
                          confirmed_by = null, confirmed_by_name = null, confirmed_at = null
                        where id = :id
                        """)
                .param("id", id)
                .param("by", by.id().value())
                .param("name", by.name())
                .param("at", by.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is looked at again. */
    void undecided(UUID id) {
        jdbc.sql("""
                        update publicservice.correction
                        set decided_by = null, decided_by_name = null, decided_at = null where id = :id
                        """).param("id", id).update();
    }

    /** False where nobody else found the record wrong before. */
    boolean confirmed(UUID id, Official by) {
        return jdbc.sql("""
                                update publicservice.correction
                                set confirmed_by = :by, confirmed_by_name = :name, confirmed_at = :at
                                where id = :id and decided_by <> :by and account <> :by
                                """)
                        .param("id", id)
                        .param("by", by.id().value())
                        .param("name", by.name())
                        .param("at", by.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** One's own, newest first. */
    public List<Standing> mine(Reader reader) {
        return jdbc.sql("select " + COLUMNS + """
                        , k.code, k.status, k.outcome, k.due_at, e.reason as answer
                        from publicservice.correction c
                        join casework.pub_case k on k.id = c.case_id
                        left join lateral (select v.reason from casework.pub_event v
                          where v.case_id = c.case_id and v.reason is not null order by v.case_version desc limit 1) e on true
                        where c.party = any (:own)
                        order by c.asked_at desc, c.id desc
                        limit 100
                        """)
                .param("own", reader.ownParties().stream().map(PartyId::value).toArray(UUID[]::new))
                .query((row, number) -> new Standing(
                        correction(row),
                        row.getString("code"),
                        CaseStatus.valueOf(row.getString("status").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("outcome"),
                        row.getObject("due_at", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getString("answer")))
                .list();
    }

    private static Correction correction(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Correction(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                new PartyId(row.getObject("party", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("application", UUID.class),
                row.getString("attribute"),
                row.getString("known"),
                row.getString("wanted"),
                row.getString("register"),
                row.getObject("as_of", LocalDate.class),
                row.getString("reason"),
                new UnitId(row.getObject("unit", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                official(row, "decided"),
                official(row, "confirmed"));
    }

    private static @Nullable Official official(java.sql.ResultSet row, String what) throws java.sql.SQLException {
        UUID by = row.getObject(what + "_by", UUID.class);
        return by == null
                ? null
                : new Official(
                        new AccountId(by),
                        row.getString(what + "_by_name"),
                        row.getObject(what + "_at", OffsetDateTime.class).toInstant());
    }
}
