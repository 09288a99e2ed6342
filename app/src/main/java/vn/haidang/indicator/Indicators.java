package vn.haidang.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;

/** Reads the measures: exact at commit, one statement for all figures of a page. */
@org.springframework.stereotype.Component
public class Indicators {

    /**
     * One figure that a page asks for.
     *
     * @param knownOn only acts recorded up to this day, null for all
     */
    public record Question(
            String key,
            MeasureCode measure,
            UnitScope scope,
            DayRange days,
            @Nullable LocalDate knownOn) {}

    /** The components of one figure; a component without any fact is 0. */
    public record Figure(Question question, Map<String, Long> components, boolean anyFact) {

        public long component(String code) {
            return components.getOrDefault(code, 0L);
        }
    }

    /** All figures of one page, from one snapshot, in the order asked. */
    public List<Figure> read(List<Question> questions) {
        throw new UnsupportedOperationException();
    }

    /** The same figure for every child of its unit that has facts or lives in the period, as the tree stood. */
    public Map<UnitId, Figure> byChild(Question question) {
        throw new UnsupportedOperationException();
    }

    public Evidence evidence(Question question, PageRequest page, Reader reader) {
        throw new UnsupportedOperationException();
    }
}
