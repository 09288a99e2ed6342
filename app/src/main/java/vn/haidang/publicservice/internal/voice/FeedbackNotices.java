package vn.haidang.publicservice.internal.voice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccepted;
import vn.haidang.casework.CaseClosed;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.SilenceNear;
import vn.haidang.casework.SupplementAsked;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;

/** Tells whoever sent feedback what became of it, each thing once. Who came to the counter is told by phone, by a person. */
@Component
class FeedbackNotices {

    private static final String OF_FEEDBACK = "#root.args[0].subjectType() == '" + Voicing.FEEDBACK + "'";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final FeedbackRows rows;
    private final Notifications notifications;
    private final JdbcClient jdbc;
    private final Clock clock;

    FeedbackNotices(FeedbackRows rows, Notifications notifications, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.notifications = notifications;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @ApplicationModuleListener(condition = OF_FEEDBACK)
    void on(CaseAccepted accepted) {
        tell(accepted.caseId(), "feedback.accepted", 0);
    }

    @ApplicationModuleListener(condition = OF_FEEDBACK)
    void on(SupplementAsked asked) {
        tell(asked.caseId(), "feedback.more", rows.asked(asked.caseId()).size());
    }

    @ApplicationModuleListener(condition = OF_FEEDBACK)
    void on(SilenceNear near) {
        tell(
                near.caseId(),
                "feedback.silence-near",
                Math.toIntExact(near.lastDay().toEpochDay()),
                DAY.format(near.lastDay()));
    }

    @ApplicationModuleListener(condition = OF_FEEDBACK)
    void on(CaseClosed closed) {
        tell(closed.caseId(), "feedback." + closed.outcome(), 0);
    }

    private void tell(CaseId caseId, String what, int round, String... more) {
        rows.ofCase(caseId).ifPresent(feedback -> {
            AccountId account = feedback.account();
            PartyId party = feedback.party();
            if (account == null || party == null || !first(caseId, what, round)) {
                return;
            }
            String path = "/my/feedback/" + feedback.id().value();
            notifications.send(new Message(
                    account,
                    "publicservice.notice." + what,
                    Stream.concat(Stream.of(feedback.code()), Stream.of(more)).toList(),
                    party.is(account) ? path : "/my/acting-for?party=" + party.value() + "&next=" + path));
        });
    }

    private boolean first(CaseId caseId, String what, int round) {
        return jdbc.sql("""
                                insert into publicservice.told (case_id, what, round, told_at)
                                values (:case, :what, :round, :now) on conflict do nothing
                                """)
                        .param("case", caseId.value())
                        .param("what", what)
                        .param("round", round)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
