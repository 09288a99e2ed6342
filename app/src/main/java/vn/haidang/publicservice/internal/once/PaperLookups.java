package vn.haidang.publicservice.internal.once;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.once.PaperRows.Lookup;
import vn.haidang.publicservice.internal.once.PaperRows.Paper;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.registry.KeptResult;
import vn.haidang.registry.KnownValue;
import vn.haidang.registry.Parties;
import vn.haidang.registry.Persons;

/**
 * Looking up what a paper would say instead of asking for it. Only after a look-up that did not do may the applicant be asked, and
 * only with a reason (Resolution 66.7/2025/NQ-CP; Law on Digital Transformation 148/2025/QH15). The caller has asked whether the
 * official may see what it is asked in.
 */
@Component
public class PaperLookups {

    /** Why what was found does not do. {@code nothing} is said by the look-up itself. */
    public static final Set<String> FAILURES = Set.of("unreachable", "incomplete", "wrong");

    private static final String PURPOSE = "publicservice/paper-lookup";
    private static final int LONGEST = 1000;

    /** What a look-up found, to be shown once. */
    public record Found(Lookup lookup, List<KnownValue> values) {

        public Found {
            values = List.copyOf(values);
        }
    }

    private final PaperRows rows;
    private final Parties parties;
    private final Persons persons;
    private final Facts facts;
    private final Journal journal;
    private final Clock clock;

    PaperLookups(PaperRows rows, Parties parties, Persons persons, Facts facts, Journal journal, Clock clock) {
        this.rows = rows;
        this.parties = parties;
        this.persons = persons;
        this.facts = facts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Papers whose data the city holds today, and components of the dossier it is or is about that a registry answers. */
    public List<Paper> papers(PaperMatter matter) {
        return Stream.concat(
                        rows.papers(LocalDate.now(clock)).stream(),
                        rows.answered(matter.subject().id()).stream())
                .toList();
    }

    /** Looks and records that it was looked, whatever was found. */
    @Transactional
    public Found look(PaperMatter matter, String code, Reader by) {
        Paper paper = papers(matter).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(DataProblems::nothingHere);
        PartyId party = matter.party();
        KeptResult held = party != null && paper.issued() ? held(paper, party) : null;
        if (held != null) {
            journal.read(by.actor(), PURPOSE, List.of(new Subject("registry/result", held.id()), matter.subject()));
        }
        Map<String, KnownValue> known = party == null || paper.attributes().isEmpty()
                ? Map.of()
                : persons.ofParty(party, paper.attributes(), matter.subject(), by.actor(), PURPOSE);
        boolean complete = !paper.attributes().isEmpty()
                && known.size() == paper.attributes().size();
        Instant now = clock.instant();
        Lookup lookup = new Lookup(
                UuidCreator.getTimeOrderedEpoch(now),
                paper.code(),
                now,
                held != null ? "result" : complete ? "attribute" : "nothing",
                held == null ? null : held.file(),
                held != null || complete ? null : "nothing",
                null,
                null);
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        rows.insert(lookup, matter, Objects.requireNonNull(by.account()), now.atOffset(ZoneOffset.UTC), today);
        facts.add(List.of(PapersAsked.fact(PapersAsked.LOOKED, matter.unit(), today)));
        journal.act(Act.of("publicservice/paper-looked-up", by.actor())
                .on(matter.subject())
                .because("publicservice/" + paper.code()));
        return new Found(lookup, List.copyOf(known.values()));
    }

    private @Nullable KeptResult held(Paper paper, PartyId party) {
        return rows.held(parties.resultsOf(party)).stream()
                .filter(each -> each.is(paper))
                .findFirst()
                .map(PaperRows.Held::result)
                .orElse(null);
    }

    /**
     * Records why the applicant must be asked all the same, of a look-up that did not do.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-data}, {@code publicservice/data-reason-missing},
     *     {@code publicservice/asked-already} where a reason is recorded: it is not written over
     */
    @Transactional
    public void mustAsk(PaperMatter matter, UUID lookup, String failure, String reason, Reader by) {
        Lookup found = rows.of(matter.subject().id()).stream()
                .filter(each -> each.id().equals(lookup))
                .findFirst()
                .orElseThrow(DataProblems::nothingHere);
        String why = found.failure() == null ? failure : found.failure();
        String words = reason.replace("\u0000", "").strip();
        if (words.isEmpty() || (found.failure() == null && !FAILURES.contains(why))) {
            throw DataProblems.reasonMissing();
        }
        LocalDate today = LocalDate.now(clock);
        if (!rows.mustAsk(lookup, why, words.substring(0, Math.min(words.length(), LONGEST)), today)) {
            throw DataProblems.askedAlready();
        }
        facts.add(List.of(PapersAsked.fact(PapersAsked.ASKED, matter.unit(), today)));
        journal.act(Act.of("publicservice/paper-must-be-asked", by.actor())
                .on(matter.subject())
                .changed("failure", null, why)
                .because("publicservice/" + found.paper()));
    }

    /** Latest first. */
    public List<Lookup> of(PaperMatter matter) {
        return rows.of(matter.subject().id());
    }
}
