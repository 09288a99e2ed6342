package vn.haidang.publicservice.internal.own;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClosed;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;
import vn.haidang.registry.Parties;

/** Tells people how their corrections and their requests about personal data ended; each is told once. */
@Component
class DataNotices {

    private static final String OF_CORRECTION = "#root.args[0].subjectType() == 'publicservice/correction'";
    private static final String OF_REQUEST = "#root.args[0].subjectType() == 'publicservice/data-request'";

    private final Notifications notifications;
    private final Parties parties;
    private final JdbcClient jdbc;
    private final Clock clock;

    DataNotices(Notifications notifications, Parties parties, JdbcClient jdbc, Clock clock) {
        this.notifications = notifications;
        this.parties = parties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @ApplicationModuleListener(condition = OF_CORRECTION)
    void onCorrection(CaseClosed closed) {
        tell(
                closed,
                "correction",
                askers("select account, party from publicservice.correction where case_id = :case", closed.caseId()));
    }

    @ApplicationModuleListener(condition = OF_REQUEST)
    void onRequest(CaseClosed closed) {
        tell(
                closed,
                "data-request",
                askers("select account, party from publicservice.data_request where case_id = :case", closed.caseId()));
    }

    private void tell(CaseClosed closed, String what, Set<AccountId> accounts) {
        String outcome = closed.outcome().equals("done") ? "done" : "refused";
        if (!accounts.isEmpty() && first(closed.caseId(), what)) {
            accounts.forEach(account -> notifications.send(new Message(
                    account,
                    "publicservice.notice." + what + "." + outcome,
                    List.of(closed.code()),
                    "/my/data/requests")));
        }
    }

    /** Whoever asked for themselves, else the person it is about and whoever represents them by law: never the officer who wrote it down. */
    private Set<AccountId> askers(@Language("SQL") String sql, CaseId id) {
        return jdbc.sql(sql)
                .param("case", id.value())
                .query((row, number) -> {
                    var account = new AccountId(row.getObject("account", UUID.class));
                    var party = new PartyId(row.getObject("party", UUID.class));
                    return party.is(account) ? Set.of(account) : parties.toTell(party, account, "");
                })
                .optional()
                .orElse(Set.of());
    }

    private boolean first(CaseId caseId, String what) {
        return jdbc.sql("""
                                insert into publicservice.told (case_id, what, round, told_at)
                                values (:case, :what, 0, :now) on conflict do nothing
                                """)
                        .param("case", caseId.value())
                        .param("what", what)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
