package vn.haidang.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Lookup;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.internal.DraftRows;
import vn.haidang.form.internal.Lookups;
import vn.haidang.form.spi.LookupSource;
import vn.haidang.form.spi.LookupSource.LookedUp;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.KnownValue;

/**
 * Looks the keys of a sent page up, each once as long as it stays the same, and fills what they answer. What was typed there by hand
 * stays, beside what was found; what an earlier key filled goes when the key names something else, or nothing.
 */
@Component
class KeyLookups {

    private static final String PURPOSE = "form/look-up";

    private final Lookups lookups;
    private final DraftRows rows;
    private final Journal journal;
    private final Clock clock;

    KeyLookups(Lookups lookups, DraftRows rows, Journal journal, Clock clock) {
        this.lookups = lookups;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether a page asks for a key. */
    static boolean on(Page page) {
        return page.fields().stream().anyMatch(field -> field.lookup() != null);
    }

    /**
     * Looks up what of a page is typed anew.
     *
     * @return whether there is something to be seen on this very page: it was filled in, or a key found nothing
     */
    @Transactional
    boolean look(Draft draft, Page page, Reader reader) {
        boolean seen = false;
        for (Field field : draft.form().asked(page, draft.values())) {
            Answer key = draft.answers().getOrDefault(field.name(), Answer.typed(""));
            Optional<Found> last = Found.last(field.name(), draft.answers());
            boolean same = last.isPresent()
                    ? last.get().key().equals(key.value())
                    : key.value().isEmpty() || key.origin() == Answer.Origin.KNOWN;
            LookupSource source = lookups.of(field).orElse(null);
            if (source != null && field.lookup() != null && !same) {
                seen |= look(draft, page, field, field.lookup(), source, key.value(), reader);
            }
        }
        return seen;
    }

    private boolean look(
            Draft draft, Page page, Field field, Lookup lookup, LookupSource source, String key, Reader reader) {
        boolean asked = source.shaped(key);
        LookedUp found = asked ? source.find(key, reader).orElse(null) : null;
        Map<String, Answer> filled = filled(draft, lookup, found);
        Map<String, Answer> news = new LinkedHashMap<>(filled);
        news.put(Found.name(field.name()), written(key, found, source));
        rows.fill(draft.id(), news);
        Subject subject = new Subject("form/draft", draft.id().value());
        Act act = Act.of("form/looked-up", reader.actor()).on(subject).because(source.code());
        filled.forEach((name, answer) -> {
            Answer before = draft.answers().get(name);
            String value = before == null ? null : before.value();
            if (!answer.value().equals(value)) {
                act.changed(name, value, answer.value());
            }
        });
        journal.act(act);
        if (found != null && !found.read().isEmpty()) {
            journal.read(
                    actor(reader),
                    PURPOSE,
                    Stream.concat(found.read().stream(), Stream.of(subject)).toList());
        }
        return asked
                && (found == null
                        || filled.keySet().stream()
                                .anyMatch(name -> page.field(name).isPresent()));
    }

    /** What is badly shaped names nothing. */
    private Answer written(String key, @Nullable LookedUp found, LookupSource source) {
        return (found == null
                        ? new Found(key, null, source.register(), LocalDate.now(clock))
                        : new Found(key, found.what(), found.source(), found.asOf()))
                .written();
    }

    private static Map<String, Answer> filled(Draft draft, Lookup lookup, @Nullable LookedUp found) {
        Map<String, Answer> filled = new LinkedHashMap<>();
        lookup.fills().forEach((value, name) -> {
            Answer before = draft.answers().getOrDefault(name, Answer.typed(""));
            String now = found == null ? null : found.values().get(value);
            Answer after = now == null || found == null
                    ? emptied(before)
                    : filled(before, new KnownValue(value, now, found.source(), found.asOf()));
            if (!after.equals(before)) {
                filled.put(name, after);
            }
        });
        return filled;
    }

    private static Answer filled(Answer before, KnownValue now) {
        boolean typed = !before.value().isBlank() && before.origin() != Answer.Origin.KNOWN;
        return typed ? new Answer(before.value(), now.value(), now.source(), now.asOf()) : Answer.known(now);
    }

    private static Answer emptied(Answer before) {
        return Answer.typed(before.origin() == Answer.Origin.KNOWN ? "" : before.value());
    }

    /** An officer at the desk reads as an officer. */
    private static Actor actor(Reader reader) {
        Mandate mandate = reader.mandate();
        return mandate != null && mandate.basis() == Mandate.Basis.BY_OFFICER && reader.account() != null
                ? Actor.account(reader.account().value())
                : reader.actor();
    }
}
