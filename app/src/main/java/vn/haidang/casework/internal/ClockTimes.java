package vn.haidang.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.casework.spi.SetTimes;

/** All that administrators set for clocks: what the clock of a case does by itself, and by when other modules promise answers. */
@Component
public class ClockTimes {

    /** What a rule says. */
    public enum Kind {
        LASTS,
        COUNTS,
        ANSWERS
    }

    private final ClockRules rules;
    private final ObjectProvider<SetTimes> others;

    ClockTimes(ClockRules rules, ObjectProvider<SetTimes> others) {
        this.rules = rules;
        this.others = others;
    }

    /** Names of the rules, as shown. */
    public List<String> names() {
        return Stream.concat(
                        ClockRules.names().stream(), others.orderedStream().flatMap(other -> other.rules().stream()))
                .toList();
    }

    public Kind kind(String rule) {
        if (ClockRules.counts(rule)) {
            return Kind.COUNTS;
        }
        return ClockRules.names().contains(rule) ? Kind.LASTS : Kind.ANSWERS;
    }

    /** The message that names a rule. */
    public String key(String rule) {
        return others.orderedStream()
                .filter(other -> other.rules().contains(rule))
                .map(other -> other.key(rule))
                .findFirst()
                .orElse("casework.clock-rules.name." + rule);
    }

    /** What is set for every rule, by time. */
    public List<ClockRules.Kept> all() {
        List<ClockRules.Kept> all = new ArrayList<>(rules.all());
        others.orderedStream()
                .flatMap(other -> other.all().stream())
                .map(ClockTimes::kept)
                .forEach(all::add);
        return all;
    }

    /** Those of one name, by time. */
    List<ClockRules.Kept> of(String rule) {
        return all().stream().filter(kept -> kept.rule().equals(rule)).toList();
    }

    private static ClockRules.Kept kept(SetTimes.SetTime time) {
        return new ClockRules.Kept(
                time.rule(),
                null,
                null,
                time.answer(),
                time.notice(),
                time.validFrom(),
                time.validTo(),
                time.source(),
                time.confidence(),
                time.reason());
    }
}
