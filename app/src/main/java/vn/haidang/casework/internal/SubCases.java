package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.LegalDuration;

/**
 * Cases that officials open: beneath another one, by whoever does its present step, or by themselves, as work whose plan is the tree of
 * its tasks. Each is a case of its own, with procedure, unit and clock.
 */
@Component
public class SubCases {

    /** The procedure of work that has no other: somebody leads it, and its plan is made as it goes. */
    public static final String AD_HOC = "ad-hoc-work";

    /** How a case hangs on the one it was opened for. */
    public enum Relation {
        /** That one waits for it. */
        BLOCKS,
        /** Neither waits for the other. */
        BESIDE
    }

    /**
     * What is asked.
     *
     * @param parent the case it is for, null for work of its own
     * @param unit which does it
     * @param time how long it may take
     * @param basis who or what says so
     */
    public record NewCase(
            @Nullable CaseId parent,
            Relation relation,
            String procedure,
            String title,
            UnitId unit,
            LegalDuration time,
            String basis) {

        String asked() {
            return Fingerprint.of("case", parent, relation, procedure, title, unit, time.code(), basis);
        }
    }

    private static final String HOURS = "standard";

    private final CaseRows cases;
    private final SubCaseRows rows;
    private final Openings openings;
    private final ConsultDesk desk;
    private final AdHocRight right;
    private final Once once;

    SubCases(CaseRows cases, SubCaseRows rows, Openings openings, ConsultDesk desk, AdHocRight right, Once once) {
        this.cases = cases;
        this.rows = rows;
        this.openings = openings;
        this.desk = desk;
        this.right = right;
        this.once = once;
    }

    /**
     * Opens it; the same key a second time does nothing and answers the same.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/closed}, {@code casework/not-your-work},
     *     {@code casework/claimed-by-another}, {@code casework/not-your-unit}, {@code casework/no-such-procedure}
     */
    public CaseId open(NewCase asked, UUID key, Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw CaseworkProblems.noSuchCase();
        }
        CaseId parent = asked.parent();
        return new CaseId(once.make(
                account,
                key,
                asked.asked(),
                () -> parent == null ? alone(asked, reader) : beneath(asked, parent, reader)));
    }

    /** What was opened for this case, the newest last. */
    public List<SubCaseRows.SubCase> of(CaseId parent, Reader reader) {
        return rows.of(parent, reader);
    }

    /** The case this one was opened for, as far as the reader may know of it. */
    public SubCaseRows.@Nullable SubCase parent(CaseId parent, Reader reader) {
        return rows.find(parent, reader).orElse(null);
    }

    private UUID alone(NewCase asked, Reader reader) {
        UnitId own = right.unitOf(reader, asked.unit());
        ClockTerms terms = new ClockTerms(
                asked.time().code(), "resume", "", asked.basis(), right.officeHours(asked.unit(), HOURS));
        return opened(asked, own, rows.nextCode(desk.now()), terms, Set.of(), reader)
                .id()
                .value();
    }

    private UUID beneath(NewCase asked, CaseId parent, Reader reader) {
        Standing standing = cases.find(parent, reader)
                .flatMap(seen -> cases.lock(parent))
                .orElseThrow(CaseworkProblems::noSuchCase);
        if (standing.summary().status() == CaseStatus.CLOSED) {
            throw CaseworkProblems.closed(standing.summary().code());
        }
        Standing.Item present = standing.item();
        if (present == null) {
            throw CaseworkProblems.notYourWork();
        }
        Authority.Allowed authority = desk.require(present, reader);
        ClockTerms terms = new ClockTerms(
                asked.time().code(),
                standing.terms().afterSupplement(),
                standing.terms().afterSupplementSource(),
                asked.basis(),
                right.officeHours(asked.unit(), standing.terms().officeHours()));
        String code = standing.summary().code() + "/" + (rows.count(parent) + 1);
        CaseSummary child = opened(asked, present.unit(), code, terms, cases.about(standing), reader);
        Instant now = desk.now();
        rows.link(child.id(), parent, asked.relation(), child.status() != CaseStatus.CLOSED);
        rows.tell(standing, child, asked.relation(), Chronicle.By.of(reader, authority), now);
        return child.id().value();
    }

    /** @param notBy whom the one above is about: what is asked for it is about them too */
    private CaseSummary opened(
            NewCase asked, UnitId asking, String code, ClockTerms terms, Set<AccountId> notBy, Reader reader) {
        CaseId id = new CaseId(ItemWrites.nextId(desk.now()));
        boolean adHoc = asked.procedure().equals(AD_HOC);
        return openings.open(
                new OpenCase(
                        id,
                        asked.procedure(),
                        code,
                        asked.title(),
                        "casework/own-case",
                        id.value(),
                        asked.unit(),
                        adHoc ? asking : asked.unit(),
                        Channel.COUNTER,
                        null,
                        "",
                        terms,
                        desk.now(),
                        false,
                        notBy,
                        reader.actor()),
                Map.of(),
                reader.displayName());
    }
}
