package vn.haidang;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.NextAct;
import vn.haidang.form.Drafts;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.internal.HandingOver;
import vn.haidang.publicservice.internal.Parcels;
import vn.haidang.publicservice.internal.ReceptionPapers;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.Kiosks;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;

/** The desk of the first commune of the city of doors: a place with a device, numbers and an appointment, dossiers taken in, a parcel. */
@TestComponent
final class DoorDesk {

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";
    /** Of nothing that ever was. */
    private static final String UNKNOWN = "00000000-0000-7000-8000-00000000dead";

    private final Applicant people;
    private final Points points;
    private final Kiosks kiosks;
    private final Tickets tickets;
    private final Appointments appointments;
    private final Receptions receptions;
    private final ReceptionPapers papers;
    private final HandingOver handingOver;
    private final Parcels parcels;
    private final Drafts drafts;
    private final Cases cases;

    private String slug = "none";
    private String point = NOTHING;
    private String kiosk = NOTHING;
    private String ticket = NOTHING;
    private String appointment = NOTHING;
    private String begun = NOTHING;
    private String taken = NOTHING;
    private String parcel = NOTHING;

    DoorDesk(ApplicationContext context) {
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.points = context.getBean(Points.class);
        this.kiosks = context.getBean(Kiosks.class);
        this.tickets = context.getBean(Tickets.class);
        this.appointments = context.getBean(Appointments.class);
        this.receptions = context.getBean(Receptions.class);
        this.papers = context.getBean(ReceptionPapers.class);
        this.handingOver = context.getBean(HandingOver.class);
        this.parcels = context.getBean(Parcels.class);
        this.drafts = context.getBean(Drafts.class);
        this.cases = context.getBean(Cases.class);
    }

    /** After its people and their dossiers. */
    void build(DoorCity city) {
        LocalDate day = DoorCity.DAY;
        UnitId here = city.here;
        Reader officer = city.reader("officer");
        Reader head = city.reader("head");
        Reader owner = city.reader("owner");
        String sent = city.dossier("finished of owner").code();
        slug = "p-" + UUID.randomUUID();
        point = points.open(slug, here, new Points.Terms("Điểm cửa", "Door point", 3, 30, 4), head)
                .toString();
        var place = points.bySlug(slug);
        kiosks.register(place.id(), "Máy ở sảnh", head);
        kiosk = kiosks.of(place.id()).getFirst().id().toString();
        ticket = tickets.take(place, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS)
                .id()
                .toString();
        appointment = appointments
                .book(
                        new Appointments.Booking(
                                slug, DoorCity.SERVICE, day.plusDays(1), LocalTime.of(9, 0), UUID.randomUUID()),
                        owner)
                .toString();
        begun = receive(here, officer).id().toString();
        taken = asked(receive(here, officer), officer, city.reader("specialist"));
        parcel = parcels.sent(
                        new Parcels.Sent(sent, "Bưu điện", "CB" + slug, "Người nhận", "Số 1", day, UUID.randomUUID()),
                        officer)
                .toString();
    }

    /** More of everything where it stands. */
    void more(DoorCity city) {
        Reader officer = city.reader("officer");
        tickets.take(points.bySlug(slug), "desk", false, UUID.randomUUID(), officer.actor());
        receive(city.here, officer);
    }

    /** Of somebody who is in no list of the city. */
    private Reception receive(UnitId here, Reader officer) {
        Reader visitor = people.resident("Kiều Thị Quầy");
        UUID id = receptions.begin(
                new Receptions.Start(
                        Channel.COUNTER,
                        Reception.Represented.oneself(requireNonNull(visitor.person()), visitor.displayName()),
                        "identity-card",
                        DoorCity.SERVICE,
                        here,
                        here,
                        null,
                        null,
                        null,
                        "counter",
                        null,
                        UUID.randomUUID()),
                officer);
        receptions.prepare(id, here, officer);
        return receptions.get(id, officer);
    }

    /** Handed in, and more is asked for. */
    private String asked(Reception reception, Reader officer, Reader specialist) {
        people.answered(requireNonNull(reception.draft()), reception.by(officer));
        for (Paper paper : papers.of(reception, officer)) {
            papers.note(reception.id(), paper.part(), Paper.Original.KEPT, null, officer);
        }
        UUID application = handingOver.handIn(reception.id(), officer).value();
        take(application, "accept", officer);
        take(application, "ask-supplement", specialist);
        return reception.id().toString();
    }

    private void take(UUID application, String outcome, Reader by) {
        var seen = cases.of("publicservice/application", application).orElseThrow();
        cases.act(NextAct.of(seen, outcome, "Thiếu giấy", by));
    }

    /** @param unknown whether none of it shall be anything */
    String filled(String address, boolean unknown) {
        return address.replace("{point}", unknown ? "p-" + UNKNOWN : slug)
                .replace("{point-id}", id(point, unknown))
                .replace("{kiosk}", id(kiosk, unknown))
                .replace("{ticket}", id(ticket, unknown))
                .replace("{appointment}", id(appointment, unknown))
                .replace("{begun}", id(begun, unknown))
                .replace("{taken}", id(taken, unknown))
                .replace("{parcel}", id(parcel, unknown));
    }

    private static String id(String known, boolean unknown) {
        return unknown ? UNKNOWN : known;
    }
}
