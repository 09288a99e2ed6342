package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/**
 * Asking other units for their opinion, answering, and asking no longer. Whoever does the present step of a case asks; the case goes on
 * when the answers are joined.
 */
@Component
public class ConsultActs {

    /**
     * What is asked.
     *
     * @param units who is asked, each once
     * @param dueAt first moment that is too late
     * @param basis on what silence counts as consent, null for another silence
     */
    public record NewConsult(
            CaseId caseId,
            String question,
            List<UnitId> units,
            Role role,
            ConsultTerms.Join join,
            Instant dueAt,
            ConsultTerms.Silence silence,
            @Nullable String basis) {

        public NewConsult {
            units = units.stream().distinct().toList();
        }

        String asked() {
            return Fingerprint.of(
                    "consult", caseId, question, units, role, join.code(), dueAt, silence, basis == null ? "" : basis);
        }
    }

    private final CaseRows cases;
    private final ItemRows items;
    private final ItemWrites writes;
    private final ConsultDesk desk;
    private final Once once;

    ConsultActs(CaseRows cases, ItemRows items, ItemWrites writes, ConsultDesk desk, Once once) {
        this.cases = cases;
        this.items = items;
        this.writes = writes;
        this.desk = desk;
        this.once = once;
    }

    /**
     * Asks; the same key a second time does nothing and answers the same.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/closed}, {@code casework/clock-stopped},
     *     {@code casework/not-your-work}, {@code casework/claimed-by-another}, {@code casework/nobody-asked}, {@code
     *     casework/too-many-needed}, {@code casework/span-past}, {@code casework/consent-without-basis}
     */
    public UUID ask(NewConsult consult, UUID key, Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw CaseworkProblems.noSuchCase();
        }
        return once.make(account, key, consult.asked(), () -> ask(consult, reader));
    }

    private UUID ask(NewConsult consult, Reader reader) {
        Standing standing = cases.find(consult.caseId(), reader)
                .flatMap(seen -> cases.lock(consult.caseId()))
                .orElseThrow(CaseworkProblems::noSuchCase);
        Leaving.requireRunning(standing);
        Instant now = desk.now();
        Standing.Item present = standing.item();
        if (present == null) {
            throw CaseworkProblems.notYourWork();
        }
        Authority.Allowed authority = desk.require(present, reader);
        if (consult.units().isEmpty()) {
            throw CaseworkProblems.nobodyAsked();
        }
        if (consult.join().needed(Integer.MAX_VALUE) > consult.units().size()
                && consult.join().rule() == ConsultTerms.Rule.SOME) {
            throw CaseworkProblems.tooManyNeeded(
                    consult.join().some(), consult.units().size());
        }
        if (!consult.dueAt().isAfter(now)) {
            throw CaseworkProblems.spanPast();
        }
        if (consult.silence() == ConsultTerms.Silence.CONSENT && consult.basis() == null) {
            throw CaseworkProblems.consentWithoutBasis();
        }
        return desk.consults()
                .open(
                        new Consults.Question(
                                standing.summary(),
                                standing.visit(),
                                present.unit(),
                                consult.question(),
                                consult.units(),
                                consult.role(),
                                consult.join(),
                                null,
                                consult.dueAt(),
                                consult.silence(),
                                consult.basis()),
                        Chronicle.By.of(reader, authority),
                        now);
    }

    /**
     * One unit answers; whoever answered already is answered the same.
     *
     * @param note why; needed with an objection
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-item}, {@code casework/not-your-work}, {@code
     *     casework/claimed-by-another}, {@code casework/item-ended}, {@code casework/reason-missing}
     */
    @Transactional
    public WorkItem answer(UUID id, Consult.Answer answer, @Nullable String note, Reader reader) {
        WorkItem item = items.find(id, reader)
                .filter(seen -> seen.kind() == WorkItem.Kind.CONSULT)
                .flatMap(items::lock)
                .orElseThrow(CaseworkProblems::noSuchItem);
        Authority.Allowed authority = desk.require(item.who(), reader);
        if (answer.code().equals(item.outcome())) {
            return item;
        }
        UUID asked = item.consult();
        if (!item.open() || asked == null) {
            throw CaseworkProblems.itemEnded();
        }
        if (answer == Consult.Answer.OBJECTED && note == null) {
            throw CaseworkProblems.reasonMissing();
        }
        Consult consult = desk.consult(asked);
        Instant now = desk.now();
        Chronicle.By by = Chronicle.By.of(reader, authority);
        writes.done(id, answer.code(), note, by, now);
        desk.answered(item, answer, note, by, now);
        desk.consults().settle(consult, step(consult.caseId()), now);
        return item;
    }

    /**
     * Asks no longer: by whoever asked, or whoever does the present step; nothing happens where it is over.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/no-such-item}, {@code
     *     casework/not-your-work}
     */
    @Transactional
    public CaseId withdraw(CaseId caseId, UUID id, Reader reader) {
        Standing standing = cases.find(caseId, reader)
                .flatMap(seen -> cases.lock(caseId))
                .orElseThrow(CaseworkProblems::noSuchCase);
        Consult consult = desk.consult(id);
        if (!consult.caseId().equals(caseId)) {
            throw CaseworkProblems.noSuchItem();
        }
        if (!consult.open()) {
            return caseId;
        }
        AccountId me = reader.account();
        boolean asked = me != null && me.value().equals(consult.askedBy());
        Chronicle.By by = Chronicle.By.of(reader);
        if (!asked) {
            Standing.Item present = standing.item();
            if (present == null || standing.summary().status() == CaseStatus.CLOSED) {
                throw CaseworkProblems.notYourWork();
            }
            by = Chronicle.By.of(reader, desk.require(present, reader));
        }
        desk.consults().withdraw(consult, standing.summary().step(), by, desk.now());
        return caseId;
    }

    private @Nullable String step(CaseId id) {
        return cases.find(id).map(standing -> standing.summary().step()).orElse(null);
    }
}
