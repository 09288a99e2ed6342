package vn.haidang.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.publicservice.ApplicationId;

/** Plays the stories through the doors, every act at its own time, in the order of time. */
@Component
class DemoStories {

    private static final Logger log = LoggerFactory.getLogger(DemoStories.class);

    /** One act and when it happens. */
    private record Due(Instant at, long order, Runnable act) {}

    private final DemoApplicants applicants;
    private final DemoProgress progress;
    private final DemoDesk desks;
    private final MovableClock clock;

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private long ordered;

    DemoStories(DemoApplicants applicants, DemoProgress progress, DemoDesk desks, MovableClock clock) {
        this.applicants = applicants;
        this.progress = progress;
        this.desks = desks;
        this.clock = clock;
    }

    /** Plays everything that happens before {@code now}; the number of cases begun. */
    int play(DemoCast cast, Instant now) {
        Set<String> begun = progress.begun();
        List<DemoStory> stories = DemoScript.until(now).stream()
                .filter(story -> !begun.contains(story.code()))
                .toList();
        for (DemoStory story : stories) {
            at(story.filedAt(), () -> begin(story, cast));
        }
        int told = 0;
        int played = 0;
        for (Due next = due.poll(); next != null && next.at().isBefore(now); next = due.poll()) {
            if (next.at().isAfter(clock.instant())) {
                clock.moveTo(next.at());
            }
            next.act().run();
            played++;
            if (played * 10 / Math.max(1, stories.size() * 5) > told) {
                told = played * 10 / Math.max(1, stories.size() * 5);
                log.info(
                        "Demo city: {} acts played, {}",
                        played,
                        clock.instant().atZone(MovableClock.VIETNAM).toLocalDate());
            }
        }
        due.clear();
        return stories.size();
    }

    private void begin(DemoStory story, DemoCast cast) {
        progress.begin(story.code());
        DemoCast.Resident resident =
                cast.residents().get(story.resident() % cast.residents().size());
        Desk desk = cast.desk(story.unitKey());
        if (story.path() == DemoStory.Path.ON_PAPER) {
            CaseId paper = desks.receivePaper(story, desk);
            after(Duration.ofHours(1), () -> accept(paper, desk, this::straight));
            return;
        }
        ApplicationId application = applicants.handIn(story, resident);
        CaseId id = applicants.caseOf(application, resident);
        Duration later = Duration.ofHours(20);
        switch (story.path()) {
            case WAITS_AT_DESK, ON_PAPER -> {}
            case STRAIGHT -> after(later, () -> accept(id, desk, this::straight));
            case WAITS_FOR_SPECIALIST -> after(Duration.ofHours(1), () -> accept(id, desk, (a, d) -> {}));
            case WAITS_FOR_HEAD -> after(Duration.ofHours(1), () -> accept(id, desk, this::propose));
            case WAITS_FOR_SUPPLEMENT ->
                after(Duration.ofHours(1), () -> desks.step(id, desk.officer(), "ask-supplement", "missing"));
            case REFUSED -> after(later, () -> desks.step(id, desk.officer(), "refuse", "refused"));
            case SUPPLEMENTED ->
                after(later, () -> {
                    desks.step(id, desk.officer(), "ask-supplement", "missing");
                    after(Duration.ofHours(26), () -> {
                        applicants.supplement(application, resident);
                        after(Duration.ofHours(2), () -> accept(id, desk, this::straight));
                    });
                });
            case SENT_BACK ->
                after(
                        later,
                        () -> accept(id, desk, (a, d) -> {
                            propose(a, d);
                            after(Duration.ofMinutes(30), () -> {
                                desks.step(a, d.head(), "return", "sent-back");
                                after(Duration.ofMinutes(20), () -> straight(a, d));
                            });
                        }));
        }
    }

    private void accept(CaseId id, Desk desk, BiConsumer<CaseId, Desk> then) {
        desks.step(id, desk.officer(), "accept", null);
        after(Duration.ofMinutes(25), () -> then.accept(id, desk));
    }

    private void propose(CaseId id, Desk desk) {
        desks.step(id, desk.specialist(), "propose", "complete");
    }

    private void straight(CaseId id, Desk desk) {
        propose(id, desk);
        after(Duration.ofMinutes(40), () -> desks.step(id, desk.head(), "approve", null));
    }

    private void after(Duration later, Runnable act) {
        at(DemoCalendar.inOffice(clock.instant().plus(later)), act);
    }

    private void at(Instant moment, Runnable act) {
        due.add(new Due(moment, ordered++, act));
    }
}
