package vn.haidang.publicservice.internal.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** What every act on an appointment leaves behind: its journal entry and its facts, in the act's transaction. */
@Component
class AppointmentTraces {

    private final Journal journal;
    private final Facts facts;

    AppointmentTraces(Journal journal, Facts facts) {
        this.journal = journal;
        this.facts = facts;
    }

    void booked(UUID id, Points.Point point, LocalDate day, Reader by) {
        journal.act(Act.of("publicservice/appointment-booked", by.actor())
                .on(subject(id))
                .on(Points.subject(point.id())));
        facts.add(List.of(AppointmentFigures.fact(AppointmentFigures.BOOKED, point.unit(), day, 1)));
    }

    void moved(Appointments.Appointment from, Slots.Slot to, Reader by) {
        journal.act(Act.of("publicservice/appointment-moved", by.actor())
                .on(subject(from.id()))
                .changed("starts", from.day() + "T" + from.starts(), to.day() + "T" + to.starts()));
        if (from.counted() && !from.day().equals(to.day())) {
            facts.add(List.of(
                    AppointmentFigures.fact(AppointmentFigures.BOOKED, from.unit(), from.day(), -1),
                    AppointmentFigures.fact(AppointmentFigures.BOOKED, from.unit(), to.day(), 1)));
        }
    }

    void cancelled(Appointments.Appointment own, Reader by) {
        journal.act(Act.of("publicservice/appointment-cancelled", by.actor()).on(subject(own.id())));
        if (own.counted()) {
            facts.add(List.of(AppointmentFigures.fact(AppointmentFigures.BOOKED, own.unit(), own.day(), -1)));
        }
    }

    void came(AppointmentRows.Coming coming, Tickets.Ticket ticket, LocalDate day, Actor by) {
        journal.act(Act.of("publicservice/appointment-arrived", by)
                .on(subject(coming.id()))
                .on(Tickets.subject(ticket.id())));
        if (coming.counted()) {
            facts.add(AppointmentFigures.ended(AppointmentFigures.CAME, coming.unit(), day));
        }
    }

    void missed(List<Appointments.Appointment> all) {
        List<Facts.Fact> counted = new ArrayList<>();
        for (Appointments.Appointment each : all) {
            journal.act(Act.of("publicservice/appointment-missed", Actor.SYSTEM).on(subject(each.id())));
            if (each.counted()) {
                counted.addAll(AppointmentFigures.ended(AppointmentFigures.MISSED, each.unit(), each.day()));
            }
        }
        facts.add(counted);
    }

    /** What its time is over of, at the desk. */
    void deleted(int rows) {
        journal.act(Act.of("publicservice/desk-records-deleted", Actor.SYSTEM)
                .changed("rows", null, rows)
                .because("publicservice/retention"));
    }

    /** A look at names is one entry. */
    void read(List<Appointments.Appointment> shown, Reader officer) {
        if (!shown.isEmpty()) {
            journal.read(
                    officer.actor(),
                    "publicservice/appointment-list",
                    shown.stream().map(each -> subject(each.id())).toList());
        }
    }

    private static Subject subject(UUID appointment) {
        return new Subject("publicservice/appointment", appointment);
    }
}
