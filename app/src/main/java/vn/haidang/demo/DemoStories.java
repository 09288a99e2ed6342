package vn.haidang.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.MovableClock;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.demo.DemoCast.Resident;

/**
 * Plays stories through the doors, every act at its own time, in the order of time. What an act does, with how far the playing got, is
 * one transaction. Two threads share the units of today, each with the units they came of: what happens at one never waits for what
 * happens at another, so each has its own time.
 */
@Component
class DemoStories {

    private static final Logger log = LoggerFactory.getLogger(DemoStories.class);
    private static final int TELLINGS = 20;

    private final DemoCourse course;
    private final DemoOffices offices;
    private final DemoCrowd crowd;
    private final DemoProgress progress;
    private final TransactionTemplate transaction;
    private final List<DemoWeek> weeks;

    DemoStories(
            DemoCourse course,
            DemoOffices offices,
            DemoCrowd crowd,
            DemoProgress progress,
            TransactionTemplate transaction,
            List<DemoWeek> weeks) {
        this.course = course;
        this.offices = offices;
        this.crowd = crowd;
        this.progress = progress;
        this.transaction = transaction;
        this.weeks = List.copyOf(weeks);
    }

    /** The agendas of a city that opens when it does, to be played together. */
    final class Playing {

        private final Instant first;
        private final Instant present;
        private final Set<String> begun = progress.begun();
        private final List<DemoAgenda> agendas = List.of(new DemoAgenda(0), new DemoAgenda(1));
        private final AtomicInteger acts = new AtomicInteger();
        private final DemoDivision division;
        private final long startedAt = System.nanoTime();

        /** @param theirs the stories of the crowd, begun or not */
        Playing(Instant first, Instant present, List<DemoStory> theirs) {
            this.first = first;
            this.present = present;
            this.division = new DemoDivision(
                    theirs, agendas.size(), unit -> crowd.home(unit).key(), this::little);
        }

        /** Opens the offices of all units that live when the city opens, each on its first day. */
        void staff() {
            offices.staffed(DemoCalendar.day(present)).forEach(unit -> {
                Instant morning = DemoCalendar.morningOf(unit.validFrom());
                agenda(unit.key()).add(morning.isBefore(first) ? first : morning, () -> offices.desk(unit.key()));
            });
        }

        /** The little city's, by its residents, who go to several units: one thread has them all. */
        void add(List<DemoStory> stories, DemoCast cast) {
            fresh(stories)
                    .forEach(story -> agendas.getFirst().add(story.filedAt(), () -> {
                        Resident resident = cast.residents().get(story.resident());
                        begin(story, resident, offices.desk(story.unitKey()), agendas.getFirst());
                    }));
            weeks.forEach(week -> week.add(agendas.getFirst(), cast, present));
        }

        /** Those of the crowd. */
        void add(List<DemoStory> stories) {
            fresh(stories).forEach(story -> {
                DemoAgenda agenda = agenda(story.unitKey());
                agenda.add(story.filedAt(), () -> {
                    Resident resident = crowd.resident(story.unitKey(), story.resident());
                    begin(story, resident, offices.desk(story.unitKey()), agenda);
                });
            });
        }

        /** Plays everything that happens before the city opens; the number of acts. */
        int play() {
            try (var threads = Executors.newFixedThreadPool(agendas.size())) {
                CompletableFuture.allOf(agendas.stream()
                                .map(agenda -> CompletableFuture.runAsync(() -> play(agenda), threads))
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
            return acts.get();
        }

        private void play(DemoAgenda agenda) {
            long span = Math.max(1, present.getEpochSecond() - first.getEpochSecond());
            long told = 0;
            for (DemoAgenda.Due next = agenda.next(present); next != null; next = agenda.next(present)) {
                Runnable act = next.act();
                MovableClock.at(next.at(), () -> transaction.executeWithoutResult(status -> act.run()));
                int played = acts.incrementAndGet();
                long reached = (next.at().getEpochSecond() - first.getEpochSecond()) * TELLINGS / span;
                if (reached > told && agenda == agendas.getFirst()) {
                    told = reached;
                    log.info(
                            "Demo city: {} acts played, up to {}, in {} s",
                            played,
                            DemoCalendar.day(next.at()),
                            (System.nanoTime() - startedAt) / 1_000_000_000L);
                }
            }
        }

        /** A unit, what it came of and who lives there belong to one thread; those of the little city to the first. */
        private DemoAgenda agenda(String unitKey) {
            return agendas.get(division.threadOf(unitKey));
        }

        private boolean little(String home) {
            return DemoAccounts.UNITS.contains(home)
                    || DemoAccounts.DISTRICTS.stream()
                            .anyMatch(district -> crowd.home(district).key().equals(home));
        }

        private Stream<DemoStory> fresh(List<DemoStory> stories) {
            return stories.stream().filter(story -> !begun.contains(story.code()));
        }

        private void begin(DemoStory story, Resident resident, Desk desk, DemoAgenda agenda) {
            progress.begin(story.code());
            course.begin(story, resident, desk, agenda);
        }
    }
}
