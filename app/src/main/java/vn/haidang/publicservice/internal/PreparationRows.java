package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applications.Preparation;

/** Which service each draft is for, and who receives it: the unit that was chosen, or what became of it since. */
@Component
class PreparationRows {

    private final JdbcClient jdbc;
    private final Receivers receivers;
    private final Clock clock;

    PreparationRows(JdbcClient jdbc, Receivers receivers, Clock clock) {
        this.jdbc = jdbc;
        this.receivers = receivers;
        this.clock = clock;
    }

    void insert(Preparation preparation, AccountId account, PartyId party, Set<String> known) {
        jdbc.sql("""
                        insert into publicservice.preparation (draft, account, party, service_code, service_version, unit, begun_at, known)
                        values (:draft, :account, :party, :code, :version, :unit, :now, :known)
                        """)
                .param("draft", preparation.draft().value())
                .param("account", account.value())
                .param("party", party.value())
                .param("code", preparation.serviceCode())
                .param("version", preparation.serviceVersion())
                .param("unit", preparation.unit().value())
                .param("now", OffsetDateTime.now(clock))
                .param("known", known.toArray(String[]::new))
                .update();
    }

    Optional<Preparation> find(DraftId draft, AccountId account, PartyId party) {
        return jdbc.sql("""
                        select p.service_code, p.service_version, p.unit,
                          (select min(b.event) from publicservice.bundle_preparation b where b.draft = p.draft)
                        from publicservice.preparation p
                        where p.draft = :draft and p.account = :account and p.party = :party
                        """)
                .param("draft", draft.value())
                .param("account", account.value())
                .param("party", party.value())
                .query((row, number) -> new Preparation(
                        draft,
                        row.getString(1),
                        row.getInt(2),
                        receivers.now(new UnitId(row.getObject(3, UUID.class))),
                        row.getString(4)))
                .optional();
    }

    /** The first service of what a draft becomes is another from now on. */
    void change(Preparation preparation) {
        jdbc.sql("""
                        update publicservice.preparation set service_code = :code, service_version = :version, unit = :unit
                        where draft = :draft
                        """)
                .param("draft", preparation.draft().value())
                .param("code", preparation.serviceCode())
                .param("version", preparation.serviceVersion())
                .param("unit", preparation.unit().value())
                .update();
    }

    /** Whether it becomes several dossiers, so that nobody hands it in as one. */
    boolean ofBundle(DraftId draft) {
        return jdbc.sql("select exists (select from publicservice.bundle_preparation where draft = :draft)")
                .param("draft", draft.value())
                .query(Boolean.class)
                .single();
    }
}
