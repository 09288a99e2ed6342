package vn.haidang.publicservice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.form.DraftId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applications.Submission;
import vn.haidang.publicservice.internal.BundlePreparing;
import vn.haidang.publicservice.internal.BundleRows;
import vn.haidang.publicservice.internal.BundleSubmitting;
import vn.haidang.publicservice.internal.events.LifeEventRows;

/**
 * What happens in a life: one declaration, what is common asked once, several dossiers with their own agency, code and clock, and
 * one place that follows them all. Everything here answers a foreign and an unknown id with the same
 * {@code publicservice/no-such-application}.
 */
@Component
public class Bundles {

    private final LifeEventRows events;
    private final BundlePreparing preparing;
    private final BundleSubmitting submitting;
    private final BundleRows rows;

    Bundles(LifeEventRows events, BundlePreparing preparing, BundleSubmitting submitting, BundleRows rows) {
        this.events = events;
        this.preparing = preparing;
        this.submitting = submitting;
        this.rows = rows;
    }

    /** The bundles of the law first, then our offers. */
    public List<LifeEvent> events() {
        return events.all();
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service} */
    public LifeEvent event(String code) {
        return events.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(PublicServiceProblems::noSuchService);
    }

    /**
     * Starts the one declaration for the chosen services of an event, with what the platform already knows of the reader.
     *
     * @param chosen ordinals of the services; those that nobody takes here are left out
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service}, {@code publicservice/not-startable},
     *     {@code publicservice/no-such-receiver}, {@code publicservice/outside-mandate}
     */
    public DraftId prepare(String event, Set<Integer> chosen, UnitId unit, Reader reader) {
        return preparing.start(event(event), chosen, unit, reader);
    }

    /**
     * What a draft will become.
     *
     * @param event code of the life event
     * @param ordinals of the services that are chosen
     * @param units that receive them, in order
     */
    public record Chosen(String event, Set<Integer> ordinals, List<UnitId> units) {
        public Chosen {
            ordinals = Set.copyOf(ordinals);
            units = List.copyOf(units);
        }
    }

    /** What one's own draft will become; empty where it is one application, and for a foreign and an unknown one. */
    public Optional<Chosen> chosen(DraftId draft, Reader reader) {
        List<BundleRows.Prepared> prepared = rows.prepared(draft, reader);
        return prepared.stream()
                .findFirst()
                .map(first -> new Chosen(
                        first.event(),
                        prepared.stream().map(BundleRows.Prepared::ordinal).collect(Collectors.toSet()),
                        prepared.stream().map(BundleRows.Prepared::unit).toList()));
    }

    /** Which of one's own drafts are declarations of a life event; foreign ones and those of one service are left out. */
    public Map<DraftId, LifeEvent> declared(List<DraftId> drafts, Reader reader) {
        Map<DraftId, String> declared = rows.declared(drafts, reader);
        if (declared.isEmpty()) {
            return Map.of();
        }
        Map<String, LifeEvent> events =
                events().stream().collect(Collectors.toMap(LifeEvent::code, Function.identity()));
        return declared.entrySet().stream()
                .filter(each -> events.containsKey(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> events.get(each.getValue())));
    }

    /**
     * Chooses other services for a declaration that is begun. Every answer stays; asked and handed over is what the chosen ones need.
     *
     * @throws vn.haidang.ui.ProblemException as {@link #prepare}, and {@code publicservice/no-such-application},
     *     {@code form/draft-finished}
     */
    public void change(DraftId draft, Set<Integer> chosen, UnitId unit, Reader reader) {
        String event = chosen(draft, reader).map(Chosen::event).orElseThrow(PublicServiceProblems::noSuchApplication);
        preparing.change(event(event), draft, chosen, unit, reader);
    }

    /** Whether a draft will become several dossiers. */
    public boolean prepared(DraftId draft) {
        return rows.isPrepared(draft);
    }

    /**
     * Hands the declaration in, exactly once: all its dossiers or none.
     *
     * @throws vn.haidang.ui.ProblemException {@code form/not-complete}, {@code publicservice/too-many-submissions},
     *     {@code publicservice/not-startable}, {@code publicservice/no-such-application}
     */
    public BundleId submit(Submission submission) {
        return submitting.submit(submission, events.all());
    }

    /** What a draft became when it was handed in. */
    public Optional<BundleId> of(DraftId draft, Reader reader) {
        return rows.submitted(draft, draft.value(), reader);
    }

    public Bundle get(BundleId id, Reader reader) {
        return rows.own(id, reader).orElseThrow(PublicServiceProblems::noSuchApplication);
    }

    /** A reader's own, newest first, at most twenty. */
    public List<Bundle> mine(Reader reader) {
        return rows.mine(reader);
    }
}
