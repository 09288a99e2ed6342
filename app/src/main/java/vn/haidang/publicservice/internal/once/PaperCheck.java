package vn.haidang.publicservice.internal.once;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.SupplementCheck;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.once.PaperRows.Lookup;
import vn.haidang.publicservice.internal.once.PaperRows.Paper;
import vn.haidang.publicservice.internal.voice.Voicing;
import vn.haidang.reference.Folding;
import vn.haidang.ui.Problem;

/**
 * A request for a supplement or for more about a complaint or suggestion, or a stop of the clock by hand, that names a paper whose data the city holds, or a component that the
 * service says a registry answers, is refused until somebody looked, that did not do, and why is recorded, anew for each request.
 * Papers are recognised by their names, whatever their diacritics.
 */
@Component
class PaperCheck implements SupplementCheck {

    private final PaperRows rows;
    private final Clock clock;

    PaperCheck(PaperRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Set<String> subjectTypes() {
        return Set.of(PaperMatter.APPLICATION, Voicing.FEEDBACK);
    }

    @Override
    public void asking(CaseSummary asked, String reason, Reader by) {
        List<Paper> named = named(reason, rows.papers(LocalDate.now(clock)), rows.answered(asked.subjectId()));
        if (named.isEmpty()) {
            return;
        }
        Instant before = rows.lastAsked(asked.id()).orElse(Instant.MIN);
        List<Lookup> lookups = rows.of(asked.subjectId()).stream()
                .filter(lookup -> lookup.askedOn() != null && lookup.at().isAfter(before))
                .toList();
        for (Paper paper : named) {
            if (lookups.stream().noneMatch(lookup -> lookup.paper().equals(paper.code()))) {
                throw Problem.of("publicservice/paper-known", 409, paper.name()).exception();
            }
        }
    }

    /** The papers that are named in words, each word for word; a component only by words that name no paper already. */
    static List<Paper> named(String words, List<Paper> papers, List<Paper> components) {
        String said = " " + Folding.fold(words).replaceAll("[^a-z0-9]+", " ") + " ";
        List<Paper> named = new ArrayList<>();
        String left = said;
        for (Paper paper : papers) {
            for (String word : paper.words()) {
                if (said.contains(" " + word + " ")) {
                    named.add(paper);
                    left = left.replace(" " + word + " ", " | ");
                }
            }
        }
        String rest = left;
        components.stream()
                .filter(component -> component.words().stream().anyMatch(word -> rest.contains(" " + word + " ")))
                .forEach(named::add);
        return named.stream().distinct().toList();
    }
}
