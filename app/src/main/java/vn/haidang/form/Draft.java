package vn.haidang.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.files.FileId;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.ui.Screen;

/**
 * A form as far as its owner has filled it in; it stays on the version it was started with.
 *
 * @param about what it is for, in the words of whoever started it, for example the code of a service
 * @param form without the pages that are left out
 * @param leftOut codes of the pages that are not asked of this draft; what was answered there before stays among the answers and counts
 *     for nothing
 * @param owner who fills it in, and alone sees it
 * @param party in whose name; the owner sees it only while acting for them
 * @param answers by field name
 * @param finishedAt when it was handed in, null while it is open
 */
public record Draft(
        DraftId id,
        String about,
        FormDefinition form,
        Set<String> leftOut,
        AccountId owner,
        PartyId party,
        Map<String, Answer> answers,
        Instant startedAt,
        Instant savedAt,
        @Nullable Instant finishedAt) {

    public Draft {
        leftOut = Set.copyOf(leftOut);
        answers = Map.copyOf(answers);
    }

    /** The same draft as it was saved just now. */
    Draft saved(Map<String, Answer> answers, Instant at, @Nullable Instant finishedAt) {
        return new Draft(id, about, form, leftOut, owner, party, answers, startedAt, at, finishedAt);
    }

    /** The same without some pages and the answers that were given there. */
    public Draft without(Set<String> pages) {
        Set<String> gone = form.pages().stream()
                .filter(page -> pages.contains(page.code()))
                .flatMap(page -> Stream.concat(
                        Stream.of(page.code()), page.fields().stream().map(FormDefinition.Field::name)))
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Answer> kept = new HashMap<>(answers);
        gone.addAll(gone.stream().map(Found::name).toList());
        kept.keySet().removeIf(field -> gone.contains(field) || gone.contains(Repeats.base(field)));
        Set<String> all = Stream.concat(leftOut.stream(), pages.stream()).collect(Collectors.toUnmodifiableSet());
        return new Draft(id, about, form.without(pages), all, owner, party, kept, startedAt, savedAt, finishedAt);
    }

    /** The same with every page of its form, be it asked or left out. */
    Draft whole(FormDefinition whole) {
        return new Draft(id, about, whole, Set.of(), owner, party, answers, startedAt, savedAt, finishedAt);
    }

    /** As it would stand with these answers typed; nothing is saved. */
    public Draft typing(Map<String, String> typed) {
        Map<String, Answer> now = new HashMap<>(answers);
        typed.forEach((field, value) -> now.merge(
                field, Answer.typed(value), (old, any) -> new Answer(value, old.known(), old.source(), old.asOf())));
        return new Draft(id, about, form, leftOut, owner, party, now, startedAt, savedAt, finishedAt);
    }

    /** What is computed is handed over as it comes out that day, whatever was written down before. */
    Answer handedOver(String field, String value) {
        Answer answer = answers.get(field);
        return answer != null && answer.value().equals(value) ? answer : Answer.typed(value);
    }

    /** The values alone, as checks and conditions want them. */
    public Map<String, String> values() {
        return values(savedAt);
    }

    /** The same as if it was saved at that instant; only a form that depends on the day says which it is. */
    Map<String, String> values(Instant at) {
        Map<String, String> values = new HashMap<>();
        answers.forEach((field, answer) -> values.put(field, answer.value()));
        if (finishedAt == null && form.dated()) {
            values.put(AnswerFacts.TODAY, LocalDate.ofInstant(at, Screen.ZONE).toString());
        }
        return Map.copyOf(values);
    }

    /** The files handed in with one field, in the order they came. */
    public List<FileId> files(String field) {
        Answer answer = answers.get(field);
        boolean file =
                form.field(field).filter(each -> each.kind() == Kind.FILE).isPresent();
        return answer == null || !file ? List.of() : files(answer);
    }

    /** The files an answer of kind {@code FILE} names. */
    public static List<FileId> files(Answer answer) {
        return Stream.of(answer.value().split(" "))
                .filter(id -> !id.isBlank())
                .map(UUID::fromString)
                .map(FileId::new)
                .toList();
    }
}
