package vn.haidang.indicator.internal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.ui.spi.Verb;

/**
 * {@code bin/verify-indicators [first-day last-day]}: counts every measure anew from its records and compares with the facts, in
 * one snapshot, while work goes on. Names every fact that differs.
 */
@Component
class VerifyIndicators implements Verb {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final int NAMED = 200;

    private final Catalogue catalogue;
    private final FactSums facts;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    VerifyIndicators(Catalogue catalogue, FactSums facts, Clock clock, PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    @Override
    public String name() {
        return "verify-indicators";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        DayRange days;
        try {
            days = switch (arguments.size()) {
                case 0 -> new DayRange(BEGINNING, LocalDate.now(clock).plusYears(1));
                case 2 -> new DayRange(LocalDate.parse(arguments.get(0)), LocalDate.parse(arguments.get(1)));
                default -> throw new IllegalArgumentException("two days or none");
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            out.println("verify-indicators takes no arguments, or a first and a last day such as 2026-01-31");
            return 2;
        }
        var difference = Objects.requireNonNull(snapshot.execute(status -> compare(days, out)));
        out.println(
                difference == 0
                        ? "Every figure equals its records."
                        : "NOT every figure equals its records: " + difference + " facts differ.");
        return difference == 0 ? 0 : 1;
    }

    private long compare(DayRange days, PrintStream out) {
        var report = new Report(out);
        var known = new HashSet<String>();
        for (var measure : catalogue.all()) {
            known.add(measure.code().value());
            compare(measure, days, report);
        }
        for (var measure : facts.measuresWithFacts()) {
            if (!known.contains(measure)) {
                report.difference("nobody defines " + measure + ", which has facts");
            }
        }
        for (var month : facts.unequalMonths()) {
            report.difference("month not the sum of its days: " + month);
        }
        return report.end();
    }

    private void compare(Measure measure, DayRange days, Report report) {
        var compared = new AtomicLong();
        Stretches.of(days).forEach(stretch -> {
            var fromRecords = observed(measure, stretch);
            compare(measure.code(), fromRecords, facts.of(measure.code(), stretch), report);
            compared.addAndGet(fromRecords.size());
            return fromRecords.size();
        });
        report.line(measure.code().value() + ": " + compared + " facts counted from the records");
    }

    private static void compare(
            MeasureCode measure, Map<FactSums.Key, Long> records, Map<FactSums.Key, Long> facts, Report report) {
        for (var record : records.entrySet()) {
            var fact = facts.getOrDefault(record.getKey(), 0L);
            if (!fact.equals(record.getValue())) {
                report.difference(measure.value(), record.getKey(), fact, record.getValue());
            }
        }
        for (var fact : facts.entrySet()) {
            if (!records.containsKey(fact.getKey())) {
                report.difference(measure.value(), fact.getKey(), fact.getValue(), 0);
            }
        }
    }

    /** What the records say, fact by fact. */
    static Map<FactSums.Key, Long> observed(Measure measure, DayRange days) {
        var observed = new HashMap<FactSums.Key, Long>();
        for (var row : measure.observe(days).rows()) {
            observed.merge(FactSums.Key.of(row), row.amount(), Long::sum);
        }
        observed.values().removeIf(amount -> amount == 0);
        return observed;
    }

    /** Prints the first differences and counts all. */
    private static final class Report {

        private final PrintStream out;
        private long differences;

        private Report(PrintStream out) {
            this.out = out;
        }

        private void line(String text) {
            out.println(text);
        }

        private void difference(String measure, FactSums.Key key, long fact, long record) {
            difference(measure + " " + key.component() + ", unit " + key.unit() + ", " + key.day() + breakdown(key)
                    + ": facts say " + fact + ", records say " + record);
        }

        private void difference(String text) {
            differences++;
            if (differences <= NAMED) {
                line("differs: " + text);
            }
        }

        private long end() {
            if (differences > NAMED) {
                line("… and " + (differences - NAMED) + " more");
            }
            return differences;
        }

        private static String breakdown(FactSums.Key key) {
            var breakdown = key.breakdown().isEmpty() ? "" : ", " + key.breakdown();
            return key.member().isEmpty() ? breakdown : breakdown + ", member " + key.member();
        }
    }
}
