package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;

/** By what the facts of a measure differ from its records. */
@Component
public class Settling {

    private static final DayRange ALL = new DayRange(LocalDate.of(1900, 1, 1), LocalDate.of(2200, 1, 1));

    private final FactSums sums;

    Settling(FactSums sums) {
        this.sums = sums;
    }

    public List<Fact> differences(Measure measure) {
        Map<FactSums.Key, Long> differs = new HashMap<>(VerifyIndicators.observed(measure, ALL));
        sums.of(measure.code(), ALL).forEach((key, amount) -> differs.merge(key, -amount, Long::sum));
        return differs.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .map(each -> new Fact(
                        measure.code(),
                        each.getKey().component(),
                        new UnitId(each.getKey().unit()),
                        each.getKey().day(),
                        each.getKey().breakdown(),
                        each.getKey().member(),
                        each.getValue()))
                .toList();
    }
}
