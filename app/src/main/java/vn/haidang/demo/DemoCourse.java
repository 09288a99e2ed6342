package vn.haidang.demo;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.demo.DemoCast.Resident;
import vn.haidang.demo.DemoPace.Wait;
import vn.haidang.identity.AccountId;
import vn.haidang.publicservice.ApplicationId;

/** Leads each case along its path: whoever is next acts when their time has come. */
@Component
class DemoCourse {

    /**
     * A case under way.
     *
     * @param application null on paper
     */
    private record Running(
            DemoStory story,
            CaseId id,
            @Nullable ApplicationId application,
            Resident resident,
            Desk desk,
            DemoAgenda agenda) {}

    private final DemoApplicants applicants;
    private final DemoDesk desks;
    private final DemoReaders readers;
    private final DemoWords words;
    private final DemoCalendar calendar;
    private final Clock clock;

    DemoCourse(
            DemoApplicants applicants,
            DemoDesk desks,
            DemoReaders readers,
            DemoWords words,
            DemoCalendar calendar,
            Clock clock) {
        this.applicants = applicants;
        this.desks = desks;
        this.readers = readers;
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
    }

    void begin(DemoStory story, Resident resident, Desk desk, DemoAgenda agenda) {
        Running running;
        if (story.entry().onPaper()) {
            running =
                    new Running(story, desks.receivePaper(story, desk, resident.name()), null, resident, desk, agenda);
        } else {
            ApplicationId application = applicants.handIn(story, resident, agenda.number());
            running = new Running(story, applicants.caseOf(application, resident), application, resident, desk, agenda);
        }
        DemoPace pace = story.pace();
        switch (story.path()) {
            case WAITS_AT_DESK -> {}
            case STRAIGHT -> after(running, pace.desk(), () -> accept(running, () -> decide(running)));
            case WAITS_FOR_SPECIALIST -> after(running, pace.desk(), () -> accept(running, () -> {}));
            case WAITS_FOR_HEAD -> after(running, pace.desk(), () -> accept(running, () -> propose(running)));
            case WAITS_FOR_SUPPLEMENT -> after(running, pace.desk(), () -> ask(running));
            case REFUSED ->
                after(running, pace.desk(), () -> officer(running, "refuse", one(running, "say.refused", 2)));
            case WITHDRAWN -> after(running, pace.desk(), () -> accept(running, () -> withdraw(running)));
            case SUPPLEMENTED ->
                after(running, pace.desk(), () -> {
                    ask(running);
                    after(running, pace.resident(), () -> {
                        supplement(running);
                        after(running, pace.desk(), () -> accept(running, () -> decide(running)));
                    });
                });
            case SUPPLEMENTED_LATER ->
                after(
                        running,
                        pace.desk(),
                        () -> accept(running, () -> {
                            step(running, desk.specialist(), "ask-supplement", one(running, "say.missing", 3));
                            after(running, pace.resident(), () -> {
                                supplement(running);
                                after(running, pace.specialist(), () -> decide(running));
                            });
                        }));
            case SENT_BACK ->
                after(
                        running,
                        pace.desk(),
                        () -> accept(running, () -> {
                            propose(running);
                            after(running, pace.head(), () -> {
                                step(running, desk.head(), "return", one(running, "say.sent-back", 2));
                                after(running, pace.head(), () -> decide(running));
                            });
                        }));
        }
    }

    private void accept(Running running, Runnable then) {
        officer(running, "accept", null);
        after(running, running.story().pace().specialist(), then);
    }

    private void ask(Running running) {
        officer(running, "ask-supplement", one(running, "say.missing", 3));
    }

    private void officer(Running running, String outcome, @Nullable String says) {
        step(running, running.desk().officer(), outcome, says);
    }

    private void step(Running running, AccountId by, String outcome, @Nullable String says) {
        if (running.resident().opened() && running.application() != null) {
            readers.opens(running.id(), by);
        }
        desks.step(running.story(), running.id(), by, outcome, says);
    }

    private void propose(Running running) {
        step(running, running.desk().specialist(), "propose", words.say("say.complete"));
    }

    private void decide(Running running) {
        propose(running);
        after(running, running.story().pace().head(), () -> {
            step(running, running.desk().head(), "approve", null);
            rate(running);
        });
    }

    private void rate(Running running) {
        ApplicationId application = running.application();
        if (application != null && running.story().stars() > 0) {
            running.agenda()
                    .add(
                            clock.instant()
                                    .plusSeconds(3_600L * (1 + running.story().resident())),
                            () -> applicants.rate(running.story(), application, running.resident()));
        }
    }

    private void supplement(Running running) {
        if (running.application() == null) {
            desks.supplementOnPaper(running.id(), running.desk().officer());
        } else {
            applicants.supplement(
                    running.story(),
                    running.application(),
                    running.resident(),
                    running.agenda().number());
        }
    }

    private void withdraw(Running running) {
        if (running.application() == null) {
            desks.withdrawOnPaper(running.id(), running.desk().officer(), one(running, "say.withdrawn", 2));
        } else {
            applicants.withdraw(running.story(), running.application(), running.resident());
        }
    }

    private String one(Running running, String what, int of) {
        return words.sayOne(what, of, running.story().code().hashCode());
    }

    private void after(Running running, Wait wait, Runnable act) {
        running.agenda().add(calendar.after(clock.instant(), wait), act);
    }
}
