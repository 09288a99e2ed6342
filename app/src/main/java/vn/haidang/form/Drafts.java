package vn.haidang.form;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.files.FileId;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.form.internal.Binding;
import vn.haidang.form.internal.DraftRows;
import vn.haidang.form.internal.Uploads;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Forms being filled in: saved at every step even while wrong, resumed on any device, seen by their owner only and only while acting for whom they were begun. Everything here
 * answers a foreign and an unknown id with the same {@code form/no-such-draft}. That owners read back their own words is not
 * journaled as a read of personal data; what they change is.
 */
@Component
public class Drafts {

    /** Parameter of a button that removes a file; its value is the field and the file's id with a blank between. */
    public static final String REMOVE = "remove";

    /** Parameter that says what a button wants; {@link #STAY} saves and shows the same page again. */
    public static final String TURN = "turn";

    public static final String STAY = "stay";

    /** Parameter of a button that adds one more to a page that repeats. */
    public static final String ADD = "add";

    /** Parameter of a button that takes one of several away; its value is which, counted from one. */
    public static final String DROP = "drop";

    /** Parameter that names a known field whose value is being corrected; without it what is known stays as it is known. */
    public static final String CORRECT = "correct";

    /** Parameter of a button that lets a known field be corrected; its value is the field. What was typed is saved. */
    public static final String UNLOCK = "unlock";

    /** Parameter of a button that looks up what was typed; its value is the field. */
    public static final String LOOK_UP = "look-up";

    /** Parameter sent when the page was opened from the checked answers, to go back there. */
    public static final String RETURN = "return";

    private final DraftRows rows;
    private final Forms forms;
    private final Uploads uploads;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final KeyLookups keys;

