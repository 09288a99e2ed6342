package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.Catalogue.Group;
import vn.haidang.publicservice.ServiceQuestion;
import vn.haidang.publicservice.ServiceSummary;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** All services as one edition of the catalogue has them, in the order of their fields and names. Never changes. */
final class Shelf {

    /**
     * A version of a service.
     *
     * @param last the last day on which it is what the catalogue says, null without an end
     * @param handled whether a form starts it, now or once its time is established
     */
    record Entry(
            ServiceSummary summary,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean handled,
            Set<String> lifeEvents,
            Set<String> audiences,
            String agency) {

        boolean holdsOn(LocalDate day) {
            return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
        }

        boolean answers(ServiceQuestion question) {
            return (question.field() == null || question.field().equals(summary.field()))
                    && (question.lifeEvent() == null || lifeEvents.contains(question.lifeEvent()))
                    && (question.audience() == null || audiences.contains(question.audience()))
                    && (question.agency() == null || agency.equals(question.agency()));
        }
    }

    private final String edition;
    private final List<Entry> entries;
    private final TermIndex terms;
    private final Synonyms synonyms;

    /** @param terms whose owners are the places of the entries */
    Shelf(String edition, List<Entry> entries, TermIndex terms, Synonyms synonyms) {
        this.edition = edition;
        this.entries = List.copyOf(entries);
        this.terms = terms;
        this.synonyms = synonyms;
    }

    /**
     * One way to say what was asked for.
     *
     * @param telling the words of it that mean something by themselves
     * @param worth how much an answer to it counts; less where it is not what was typed
     */
    record Said(String folded, List<String> telling, double worth) {}

    /** What was typed, folded, and the same in the words of the catalogue; nothing where nothing was typed. */
    List<Said> said(String folded, Telling telling) {
        if (folded.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Said>();
        all.add(new Said(folded, telling.of(folded), 1));
        synonyms.sayings(folded).forEach(other -> all.add(new Said(other, telling.of(other), Synonyms.WORTH)));
        return all;
    }

    /** The words of a question that mean something by themselves. */
    interface Telling {
        List<String> of(String folded);
    }

    boolean is(String wanted) {
        return edition.equals(wanted);
    }

    /** Best first; all of them in their order where no words are asked for. */
    Slice<ServiceSummary> find(ServiceQuestion question, List<Said> said, PageRequest page, LocalDate day) {
        var scores = new double[entries.size()];
        for (Said each : said) {
            double[] own = terms.scores(each.folded(), each.telling());
            Arrays.setAll(scores, at -> Math.max(scores[at], each.worth() * own[at]));
        }
        List<Integer> found = IntStream.range(0, entries.size())
                .filter(at -> said.isEmpty() || scores[at] >= TermIndex.LEAST)
                .filter(at -> entries.get(at).holdsOn(day) && entries.get(at).answers(question))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -scores[at])
                        .thenComparing(at -> !entries.get(at).handled()))
                .toList();
        return new Slice<>(
                found.stream()
                        .skip(page.offset())
                        .limit(page.size())
                        .map(at -> entries.get(at).summary())
                        .toList(),
                page,
                found.size());
    }

    /** The fields with the number of services, the largest first. */
    List<Group> fields(LocalDate day) {
        Map<String, Group> groups = new LinkedHashMap<>();
        on(day).map(Entry::summary)
                .forEach(each ->
                        groups.merge(each.field(), new Group(each.field(), each.fieldEn(), 1), Shelf::together));
        return largestFirst(groups);
    }

    /** The agencies with the number of services, the largest first. */
    List<Group> agencies(LocalDate day) {
        Map<String, Group> groups = new LinkedHashMap<>();
        on(day).map(Entry::agency)
                .sorted()
                .forEach(agency -> groups.merge(agency, new Group(agency, agency, 1), Shelf::together));
        return largestFirst(groups);
    }

    /** The life events with the number of services, the largest first. */
    List<Group> lifeEvents(LocalDate day) {
        Map<String, Group> groups = new LinkedHashMap<>();
        on(day).flatMap(each -> each.lifeEvents().stream())
                .sorted()
                .forEach(event -> groups.merge(event, new Group(event, event, 1), Shelf::together));
        return largestFirst(groups);
    }

    private Stream<Entry> on(LocalDate day) {
        return entries.stream().filter(each -> each.holdsOn(day));
    }

    private static Group together(Group one, Group other) {
        return new Group(
                one.code(),
                one.nameEn().compareTo(other.nameEn()) <= 0 ? one.nameEn() : other.nameEn(),
                one.services() + other.services());
    }

    private static List<Group> largestFirst(Map<String, Group> groups) {
        var sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparingLong(Group::services).reversed());
        return List.copyOf(sorted);
    }
}
