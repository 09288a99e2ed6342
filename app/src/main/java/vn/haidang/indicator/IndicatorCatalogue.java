package vn.haidang.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.internal.DefinitionRows;
import vn.haidang.ui.Problem;

/** What the platform shows figures of, with every version: data, for definitions change with law. */
@Component
public class IndicatorCatalogue {

    private final DefinitionRows rows;
    private final Clock clock;

    IndicatorCatalogue(DefinitionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** As they hold today, in the order of the catalogue; one that holds no more in its last version. */
    public List<Indicator> all() {
        return rows.latest(LocalDate.now(clock));
    }

    /**
     * As it holds today, or did last.
     *
     * @throws vn.haidang.ui.ProblemException {@code indicator/no-such-indicator}
     */
    public Indicator get(String code) {
        return all().stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of("indicator/no-such-indicator", 404, code).exception());
    }

    /** Every version, oldest first. */
    public List<Indicator> versions(String code) {
        return rows.versions(List.of(code));
    }
}
