package vn.haidang.publicservice.internal.own;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClosed;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;

/** Tells people how their corrections and their requests about personal data ended; each is told once. */
@Component
class DataNotices {

    private static final String OF_CORRECTION = "#root.args[0].subjectType() == 'publicservice/correction'";
    private static final String OF_REQUEST = "#root.args[0].subjectType() == 'publicservice/data-request'";

    private final Notifications notifications;
    private final JdbcClient jdbc;
    private final Clock clock;

    DataNotices(Notifications notifications, JdbcClient jdbc, Clock clock) {
        this.notifications = notifications;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @ApplicationModuleListener(condition = OF_CORRECTION)
    void onCorrection(CaseClosed closed) {
        tell(
                closed,
                "correction",
                account("select account from publicservice.correction where case_id = :case", closed.caseId()));
    }

    @ApplicationModuleListener(condition = OF_REQUEST)
    void onRequest(CaseClosed closed) {
        tell(
                closed,
                "data-request",
                account("select account from publicservice.data_request where case_id = :case", closed.caseId()));
    }

    private void tell(CaseClosed closed, String what, Optional<AccountId> account) {
        String outcome = closed.outcome().equals("done") ? "done" : "refused";
        if (account.isPresent() && first(closed.caseId(), what)) {
            notifications.send(new Message(
                    account.get(),
                    "publicservice.notice." + what + "." + outcome,
                    List.of(closed.code()),
                    "/my/data/requests"));
        }
    }

    private Optional<AccountId> account(@Language("SQL") String sql, CaseId id) {
        return jdbc.sql(sql)
                .param("case", id.value())
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
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
