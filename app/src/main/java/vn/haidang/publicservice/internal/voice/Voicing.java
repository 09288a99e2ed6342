package vn.haidang.publicservice.internal.voice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.Feedbacks.Caller;
import vn.haidang.publicservice.Feedbacks.Sending;
import vn.haidang.publicservice.PublicServiceProblems;

/** Takes feedback in: one transaction for what was said, its case and its journal entry. */
@Component
public class Voicing {

    public static final String FEEDBACK = "publicservice/feedback";

    private static final String PROCEDURE = "feedback";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int LONGEST = 4000;
    private static final int LONGEST_LINE = 200;

    /** Who says it: a person signed in, or the caller an official writes it down for. */
    private record Sender(
            String name,
            @Nullable String phone,
            @Nullable AccountId account,
            @Nullable PartyId party) {}

    /** What it turned out to be about. */
    private record Matter(
            UnitId unit,
            @Nullable String dossierCode,
            @Nullable String service,
            @Nullable String official,
            String title) {}

    private final FeedbackRows rows;
    private final FeedbackTerms terms;
    private final FeedbackMatters matters;
    private final Cases cases;
    private final Journal journal;
    private final Clock clock;

    Voicing(
            FeedbackRows rows,
            FeedbackTerms terms,
            FeedbackMatters matters,
            Cases cases,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.matters = matters;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public FeedbackId send(Sending sending) {
        AccountId by = sending.by().account();
        if (by == null) {
            throw PublicServiceProblems.noSuchFeedback();
        }
        rows.lock(by);
        Optional<FeedbackId> before = rows.sent(by, sending.key());
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        String words = cut(sending.words(), LONGEST);
        if (words.isEmpty()) {
            throw PublicServiceProblems.feedbackEmpty();
        }
        Sender sender = sender(sending);
        Matter matter = matter(sending, today);
        FeedbackMatters.Addressee answering = matters.answering(matter.unit(), matter.official(), today);
        FeedbackTerms.Times times = terms.from(now, today, answering.unit());
        FeedbackId id = FeedbackId.next(clock);
        CaseId caseId = CaseId.next(clock);
        String code = "PA-%s-%04d".formatted(DAY.format(today), rows.number(today));
        cases.open(new OpenCase(
                caseId,
                PROCEDURE,
                code,
                matter.title(),
                FEEDBACK,
                id.value(),
                answering.unit(),
                answering.unit(),
                sending.caller() == null ? Channel.ONLINE : Channel.COUNTER,
                sender.party(),
                sender.name(),
                times.resolve(),
                now,
                false,
                answering.officials(),
                sending.by().actor()));
        rows.insert(
                new Feedback(
                        id,
                        code,
                        sending.kind(),
                        sending.about(),
                        matter.dossierCode(),
                        matter.service(),
                        null,
                        matter.unit(),
                        matter.official(),
                        sender.account(),
                        sender.party(),
                        sender.name(),
                        sender.phone(),
                        words,
                        sending.mayPublish(),
                        caseId,
                        CaseStatus.OPEN,
                        null,
                        now,
                        times.refuseBy(),
                        times.askBy(),
                        null,
                        null,
                        null,
                        null),
                by,
                sending.key(),
                today);
        journal.act(Act.of("publicservice/feedback-sent", sending.by().actor())
                .on(subject(id))
                .on(new Subject("casework/case", caseId.value()))
                .changed("code", null, code));
        return id;
    }

    static Subject subject(FeedbackId id) {
        return new Subject(FEEDBACK, id.value());
    }

    /** What was typed, without control characters at its ends, and no longer than what is kept. */
    static String cut(String text, int longest) {
        String clean = text.replace("\u0000", "").strip();
        return clean.substring(0, Math.min(clean.length(), longest));
    }

    private static Sender sender(Sending sending) {
        Caller caller = sending.caller();
        Reader by = sending.by();
        if (caller != null) {
            String name = cut(caller.name(), LONGEST_LINE);
            String phone = cut(caller.phone(), LONGEST_LINE);
            if (name.isEmpty() || !phone.matches("[+]?[0-9][0-9 .-]{7,18}")) {
                throw PublicServiceProblems.feedbackNoCaller();
            }
            return new Sender(name, phone, null, null);
        }
        Mandate mandate = by.mandate();
        PartyId party = by.party();
        if (mandate != null && !mandate.whole()) {
            throw PublicServiceProblems.outsideMandate(mandate.name());
        }
        return new Sender(by.partyName(), null, by.account(), party);
    }

    private Matter matter(Sending sending, LocalDate today) {
        String typedService = cut(sending.service(), LONGEST_LINE);
        String kind = matters.name(sending.kind());
        Matter matter = switch (sending.about()) {
            case DOSSIER -> {
                FeedbackRows.Dossier dossier = dossier(sending);
                yield new Matter(
                        dossier.unit(), dossier.code(), dossier.service(), null, kind + " – " + dossier.code());
            }
            case UNIT -> new Matter(unit(sending, today), null, null, null, kind);
            case OFFICIAL -> {
                String official = cut(sending.official(), LONGEST_LINE);
                if (official.isEmpty()) {
                    throw PublicServiceProblems.feedbackNoOfficial();
                }
                yield new Matter(unit(sending, today), null, null, official, kind);
            }
            case SERVICE -> {
                String code = matters.service(typedService, today);
                yield new Matter(unit(sending, today), null, code, null, kind + " – " + code);
            }
        };
        if (sending.caller() != null && !rows.handled(sending.by()).contains(matter.unit())) {
            throw PublicServiceProblems.feedbackNotHere();
        }
        return matter;
    }

    /** One's own, or one of the unit whose desk writes it down; any other is as unknown as none. */
    private FeedbackRows.Dossier dossier(Sending sending) {
        return rows.dossier(cut(sending.dossierCode(), LONGEST_LINE).toUpperCase(Locale.ROOT))
                .filter(found -> sending.caller() == null
                        ? sending.by().ownParties().contains(found.party())
                        : rows.handled(sending.by()).contains(found.unit()))
                .orElseThrow(PublicServiceProblems::feedbackNoDossier);
    }

    private UnitId unit(Sending sending, LocalDate today) {
        return matters.unit(sending.unit(), today);
    }
}
