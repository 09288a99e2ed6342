package vn.haidang.indicator.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.StartStep;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;

/**
 * Counts a measure anew from its records when a program comes that knows it for the first time, or by a new version of its rule: what
 * differs becomes known on that day, so what was known before stays readable. Days whose records are kept no more stay as they are.
 */
@Component
class Recount extends StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    private final Catalogue catalogue;
    private final FactSums sums;
    private final DeltaRows deltas;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    Recount(
            Catalogue catalogue,
            FactSums sums,
            DeltaRows deltas,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions) {
        super(Place.FIGURES_RECOUNTED);
        this.catalogue = catalogue;
        this.sums = sums;
        this.deltas = deltas;
        this.database = database;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    protected void run() {
        var counted = versions();
        for (var measure : catalogue.all()) {
            if (!Integer.valueOf(measure.version())
                    .equals(counted.get(measure.code().value()))) {
                snapshot.executeWithoutResult(status -> count(measure));
            }
        }
    }

    private Map<String, Integer> versions() {
        return database
                .sql("select c.measure, c.version from indicator.counted c")
                .query((row, number) -> Map.entry(row.getString("measure"), row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The lock comes first, and with it the snapshot: a second node finds the version counted and has nothing to do. */
    private void count(Measure measure) {
        database.sql("lock table indicator.counted in exclusive mode").update();
        if (Integer.valueOf(measure.version())
                .equals(versions().get(measure.code().value()))) {
            return;
        }
        var today = LocalDate.now(clock);
        var told = new Told(measure, today);
        Stretches.of(new DayRange(BEGINNING, today.plusYears(1))).forEach(told::add);
        if (told.facts > 0) {
            LOG.info(
                    "Counted {} anew from its records: {} facts", measure.code().value(), told.facts);
        }
        database.sql("""
                insert into indicator.counted (measure, version, on_day)
                values (:measure, :version, :today)
                on conflict (measure) do update set version = excluded.version, on_day = excluded.on_day
                """)
                .param("measure", measure.code().value())
                .param("version", measure.version())
                .param("today", today)
                .update();
    }

    /** What is told of one measure, stretch by stretch, from the day of its first record on. */
    private final class Told {

        private final Measure measure;
        private final LocalDate today;
        private @Nullable LocalDate first;
        private long facts;

        private Told(Measure measure, LocalDate today) {
            this.measure = measure;
            this.today = today;
        }

        /** Returns how many records' facts there were. */
        private int add(DayRange days) {
            var records = VerifyIndicators.observed(measure, days);
            if (first == null) {
                first = records.keySet().stream()
                        .map(FactSums.Key::day)
                        .min(LocalDate::compareTo)
                        .orElse(null);
            }
            if (first != null) {
                var from = first.isAfter(days.first()) ? first : days.first();
                var changed = changed(records, sums.of(measure.code(), new DayRange(from, days.last())));
                if (!changed.isEmpty()) {
                    deltas.add(changed, today);
                    facts += changed.size();
                }
            }
            return records.size();
        }

        private List<Fact> changed(Map<FactSums.Key, Long> records, Map<FactSums.Key, Long> facts) {
            var keys = new HashSet<>(records.keySet());
            keys.addAll(facts.keySet());
            var changed = new ArrayList<Fact>();
            for (var key : keys) {
                var amount = records.getOrDefault(key, 0L) - facts.getOrDefault(key, 0L);
                if (amount != 0) {
                    changed.add(new Fact(
                            measure.code(),
                            key.component(),
                            new UnitId(key.unit()),
                            key.day(),
                            key.breakdown(),
                            key.member(),
                            amount));
                }
            }
            return changed;
        }
    }
}
