package vn.haidang.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.form.FormDefinition.Condition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.form.internal.Binding;
import vn.haidang.form.internal.Communes;
import vn.haidang.form.internal.Definitions;
import vn.haidang.form.internal.Lookups;
import vn.haidang.form.web.AnsweredFile;
import vn.haidang.form.web.AnswersPage;
import vn.haidang.form.web.AnswersPage.Row;
import vn.haidang.form.web.AnswersPage.Section;
import vn.haidang.form.web.QuestionPage;
import vn.haidang.form.web.QuestionPage.Item;
import vn.haidang.form.web.QuestionPage.Keyed;
import vn.haidang.form.web.QuestionPage.Question;
import vn.haidang.organization.Unit;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.Problem;

/** Draws questions and answers for the modules that ask them. */
@Component
public class QuestionView {

    private static final Answer NOTHING = Answer.typed("");

    /** What names one of several. */
    private static final Set<Kind> SAYS_WHO = Set.of(Kind.TEXT, Kind.PERSONAL_NUMBER);

    private final Definitions definitions;
    private final Communes communes;
    private final Files files;
    private final Lookups lookups;

    QuestionView(Definitions definitions, Communes communes, Files files, Lookups lookups) {
        this.lookups = lookups;
        this.definitions = definitions;
        this.communes = communes;
        this.files = files;
    }

    /** As {@link #question(Draft, String, List, boolean, Set)}, on the way forward. */
    public Fragment question(Draft draft, String page, List<FieldError> errors) {
        return question(draft, page, errors, false, Set.of());
    }

    /** As {@link #question(Draft, String, List, boolean, Set)}, with nothing known being corrected. */
    public Fragment question(Draft draft, String page, List<FieldError> errors, boolean returning) {
        return question(draft, page, errors, returning, Set.of());
    }

    /**
     * One page of questions: error summary, heading, fields with what is known and where from. What is known and right is shown, not
     * asked, until it is being corrected. The caller draws the
     * {@code <form method="post" enctype="multipart/form-data" novalidate>} around it, with csrf and its buttons.
     *
     * @param returning whether the owner came from the checked answers and goes back there ({@link Drafts#RETURN})
     * @param correcting names of known fields that are being corrected ({@link Drafts#CORRECT})
     * @throws vn.haidang.ui.ProblemException {@code form/no-such-page}
     */
    public Fragment question(
            Draft draft, String page, List<FieldError> errors, boolean returning, Set<String> correcting) {
        Page shown = draft.form()
                .page(page)
                .orElseThrow(() -> Problem.of("form/no-such-page", 404).exception());
        Map<FileId, StoredFile> stored = stored(shown.fields(), draft.answers());
        Course course = draft.form().course(draft.values());
        Map<String, String> counting = course.counting();
        List<Question> questions = shown.fields().stream()
                .filter(field -> mayCount(shown, field, course))
                .map(field -> question(
                        field,
                        answer(field, draft.answers(), counting),
                        keyed(field, draft.answers()),
                        stored,
                        open(field, errors, correcting)))
                .toList();
        return new Fragment(
                "form/question",
                new QuestionPage(
                        shown,
                        questions,
                        items(draft.form(), shown, counting),
                        errors,
                        returning,
                        newer(draft.form())));
    }

    /** What a page says whose files were too large to be received, at its first file field; empty where it asks for none. */
    public static List<FieldError> tooLarge(Page page) {
        return page.fields().stream()
                .filter(field -> field.kind() == Kind.FILE)
                .findFirst()
                .map(field -> List.of(FieldError.tooLarge(field.name(), QuestionPage.LARGEST_FILE)))
                .orElse(List.of());
    }

    /** What is computed is shown as it comes out now. */
    private static Answer answer(Field field, Map<String, Answer> answers, Map<String, String> counting) {
        return switch (field.kind()) {
            case COMPUTED, GROUP -> Answer.typed(counting.getOrDefault(field.name(), ""));
            default -> answers.getOrDefault(field.name(), NOTHING);
        };
    }