    Drafts(
            DraftRows rows,
            Forms forms,
            Uploads uploads,
            Journal journal,
            TransactionTemplate transaction,
            KeyLookups keys) {
        this.keys = keys;
        this.rows = rows;
        this.forms = forms;
        this.uploads = uploads;
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * Starts a form at its version in force, with what is known already filled in.
     *
     * @param about what it is for, for example the code of a service
     * @param owner who fills it in, in the name they act in now
     * @param known by registry attribute, as the owner may know them
     */
    @Transactional
    public DraftId start(String form, String about, Reader owner, Map<String, KnownValue> known) {
        return start(form, about, Set.of(), owner, known);
    }

    /**
     * The same where not all of the form is asked.
     *
     * @param leftOut codes of the pages that nobody needs
     */
    @Transactional
    public DraftId start(String form, String about, Set<String> leftOut, Reader owner, Map<String, KnownValue> known) {
        FormDefinition definition = forms.current(form);
        DraftId id = rows.insert(
                definition,
                leftOut,
                about,
                requireNonNull(owner.account()),
                requireNonNull(owner.party()),
                Answer.known(definition.without(leftOut), known));
        journal.act(Act.of("form/draft-started", owner.actor()).on(subject(id)));
        return id;
    }

    /**
     * Asks other pages from now on. Every answer stays saved and counts while its page is asked; what is asked now for the first time is
     * filled with what is known.
     *
     * @param about what it is for from now on
     * @param leftOut codes of the pages that nobody needs any more
     * @throws vn.haidang.ui.ProblemException {@code form/no-such-draft}, {@code form/draft-finished}
     */
    @Transactional
    public void ask(DraftId id, String about, Set<String> leftOut, Reader reader, Map<String, KnownValue> known) {
        Draft before = hold(id, reader);
        if (before.about().equals(about) && before.leftOut().equals(leftOut)) {
            return;
        }
        FormDefinition now = whole(before).without(leftOut);
        Map<String, Answer> news = Answer.known(now, known);
        news.keySet().removeAll(before.answers().keySet());
        rows.ask(id, about, leftOut, news);
        journal.act(Act.of("form/draft-asked", reader.actor())
                .on(subject(id))
                .changed("left-out", written(before.leftOut()), written(leftOut)));
    }

    private FormDefinition whole(Draft draft) {
        return forms.version(draft.form().code(), draft.form().version());
    }

    private static String written(Set<String> pages) {
        return pages.stream().sorted().collect(Collectors.joining(" "));
    }

    public Draft get(DraftId id, Reader reader) {
        AccountId owner = reader.account();
        PartyId party = reader.party();
        if (owner == null || party == null) {
            throw noSuchDraft();
        }
        return rows.find(id, owner, party).orElseThrow(Drafts::noSuchDraft);
    }

    /** The open drafts of a reader in the name they act in now, last saved first. */
    public List<Draft> open(Reader reader) {
        AccountId owner = reader.account();
        PartyId party = reader.party();
        return owner == null || party == null ? List.of() : rows.open(owner, party);
    }

    /**
     * Takes a sent page: saves its answers, stores its files, removes a file when its remove button was pressed, and says what comes
     * next. A field refused by its rules is saved all the same; what is known changes only where it is named as corrected. A key is looked
     * up as it changes, and what it filled on the page, or that it found nothing, is shown before the next page is. Not for use inside a transaction: a refused file undoes nothing.
     *
     * @throws vn.haidang.ui.ProblemException {@code form/no-such-draft}, {@code form/no-such-page}, {@code form/draft-finished}
     */
    public Turn take(
            DraftId id, String page, Map<String, String[]> parameters, Collection<Upload> sent, Reader reader) {
        Draft before = get(id, reader);
        Page asked = page(before, page);
        Map<String, String> typed = Corrected.only(forms.bind(asked, parameters), before.answers(), parameters);
        Draft saved = requireNonNull(transaction.execute(status -> save(id, page, typed, reader)));
        if (parameters.containsKey(REMOVE)) {
            remove(saved, asked, parameters, reader);
            return new Turn.Stay(List.of());
        }
        Turn several = groups(saved, asked, parameters, reader);
        if (several != null) {
            return several;
        }
        List<FieldError> refused = uploads.store(saved, asked, sent, reader);
        boolean seen = KeyLookups.on(asked)
                && requireNonNull(transaction.execute(status -> keys.look(hold(id, reader), asked, reader)));
        Draft now = get(id, reader);
        if (!refused.isEmpty()) {
            return new Turn.Stay(refused);
        }
        if (parameters.containsKey(LOOK_UP)) {
            return new Turn.Stay(forms.check(now.form(), asked, now.values()).stream()
                    .filter(error -> error.field().equals(first(parameters, LOOK_UP)))
                    .toList());
        }
        if (STAY.equals(first(parameters, TURN)) || parameters.containsKey(UNLOCK)) {
            return new Turn.Stay(List.of());
        }
        List<FieldError> wrong = forms.check(now.form(), asked, now.values());
        if (!wrong.isEmpty() || seen) {
            return new Turn.Stay(wrong);
        }
        return parameters.containsKey(RETURN) ? firstAtFault(now) : after(now, asked);
    }

    /** Saves answers of one page, right or wrong; names that are no typed fields of the page are left out. */
    @Transactional
    public Draft save(DraftId id, String page, Map<String, String> answers, Reader reader) {
        Map<String, String> typed = new LinkedHashMap<>();
        Draft before = hold(id, reader);
        page(before, page).fields().stream()
                .filter(field -> field.kind().typed() && answers.containsKey(field.name()))
                .forEach(field -> typed.put(field.name(), Binding.clean(answers.getOrDefault(field.name(), ""))));
        return write(before, typed, reader);
    }

    private Draft write(Draft before, Map<String, String> values, Reader reader) {
        DraftId id = before.id();
        Map<String, String> changed = new LinkedHashMap<>();
        Act act = Act.of("form/draft-saved", reader.actor()).on(subject(id));
        values.forEach((field, value) -> {
            Answer old = before.answers().get(field);
            if (!value.equals(old == null ? "" : old.value())) {
                changed.put(field, value);
                act.changed(field, old == null ? null : old.value(), value);
            }
        });
        if (changed.isEmpty()) {
            return before;
        }
        Instant at = rows.save(id, changed);
        journal.act(act);
        Map<String, Answer> now = new LinkedHashMap<>(before.answers());
        changed.forEach((field, value) -> now.compute(
                field,
                (name, old) ->
                        old == null ? Answer.typed(value) : new Answer(value, old.known(), old.source(), old.asOf())));
        return before.saved(now, at, null);
    }

    /** Adds a stored file to a field. */
    @Transactional
    public void attach(DraftId id, String field, FileId file, Reader reader) {
        fileField(hold(id, reader), field);
        rows.attach(id, field, file);
        journal.act(Act.of("form/file-attached", reader.actor()).on(subject(id)).on(subject(file)));
    }

    /** Takes a file out of a field; one that is not there any more is no fault. */
    @Transactional
    public void detach(DraftId id, String field, FileId file, Reader reader) {
        fileField(hold(id, reader), field);
        if (rows.detach(id, field, file)) {
            journal.act(
                    Act.of("form/file-detached", reader.actor()).on(subject(id)).on(subject(file)));
        }
    }

    /**
     * Closes a complete draft, in the caller's transaction, and hands over what counts of it: answers to questions that were not asked
     * are left out. From then on it does not change.
     *
     * @throws vn.haidang.ui.ProblemException {@code form/no-such-draft}, {@code form/not-complete}, {@code form/draft-finished}
     */
    @Transactional
    public Draft finish(DraftId id, Reader reader) {
        Draft draft = hold(id, reader);
        if (!forms.check(draft.form(), draft.values()).isEmpty()) {
            throw Problem.of("form/not-complete", 422).exception();
        }
        Instant at = rows.finish(id);
        journal.act(Act.of("form/draft-finished", reader.actor()).on(subject(id)));
        Map<String, Answer> counting = new LinkedHashMap<>();
        draft.form()
                .counting(draft.values(at))
                .forEach((field, value) -> counting.put(field, draft.handedOver(field, value)));
        return draft.saved(counting, at, at);
    }

    /**
     * Deletes what somebody began in a name and did not hand in, and forgets its values in the journal.
     *
     * @return what there was, with the answers to every page, so that the caller can let go of its files
     */
    @Transactional
    public List<Draft> erase(AccountId owner, PartyId party, String reason, Actor by) {
        List<Draft> gone = new ArrayList<>();
        for (Draft draft : rows.open(owner, party)) {
            if (rows.deleteOpen(draft.id())) {
                gone.add(draft.whole(whole(draft)));
                journal.forget(subject(draft.id()));
                journal.act(
                        Act.of("form/draft-erased", by).on(subject(draft.id())).because(reason));
            }
        }
        return gone;
    }

    private Draft hold(DraftId id, Reader reader) {
        AccountId owner = reader.account();
        PartyId party = reader.party();
        if (owner == null || party == null || !rows.hold(id, owner, party)) {
            throw noSuchDraft();
        }
        Draft draft = get(id, reader);
        if (draft.finishedAt() != null) {
            throw Problem.of("form/draft-finished", 409).exception();
        }
        return draft;
    }

    private void remove(Draft draft, Page page, Map<String, String[]> parameters, Reader reader) {
        String[] fieldAndFile = first(parameters, REMOVE).split(" ", 2);
        if (fieldAndFile.length == 2 && page.field(fieldAndFile[0]).isPresent()) {
            draft.files(fieldAndFile[0]).stream()
                    .filter(file -> file.value().toString().equals(fieldAndFile[1]))
                    .forEach(file -> transaction.executeWithoutResult(
                            status -> detach(draft.id(), fieldAndFile[0], file, reader)));
        }
    }

    /** Adds one of several or takes one away; null when no such button was pressed. */
    private @Nullable Turn groups(Draft draft, Page page, Map<String, String[]> parameters, Reader reader) {
        Repeat repeat = page.repeat();
        if (repeat == null || !(parameters.containsKey(ADD) || parameters.containsKey(DROP))) {
            return null;
        }
        Page defined = whole(draft).pages().stream()
                .filter(each -> each.code().equals(page.code()))
                .findFirst()
                .orElseThrow();
        return requireNonNull(transaction.execute(status -> {
            Draft held = hold(draft.id(), reader);
            int count = Repeats.count(page, repeat, held.values().getOrDefault(page.code(), ""));
            if (parameters.containsKey(DROP)) {
                write(held, Repeats.dropped(defined, repeat, first(parameters, DROP), held.values()), reader);
                return new Turn.Stay(List.of());
            }
            if (count >= repeat.most()) {
                return new Turn.Stay(
                        List.of(FieldError.of(page.code(), "form.error.too-many-items", page.title(), repeat.most())));
            }
            write(held, Map.of(page.code(), String.valueOf(count + 1)), reader);
            return new Turn.Next(Repeats.item(defined, repeat, count + 1).code());
        }));
    }

    private Turn firstAtFault(Draft draft) {
        return forms.check(draft.form(), draft.values()).keySet().stream()
                .findFirst()
                .<Turn>map(Turn.Next::new)
                .orElseGet(Turn.Check::new);
    }

    private Turn after(Draft draft, Page page) {
        List<Page> asked = draft.form().asked(draft.values());
        int next = asked.indexOf(page) + 1;
        return next > 0 && next < asked.size() ? new Turn.Next(asked.get(next).code()) : firstAtFault(draft);
    }

    /** Also one that is not asked any more: what another window still sends is kept. */
    private Page page(Draft draft, String page) {
        return whole(draft)
                .page(page)
                .orElseThrow(() -> Problem.of("form/no-such-page", 404).exception());
    }

    private void fileField(Draft draft, String name) {
        if (whole(draft)
                .field(name)
                .filter(field -> field.kind() == FormDefinition.Kind.FILE)
                .isEmpty()) {
            throw Problem.of("form/no-such-page", 404).exception();
        }
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static ProblemException noSuchDraft() {
        return Problem.of("form/no-such-draft", 404).exception();
    }

    private static Subject subject(DraftId id) {
        return new Subject("form/draft", id.value());
    }

    private static Subject subject(FileId id) {
        return new Subject("files/file", id.value());
    }
}
