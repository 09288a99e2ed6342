package vn.haidang.indicator.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.spi.LiveCount;
import vn.haidang.indicator.spi.Measure;

/** What the platform can count about itself: the measures its modules bring. */
@Component
public class Catalogue {

    private final ObjectProvider<Measure> measures;
    private final ObjectProvider<LiveCount> counts;

    Catalogue(ObjectProvider<Measure> measures, ObjectProvider<LiveCount> counts) {
        this.measures = measures;
        this.counts = counts;
    }

    public List<Measure> all() {
        return measures.stream().collect(Collectors.toMap(Measure::code, Function.identity())).values().stream()
                .sorted(java.util.Comparator.comparing(measure -> measure.code().value()))
                .toList();
    }

    public Optional<Measure> find(MeasureCode code) {
        return measures.stream().filter(measure -> measure.code().equals(code)).findFirst();
    }

    public Optional<LiveCount> live(MeasureCode code) {
        return counts.stream().filter(count -> count.code().equals(code)).findFirst();
    }
}
