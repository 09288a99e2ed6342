package vn.haidang.publicservice.internal.once;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.OpenCase;
import vn.haidang.form.Answer;
import vn.haidang.form.Draft;
import vn.haidang.form.FormDefinition;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.internal.own.DataDesk;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.Keeping;

/**
 * Opens a case at whoever keeps a value that somebody says is wrong. What is the person's own to say, such as a phone number, is
 * recorded at once. The application the mistake was noticed in goes on with what the person wrote.
 */
@Component
public class CorrectionCases {

    public static final String SUBJECT = "publicservice/correction";

    private static final String PROCEDURE = "data-correction";
    private static final String RIGHT = "correct";

    /**
     * What is to be put right.
     *
     * @param key the same key a second time opens nothing new
     * @param fallback who decides where no unit is known to keep it
     */
    public record Wanted(
            UUID key,
            String known,
            String register,
            LocalDate asOf,
            String value,
            @Nullable String reason,
            @Nullable UUID application,
            UnitId fallback) {}

    private final Corrections corrections;
    private final CorrectionRows rows;
    private final Cases cases;
    private final DataDesk desk;
    private final Journal journal;
    private final Clock clock;

    CorrectionCases(
            Corrections corrections, CorrectionRows rows, Cases cases, DataDesk desk, Journal journal, Clock clock) {
        this.corrections = corrections;
        this.rows = rows;
        this.cases = cases;
        this.desk = desk;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What an application corrects, each at whoever keeps it. On a day for which no rule on corrections is established no case is opened:
     * what was said stands in the application.
     */
    void of(Application application, Draft draft, Reader by) {
        if (application.answers().values().stream().noneMatch(CorrectionCases::corrected)) {
            return;
        }
        Map<String, Keeping> keepers = corrections.keepers(by);
        draft.form().fields().filter(field -> field.source() != null).forEach(field -> {
            Answer answer = application.answers().get(field.name());
            Keeping keeping = keepers.get(Objects.requireNonNull(field.source()));
            if (answer != null
                    && keeping != null
                    && corrected(answer)
                    && !answer.value().isBlank()
                    && !keeping.follows(answer.value())) {
                ask(
                        keeping,
                        new Wanted(
                                key(application, field),
                                Objects.requireNonNull(answer.known()),
                                Objects.requireNonNull(answer.source()),
                                Objects.requireNonNull(answer.asOf()),
                                answer.value(),
                                null,
                                application.id().value(),
                                application.unit()),
                        by);
            }
        });
    }

    /**
     * Opens the case for somebody who says so on its own, or records what is theirs to say.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/too-many-data-requests}, {@code publicservice/no-such-right}
     */
    @Transactional
    public void askAlone(Keeping keeping, Wanted wanted, Reader by) {
        if (!desk.knows(RIGHT, clock.instant())) {
            throw DataProblems.noSuchRight();
        }
        desk.requireFew(Objects.requireNonNull(by.account()));
        ask(keeping, wanted, by);
    }

    /** Opens the case, or records what is the person's own to say; nothing where it is not put right here or is being looked at. */
    private void ask(Keeping keeping, Wanted wanted, Reader by) {
        switch (keeping.way()) {
            case OWN ->
                corrections.apply(
                        keeping.person(),
                        keeping.attribute(),
                        null,
                        wanted.value(),
                        "publicservice/own-word",
                        by.actor());
            case CASE -> {
                if (desk.knows(RIGHT, clock.instant())
                        && !rows.open(keeping.person(), keeping.attribute(), wanted.value())) {
                    open(keeping, wanted, by);
                }
            }
            case NONE -> {}
        }
    }

    private void open(Keeping keeping, Wanted wanted, Reader by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UnitId keeper = keeping.decides();
        UnitId unit = keeper == null ? wanted.fallback() : keeper;
        var correction = new CorrectionRows.Correction(
                UuidCreator.getTimeOrderedEpoch(now),
                Objects.requireNonNull(by.account()),
                whose(by),
                keeping.person(),
                wanted.application(),
                keeping.attribute(),
                wanted.known(),
                wanted.value(),
                wanted.register(),
                wanted.asOf(),
                wanted.reason(),
                unit,
                CaseId.next(clock),
                now,
                null,
                null);
        if (!rows.insert(correction, wanted.key())) {
            return;
        }
        var opened = desk.opening(RIGHT, "DC", unit, now);
        cases.open(new OpenCase(
                correction.caseId(),
                PROCEDURE,
                opened.code(),
                desk.say("publicservice.correction.case", "publicservice.attribute." + keeping.attribute()),
                SUBJECT,
                correction.id(),
                unit,
                unit,
                Channel.ONLINE,
                correction.party(),
                name(by),
                opened.times().clock(),
                now,
                false,
                by.actor()));
        journal.act(Act.of("publicservice/correction-asked", by.actor())
                .on(new Subject(SUBJECT, correction.id()))
                .on(new Subject("registry/person", keeping.person().value()))
                .on(new Subject("casework/case", correction.caseId().value()))
                .changed(keeping.attribute(), wanted.known(), wanted.value()));
    }

    /** Whoever acts for a business corrects what is recorded of themselves. */
    private static PartyId whose(Reader by) {
        Mandate mandate = by.mandate();
        if (mandate == null || mandate.kind() != Mandate.Kind.BUSINESS) {
            return Objects.requireNonNull(by.party());
        }
        Mandate.Spokesperson spokesperson = mandate.spokesperson();
        return spokesperson == null ? PartyId.of(Objects.requireNonNull(by.account())) : spokesperson.person();
    }

    /** The name that goes with {@link #whose}. */
    private static String name(Reader by) {
        if (whose(by).equals(by.party())) {
            return by.partyName();
        }
        Mandate.Spokesperson spokesperson = Objects.requireNonNull(by.mandate()).spokesperson();
        return spokesperson == null ? by.displayName() : spokesperson.name();
    }

    private static boolean corrected(Answer answer) {
        return answer.origin() == Answer.Origin.CORRECTED;
    }

    private static UUID key(Application application, FormDefinition.Field field) {
        return UUID.nameUUIDFromBytes((application.id().value() + "/" + field.name()).getBytes(StandardCharsets.UTF_8));
    }
}
