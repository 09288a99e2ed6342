package vn.haidang.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.internal.Catalogue;
import vn.haidang.indicator.internal.Changes;
import vn.haidang.indicator.internal.FigureReader;
import vn.haidang.indicator.internal.ScopeRows;
import vn.haidang.indicator.spi.LiveCount;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Problem;

/** Reads the measures: exact at commit, one statement for all figures of a page. */
@Component
public class Indicators {

    /**
     * One figure that a page asks for.
     *
     * @param knownOn only acts recorded up to this day, null for all
     * @param breakdown only facts of this member, null for all
     * @param components only these, empty for all
     */
    public record Question(
            String key,
            MeasureCode measure,
            UnitScope scope,
            DayRange days,
            @Nullable LocalDate knownOn,
            @Nullable String breakdown,
            Set<String> components) {

        public Question {
            components = Set.copyOf(components);
        }

        public Question(
                String key,
                MeasureCode measure,
                UnitScope scope,
                DayRange days,
                @Nullable LocalDate knownOn,
                @Nullable String breakdown) {
            this(key, measure, scope, days, knownOn, breakdown, Set.of());
        }

        public Question(String key, MeasureCode measure, UnitScope scope, DayRange days, @Nullable LocalDate knownOn) {
            this(key, measure, scope, days, knownOn, null);
        }

        public boolean asks(String component) {
            return components.isEmpty() || components.contains(component);
        }
    }

    /** The components of one figure; a component without any fact is 0. */
    public record Figure(Question question, Map<String, Long> components, boolean anyFact) {

        public Figure {
            components = Map.copyOf(components);
        }

        public long component(String code) {
            return components.getOrDefault(code, 0L);
        }
    }

    private final Catalogue catalogue;
    private final FigureReader reader;
    private final ScopeRows scopes;
    private final Changes changes;
    private final Clock clock;

    public Indicators(Catalogue catalogue, FigureReader reader, ScopeRows scopes, Changes changes, Clock clock) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.scopes = scopes;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * All figures of one page, from one snapshot, in the order asked.
     *
     * @throws vn.haidang.ui.ProblemException {@code indicator/no-such-measure}
     */
    public List<Figure> read(List<Question> questions) {
        return reader.read(questions);
    }

    /**
     * The same figure for every child of its unit that lives in the period (as the tree stood) or today (on the units of today),
     * by name.
     */
    public Map<UnitId, Figure> byChild(Question question) {
        var children = children(question);
        var figures = read(children.stream().map(child -> of(question, child)).toList());
        var byChild = new LinkedHashMap<UnitId, Figure>();
        for (var figure : figures) {
            byChild.put(figure.question().scope().unit(), figure);
        }
        return byChild;
    }

    /** A figure and those of its unit's children, from one snapshot: the whole first, then the parts by name. */
    public List<Figure> withChildren(Question question) {
        var questions = new ArrayList<Question>();
        questions.add(question);
        children(question).forEach(child -> questions.add(of(question, child)));
        return read(questions);
    }

    /** The records behind a figure, newest first, as this reader may see them. */
    public Evidence evidence(Question question, EvidencePage page, Reader reader) {
        return definition(question.measure())
                .evidence(
                        scopes.ground(question.scope(), LocalDate.now(clock)),
                        question.days(),
                        question.breakdown(),
                        page,
                        reader);
    }

    /** The records behind one component of a figure. */
    public Evidence evidence(Question question, String component, EvidencePage page, Reader reader) {
        return definition(question.measure())
                .behind(
                        component,
                        scopes.ground(question.scope(), LocalDate.now(clock)),
                        question.days(),
                        question.breakdown(),
                        page,
                        reader);
    }

    /**
     * The figures of each member of the breakdowns, for components that add up, in the order asked: one statement for all.
     *
     * @throws vn.haidang.ui.ProblemException {@code indicator/no-such-measure}
     */
    public List<Map<String, Figure>> byMember(List<Question> questions) {
        return reader.byMember(questions);
    }

    /**
     * What a measure is.
     *
     * @throws vn.haidang.ui.ProblemException {@code indicator/no-such-measure}
     */
    public Measure definition(MeasureCode code) {
        return catalogue.find(code).orElseThrow(() -> noSuch(code));
    }

    /** All measures, by code. */
    public List<Measure> catalogue() {
        return catalogue.all();
    }

    /**
     * What changes by the clock alone, such as late: counted now from the open set.
     *
     * @throws vn.haidang.ui.ProblemException {@code indicator/no-such-measure}
     */
    public long live(MeasureCode code, UnitScope scope) {
        LiveCount count = catalogue.live(code).orElseThrow(() -> noSuch(code));
        return count.count(scope, clock.instant());
    }

    /** A number that grows whenever figures changed; ask before reading figures, so that a later number means news. */
    public long change() {
        return changes.number();
    }

    /** The children that {@link #byChild} asks, by name, without their figures. */
    public List<UnitId> children(Question question) {
        return scopes.children(question.scope(), question.days(), LocalDate.now(clock));
    }

    private static Question of(Question question, UnitId child) {
        var scope = question.scope();
        return new Question(
                child.value().toString(),
                question.measure(),
                new UnitScope(child, scope.tier(), scope.tree()),
                question.days(),
                question.knownOn(),
                question.breakdown(),
                question.components());
    }

    private static RuntimeException noSuch(MeasureCode code) {
        return Problem.of("indicator/no-such-measure", 404, code.value()).exception();
    }
}
