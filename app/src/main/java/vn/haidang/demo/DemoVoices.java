package vn.haidang.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.demo.DemoCast.Resident;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.Feedbacks;

/** What people tell the units of the little city in its last days: most of it is answered in public, some still waits. */
@Component
@Order(2)
class DemoVoices implements DemoWeek {

    private static final String SUBJECT = "publicservice/feedback";
    private static final LocalTime SAYS = LocalTime.of(19, 20);
    private static final LocalTime SORTS = LocalTime.of(8, 35);
    private static final LocalTime ANSWERS = LocalTime.of(15, 10);
    private static final LocalTime PUBLISHES = LocalTime.of(16, 30);

    /** How far an official takes one. */
    private enum Reaches {
        PUBLIC,
        ACCEPTED,
        DESK
    }

    /**
     * One of them.
     *
     * @param number of its words
     * @param commune whose it is, in the order of the communes
     * @param said on which of the days
     */
    private record Voice(int number, Feedback.Kind kind, int commune, int said, Reaches reaches) {}

    private static final List<Voice> VOICES = List.of(
            new Voice(1, Feedback.Kind.SUGGESTION, 0, 0, Reaches.PUBLIC),
            new Voice(2, Feedback.Kind.COMPLAINT, 0, 1, Reaches.PUBLIC),
            new Voice(3, Feedback.Kind.SUGGESTION, 1, 0, Reaches.PUBLIC),
            new Voice(4, Feedback.Kind.COMPLAINT, 1, 2, Reaches.ACCEPTED),
            new Voice(5, Feedback.Kind.SUGGESTION, 1, 3, Reaches.DESK));

    private final Feedbacks feedbacks;
    private final Cases cases;
    private final DemoReaders readers;
    private final DemoCalendar calendar;
    private final DemoWords words;

    DemoVoices(Feedbacks feedbacks, Cases cases, DemoReaders readers, DemoCalendar calendar, DemoWords words) {
        this.feedbacks = feedbacks;
        this.cases = cases;
        this.readers = readers;
        this.calendar = calendar;
        this.words = words;
    }

    @Override
    public void add(DemoAgenda agenda, DemoCast cast, Instant present) {
        List<LocalDate> days = calendar.workedBefore(DemoCalendar.day(present), DAYS);
        for (Voice voice : VOICES) {
            Desk desk = cast.desks().get(DemoAccounts.COMMUNES.get(voice.commune()));
            if (desk != null) {
                // those last in the cast, so that the shown residents keep to their stories
                Resident sender = cast.residents().get(cast.residents().size() - 1 - voice.number());
                agenda.add(DemoHalls.at(days.get(voice.said()), SAYS), () -> begin(agenda, voice, sender, desk, days));
            }
        }
    }

    private void begin(DemoAgenda agenda, Voice voice, Resident sender, Desk desk, List<LocalDate> days) {
        FeedbackId id = feedbacks.send(new Feedbacks.Sending(
                voice.kind(),
                Feedback.About.UNIT,
                "",
                "",
                desk.unit(),
                "",
                words.say("voice." + voice.number()),
                true,
                null,
                key(voice, "sent"),
                readers.get(sender.account())));
        LocalDate next = days.get(voice.said() + 1);
        if (voice.reaches() != Reaches.DESK) {
            agenda.add(DemoHalls.at(next, SORTS), () -> step(voice, id, "accept", null, desk.officer()));
        }
        if (voice.reaches() == Reaches.PUBLIC) {
            String answer = words.say("voice." + voice.number() + ".answer");
            agenda.add(DemoHalls.at(next, ANSWERS), () -> step(voice, id, "answer", answer, desk.specialist()));
            agenda.add(DemoHalls.at(next, PUBLISHES), () -> publish(voice, id, answer, readers.get(desk.head())));
        }
    }

    /** Once: what was begun before a crash is played again. */
    private void publish(Voice voice, FeedbackId id, String answer, Reader head) {
        if (feedbacks.atDesk(id, head).toPublish()) {
            feedbacks.decide(new Feedbacks.Decision(id, words.say("voice." + voice.number()), answer, "", head));
        }
    }

    private void step(Voice voice, FeedbackId id, String outcome, @Nullable String says, AccountId by) {
        CaseSummary seen = cases.of(SUBJECT, id.value()).orElseThrow();
        if (seen.step() != null) {
            readers.opens(seen.id(), by);
            cases.act(new TakeStep(
                    seen.id(), seen.version(), seen.step(), outcome, says, readers.get(by), key(voice, outcome)));
        }
    }

    private static UUID key(Voice voice, String act) {
        return UUID.nameUUIDFromBytes(("demo/voice/" + voice.number() + act).getBytes(StandardCharsets.UTF_8));
    }
}