    /** Each of several with the first things said of it. */
    private static List<Item> items(FormDefinition form, Page shown, Map<String, String> counting) {
        Repeat repeat = shown.repeat();
        if (repeat == null) {
            return List.of();
        }
        int count = Repeats.number(counting.getOrDefault(shown.code(), ""), repeat.most());
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> form.page(shown.code() + "-" + number).orElseThrow())
                .map(item -> new Item(
                        item,
                        item.fields().stream()
                                .filter(field -> SAYS_WHO.contains(field.kind()))
                                .map(field -> counting.getOrDefault(field.name(), ""))
                                .filter(value -> !value.isBlank())
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    /** Whether a newer version was published since; whoever began this one ends it. */
    private boolean newer(FormDefinition form) {
        return definitions
                .current(form.code())
                .filter(now -> now.version() > form.version())
                .isPresent();
    }

    /**
     * All answers in the order of the form, for checking them and for whoever decides.
     *
     * @param changePath prefix of the address of each page, ending in {@code /}; null where nothing can be changed
     * @param filePath prefix of the address of each file, ending in {@code /}; null where files cannot be opened
     */
    public Fragment answers(
            FormDefinition form, Map<String, Answer> answers, @Nullable String changePath, @Nullable String filePath) {
        Map<String, String> values = answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().value()));
        Map<FileId, StoredFile> stored = stored(form.fields().toList(), answers);
        List<Section> sections = new ArrayList<>();
        List<Row> loose = new ArrayList<>();
        Course course = form.course(values);
        Map<String, String> counting = course.counting();
        for (Page page : course.pages()) {
            String change = changePath == null ? "" : changePath + page.code() + "?" + Drafts.RETURN + "=1";
            List<Row> rows = course.fields(page).stream()
                    .map(field -> row(field, answer(field, answers, counting), stored, change))
                    .toList();
            if (page.fields().size() == 1) {
                loose.addAll(rows);
            } else {
                close(loose, sections);
                sections.add(new Section(page.title(), rows));
            }
        }
        close(loose, sections);
        return new Fragment("form/answers", new AnswersPage(sections, filePath));
    }

    private static void close(List<Row> loose, List<Section> sections) {
        if (!loose.isEmpty()) {
            sections.add(new Section(null, List.copyOf(loose)));
            loose.clear();
        }
    }

    /** A field whose condition is asked on the same page is always shown: without script nothing can appear. */
    private static boolean mayCount(Page page, Field field, Course course) {
        Condition condition = field.showWhen();
        return condition == null
                || course.fields(page).contains(field)
                || page.fields().stream()
                        .flatMap(each -> AnswerFacts.types(each).keySet().stream())
                        .anyMatch(condition.expression().facts()::contains);
    }

    /** Whether a field that is known may be typed over: it is being corrected, or what is known breaks its rules. */
    private static boolean open(Field field, List<FieldError> errors, Set<String> correcting) {
        return correcting.contains(field.name())
                || errors.stream()
                        .anyMatch(error -> error.field().equals(field.name())
                                || error.field().startsWith(field.name() + "-"));
    }

    /** Where what is typed is looked up, and what was found; null where it is not, or no more. */
    private @Nullable Keyed keyed(Field field, Map<String, Answer> answers) {
        return lookups.of(field)
                .map(source -> new Keyed(
                        source.messages(),
                        Found.of(field.name(), answers)
                                .filter(found -> source.shaped(found.key()))
                                .orElse(null)))
                .orElse(null);
    }

    private Question question(
            Field field, Answer answer, @Nullable Keyed keyed, Map<FileId, StoredFile> stored, boolean open) {
        return new Question(
                field,
                answer,
                keyed,
                !open && answer.origin() == Answer.Origin.KNOWN,
                knownWords(field, answer),
                field.kind() == Kind.UNIT || field.kind() == Kind.ADDRESS ? communes.all() : List.of(),
                files(field, answer, stored));
    }

    private String knownWords(Field field, Answer answer) {
        String known = answer.known();
        if (known == null) {
            return "";
        }
        return switch (field.kind()) {
            case UNIT -> communes.named(known).map(Unit::name).orElse(known);
            case ADDRESS -> {
                String[] parts = Binding.addressParts(known);
                String commune = communes.named(parts[0]).map(Unit::name).orElse(parts[0]);
                yield parts[1].isBlank() || commune.isBlank() ? parts[1] + commune : parts[1] + ", " + commune;
            }
            case NUMBER, MONEY -> Binding.amountShown(known);
            default -> known;
        };
    }

    private Row row(Field field, Answer answer, Map<FileId, StoredFile> stored, String changePath) {
        boolean unit = field.kind() == Kind.UNIT;
        return new Row(
                field,
                answer,
                unit
                        ? communes.named(answer.value())
                        : field.kind() == Kind.ADDRESS
                                ? communes.named(Binding.addressParts(answer.value())[0])
                                : Optional.empty(),
                known(field, answer.known()),
                files(field, answer, stored),
                changePath);
    }

    private Optional<Unit> known(Field field, @Nullable String known) {
        return switch (field.kind()) {
            case UNIT -> known == null ? Optional.empty() : communes.named(known);
            case ADDRESS -> known == null ? Optional.empty() : communes.named(Binding.addressParts(known)[0]);
            default -> Optional.empty();
        };
    }

    private static List<AnsweredFile> files(Field field, Answer answer, Map<FileId, StoredFile> stored) {
        if (field.kind() != Kind.FILE) {
            return List.of();
        }
        return Draft.files(answer).stream()
                .map(stored::get)
                .filter(java.util.Objects::nonNull)
                .map(file -> new AnsweredFile(file.id().value().toString(), file.name(), file.bytes(), file.sha256()))
                .toList();
    }

    private Map<FileId, StoredFile> stored(Collection<Field> fields, Map<String, Answer> answers) {
        List<FileId> ids = fields.stream()
                .filter(field -> field.kind() == Kind.FILE)
                .flatMap(field -> Draft.files(answers.getOrDefault(field.name(), NOTHING)).stream())
                .toList();
        return files.all(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }
}
