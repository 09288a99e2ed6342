package vn.haidang.publicservice.web;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.Feedbacks;
import vn.haidang.publicservice.PublicAnswer;
import vn.haidang.publicservice.internal.SupplementRows;
import vn.haidang.publicservice.internal.voice.FeedbackRows;
import vn.haidang.publicservice.internal.voice.Voicing;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Slice;

/** Draws the pages of complaints and suggestions; a look at one is journaled. */
@Component
class FeedbackScreens {

    private final Feedbacks feedbacks;
    private final SupplementRows events;
    private final Units units;
    private final Powers powers;
    private final Journal journal;
    private final Clock clock;

    FeedbackScreens(
            Feedbacks feedbacks, SupplementRows events, Units units, Powers powers, Journal journal, Clock clock) {
        this.feedbacks = feedbacks;
        this.events = events;
        this.units = units;
        this.powers = powers;
        this.journal = journal;
        this.clock = clock;
    }

    PageView form(FeedbackForm form, boolean counter, List<FieldError> errors, Reader reader) {
        List<Option> officials = counter || !form.value("about").equals("official")
                ? List.of()
                : Ids.uuid(form.value("unit"))
                        .map(unit -> feedbacks.atCounters(new UnitId(unit)))
                        .orElse(List.of())
                        .stream()
                        .map(each -> new Option(each.name(), each.name(), each.post()))
                        .distinct()
                        .toList();
        return new PageView(
                counter ? "publicservice/feedbackCounter" : "publicservice/feedbackNew",
                new FeedbackFormPage(form, counter ? desks(reader) : everyUnit(), officials, counter, errors));
    }

    PageView list(String template, Slice<Feedback> rows) {
        return list(template, rows, "");
    }

    /** @param sent code of one that was just written down for others to handle, empty for none */
    PageView list(String template, Slice<Feedback> rows, String sent) {
        return new PageView(
                template,
                new FeedbackListPage(
                        rows, names(rows.rows().stream().map(Feedback::unit).toList()), clock.instant(), sent));
    }

    PageView one(
            String template,
            String purpose,
            Feedback feedback,
            Map<String, String> typed,
            List<FieldError> errors,
            Reader reader) {
        journal.read(
                reader.actor(),
                purpose,
                List.of(new Subject(Voicing.FEEDBACK, feedback.id().value())));
        return new PageView(template, page(feedback, typed, errors, reader));
    }

    /** Asks whether to take one back, and why. */
    PageView withdraw(Feedback feedback, List<FieldError> errors, Reader reader) {
        return one("publicservice/feedbackWithdraw", "publicservice/my-feedback", feedback, Map.of(), errors, reader);
    }

    /** The same inside another page. */
    FeedbackPage page(Feedback feedback, Map<String, String> typed, List<FieldError> errors, Reader reader) {
        boolean handles = powers.units(reader, FeedbackRows.ACTION).contains(feedback.unit());
        boolean open = feedback.state().equals("open") || feedback.state().equals("waiting");
        return new FeedbackPage(
                feedback,
                name(feedback.unit()),
                events.happened(feedback.caseId()),
                feedbacks.added(feedback.id()),
                typed,
                handles,
                handles && open ? officials(feedback) : List.of(),
                handles ? feedbacks.keptFrom(feedback) : List.of(),
                errors);
    }

    private List<Option> officials(Feedback feedback) {
        return feedbacks.officials(feedback.id()).stream()
                .map(each -> Option.of(each.account().value().toString(), each.name() + " – " + each.post()))
                .toList();
    }

    PageView answers(Slice<PublicAnswer> answers) {
        return new PageView(
                "publicservice/answers",
                new AnswersPage(
                        answers,
                        names(answers.rows().stream().map(PublicAnswer::unit).toList())));
    }

    PageView answer(PublicAnswer answer) {
        return new PageView("publicservice/answer", new AnswerPage(answer, name(answer.unit())));
    }

    private Map<UnitId, String> names(Collection<UnitId> ids) {
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, this::name));
    }

    private String name(UnitId unit) {
        return units.find(unit).map(UnitWords::name).orElse("");
    }

    /** The city and what stands directly under it today. */
    private List<Option> everyUnit() {
        LocalDate today = LocalDate.now(clock);
        Unit city = units.city(today);
        return options(Stream.concat(Stream.of(city), units.children(city.id(), today).stream()));
    }

    private List<Option> desks(Reader reader) {
        return options(powers.units(reader, FeedbackRows.ACTION).stream().flatMap(id -> units.find(id).stream()));
    }

    private static List<Option> options(Stream<Unit> shown) {
        Comparator<Object> order = Collator.getInstance(Locale.of("vi", "VN"));
        return shown.map(UnitWords::option)
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
    }
}
