package vn.haidang.publicservice.internal.queue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.PublicServiceProblems;

/**
 * Who comes when. One person holds few appointments at once; a stretch is never booked beyond what it holds; whoever comes types the
 * six digits at the kiosk and is called before the others when it is their time.
 */
@Component
public class Appointments {

    static final int MOST_OPEN = 3;

    private static final int CODES = 1_000_000;
    private static final int TRIES = 8;
    private static final Duration EARLY = Duration.ofMinutes(15);
    private static final Duration LATE = Duration.ofMinutes(30);

    /** What somebody asks for. */
    public record Booking(String point, String service, LocalDate day, LocalTime starts, UUID key) {}

    /** One appointment as its owner and the place see it, with the name of its service; {@code state} as {@code publicservice.appointment.state.<state>}; {@code counted} whether it is in the figures. */
    public record Appointment(
            UUID id,
            String code,
            UUID point,
            String pointSlug,
            String pointName,
            String pointNameEn,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            AccountId account,
            String personName,
            String service,
            @Nullable String serviceEn,
            String state,
            UnitId unit,
            boolean counted) {

        public boolean open() {
            return state.equals("booked");
        }

        /** The name of its service, Vietnamese where the catalogue does not know it. */
        public String service(boolean english) {
            return english && serviceEn != null ? serviceEn : service;
        }
    }

    private final AppointmentRows rows;
    private final Slots slots;
    private final Points points;
    private final Tickets tickets;
    private final AppointmentTraces traces;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Appointments(
            AppointmentRows rows, Slots slots, Points points, Tickets tickets, AppointmentTraces traces, Clock clock) {
        this.rows = rows;
        this.slots = slots;
        this.points = points;
        this.tickets = tickets;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Books; the same key a second time answers with the same appointment.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-slot}, {@code publicservice/slot-full},
     *     {@code publicservice/too-many-appointments}, {@code publicservice/no-such-point}, {@code publicservice/no-such-service},
     *     {@code publicservice/not-received-here} for what the unit of the place does not receive
     */
    @Transactional
    public UUID book(Booking booking, Reader reader) {
        AccountId account = account(reader);
        rows.lock(account);
        Optional<UUID> before = rows.booked(account, booking.key());
        if (before.isPresent()) {
            return before.get();
        }
        Points.Point point = points.bySlug(booking.point());
        Slots.Slot slot = slots.bookable(point, booking.service(), booking.day(), booking.starts())
                .orElseThrow(PublicServiceProblems::noSuchSlot);
        if (rows.open(account, LocalDate.now(clock)) >= MOST_OPEN) {
            throw PublicServiceProblems.tooManyAppointments(MOST_OPEN);
        }
        if (!slots.take(point, slot)) {
            throw PublicServiceProblems.slotFull();
        }
        Instant now = points.now();
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        for (int turn = 0; turn < TRIES; turn++) {
            if (rows.insert(id, "%06d".formatted(random.nextInt(CODES)), point, slot, booking, reader, now)) {
                traces.booked(id, point, slot.day(), reader);
                return id;
            }
        }
        throw PublicServiceProblems.slotFull();
    }

    /**
     * Another time at the same place; the old one is free again for others.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-appointment}, {@code publicservice/appointment-over},
     *     {@code publicservice/no-such-slot}, {@code publicservice/slot-full}
     */
    @Transactional
    public void move(UUID id, LocalDate day, LocalTime starts, Reader reader) {
        Appointment own = open(id, reader);
        if (own.day().equals(day) && own.starts().equals(starts)) {
            return;
        }
        Points.Point point = points.bySlug(own.pointSlug());
        Slots.Slot slot = slots.bookable(point, day, starts).orElseThrow(PublicServiceProblems::noSuchSlot);
        slots.hold(point, new Slots.Slot(own.day(), own.starts(), own.ends(), 1, 1), slot);
        if (!slots.take(point, slot)) {
            throw PublicServiceProblems.slotFull();
        }
        slots.free(point, own.day(), own.starts());
        for (int turn = 0; turn < TRIES; turn++) {
            if (rows.move(id, slot, turn == 0 ? own.code() : "%06d".formatted(random.nextInt(CODES)))) {
                traces.moved(own, slot, reader);
                return;
            }
        }
        throw PublicServiceProblems.slotFull();
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-appointment}, {@code publicservice/appointment-over} */
    @Transactional
    public void cancel(UUID id, Reader reader) {
        Appointment own = open(id, reader);
        Points.Point point = points.find(own.point()).orElseThrow(PublicServiceProblems::noSuchPoint);
        rows.end(id, "cancelled", points.now());
        slots.free(point, own.day(), own.starts());
        traces.cancelled(own, reader);
    }

    /** Held, and not over. */
    private Appointment open(UUID id, Reader reader) {
        Appointment own =
                rows.hold(id, account(reader), party(reader)).orElseThrow(PublicServiceProblems::noSuchAppointment);
        Instant begins = own.day().atTime(own.starts()).atZone(clock.getZone()).toInstant();
        if (!own.open() || !begins.isAfter(clock.instant())) {
            throw PublicServiceProblems.appointmentOver();
        }
        return own;
    }

    public Appointment get(UUID id, Reader reader) {
        return rows.find(id, account(reader), party(reader)).orElseThrow(PublicServiceProblems::noSuchAppointment);
    }

    /** One's own, the next first. */
    public List<Appointment> mine(Reader reader) {
        return rows.mine(account(reader), party(reader), LocalDate.now(clock));
    }

    /** Who comes to a place on a day; a look at names is one entry. */
    public List<Appointment> at(Points.Point point, LocalDate day, Reader officer) {
        List<Appointment> shown = rows.at(point.id(), day);
        traces.read(shown, officer);
        return shown;
    }

    /**
     * Somebody came and typed their six digits: they get a number. Before their time they wait like everybody; from a quarter of an
     * hour before it until half an hour after it they are called first. Whoever types them again sees the number they have.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-appointment}
     */
    @Transactional
    public Tickets.Ticket arrive(Points.Point point, String code, UUID key, Actor by) {
        Instant now = points.now();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        AppointmentRows.Coming coming = rows.coming(point.id(), today, code.replaceAll("[^0-9]", ""))
                .orElseThrow(PublicServiceProblems::noSuchAppointment);
        UUID had = coming.ticket();
        if (had != null) {
            return tickets.place(point, had).ticket();
        }
        Instant begins = today.atTime(coming.starts()).atZone(clock.getZone()).toInstant();
        boolean first = !now.isBefore(begins.minus(EARLY)) && !now.isAfter(begins.plus(LATE));
        Tickets.Ticket ticket = tickets.take(point, "appointment", first, key, by);
        rows.arrived(coming.id(), ticket.id());
        traces.came(coming, ticket, today, by);
        return ticket;
    }

    private static AccountId account(Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw PublicServiceProblems.noSuchAppointment();
        }
        return account;
    }

    private static UUID party(Reader reader) {
        var party = reader.party();
        if (party == null) {
            throw PublicServiceProblems.noSuchAppointment();
        }
        return party.value();
    }
}
