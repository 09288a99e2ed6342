package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccepted;
import vn.haidang.casework.CaseClosed;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseReappointed;
import vn.haidang.casework.ClockResumed;
import vn.haidang.casework.ClockStopped;
import vn.haidang.casework.SilenceNear;
import vn.haidang.casework.SupplementAsked;
import vn.haidang.document.DocumentWithdrawn;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.registry.Parties;

/**
 * Tells applicants what happened to their applications. An event may come twice, when a process died between the message and the
 * end of the listener, so each thing is told under a key of its own: once.
 */
@Component
class ApplicantNotices {

    /** Asked before an event is kept for delivery: cases of others leave nothing behind here. */
    private static final String OF_APPLICATION = "#root.args[0].subjectType() == '" + Traces.APPLICATION + "'";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final ApplicationRows applications;
    private final SupplementRequests requests;
    private final Notifications notifications;
    private final Parties parties;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicantNotices(
            ApplicationRows applications,
            SupplementRequests requests,
            Notifications notifications,
            Parties parties,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.requests = requests;
        this.notifications = notifications;
        this.parties = parties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(CaseAccepted accepted) {
        tell(accepted.applicant(), accepted.caseId(), accepted.code(), "accepted", 0, "");
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(SupplementAsked asked) {
        int round = requests.timesAsked(asked.caseId());
        List<SupplementRequests.Asked> papers = requests.last(asked.caseId())
                .map(SupplementRequests.Request::papers)
                .orElse(List.of());
        if (papers.isEmpty()) {
            tell(asked.applicant(), asked.caseId(), asked.code(), "supplement", round, "/supplement");
            return;
        }
        String names = papers.stream().map(SupplementRequests.Asked::name).collect(Collectors.joining("; "));
        tell(
                asked.applicant(),
                asked.caseId(),
                List.of(asked.code(), names),
                "supplement-papers",
                round,
                "/supplement");
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(CaseReappointed late) {
        tell(late.applicant(), late.caseId(), late.code(), "apologised", 0, "");
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(SilenceNear near) {
        tell(
                near.applicant(),
                near.caseId(),
                List.of(near.code(), DAY.format(near.lastDay())),
                "silence-near",
                Math.toIntExact(near.lastDay().toEpochDay()),
                "/supplement");
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(CaseClosed closed) {
        String outcome = requests.endedSilent(closed.caseId()) ? "silent" : closed.outcome();
        tell(closed.applicant(), closed.caseId(), closed.code(), "closed." + outcome, 0, "");
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(ClockStopped stopped) {
        int version = Math.toIntExact(stopped.version());
        tell(stopped.applicant(), stopped.caseId(), stopped.code(), "clock-stopped", version, "");
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(ClockResumed resumed) {
        int version = Math.toIntExact(resumed.version());
        tell(resumed.applicant(), resumed.caseId(), resumed.code(), "clock-resumed", version, "");
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(DocumentWithdrawn withdrawn) {
        applications
                .any(new ApplicationId(withdrawn.subjectId()))
                .ifPresent(application -> tell(
                        application.party(),
                        application.caseId(),
                        application.dossierCode(),
                        "document-withdrawn",
                        withdrawn.document().hashCode(),
                        ""));
    }

    private void tell(@Nullable PartyId applicant, CaseId caseId, String code, String what, int round, String page) {
        tell(applicant, caseId, List.of(code), what, round, page);
    }

    private void tell(
            @Nullable PartyId applicant, CaseId caseId, List<String> arguments, String what, int round, String page) {
        if (applicant == null || !first(caseId, what, round)) {
            return;
        }
        applications.ofCase(caseId).ifPresent(handedIn -> {
            String path = "/my/applications/" + handedIn.id().value() + page;
            String key = "publicservice.notice." + what;
            if (handedIn.party().is(handedIn.account())) {
                notifications.send(new Message(handedIn.account(), key, arguments, path));
                return;
            }
            String asParty = "/my/acting-for?party=" + handedIn.party().value() + "&next=" + path;
            Optional<AccountId> themselves = parties.accountOf(handedIn.party());
            for (AccountId each : parties.toTell(handedIn.party(), handedIn.account(), handedIn.service())) {
                notifications.send(new Message(
                        each, key, arguments, themselves.filter(each::equals).isPresent() ? path : asParty));
            }
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
