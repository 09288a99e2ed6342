package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.internal.queue.AppointmentJobs;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Slots;
import vn.haidang.publicservice.internal.queue.Tickets;
import vn.haidang.ui.ProblemException;

/** P4: appointments on working days only, never overbooked, moved, cancelled, reminded, kept and missed. */
@WebTest
class AppointmentPageTests {

    /** A Tuesday, half past eight. */
    private static final Instant MORNING = Instant.parse("2026-03-10T01:30:00Z");

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);
    private static final String SINGLE = "1.004873";

    private final MockMvcTester pages;
    private final Applicant people;
    private final Points points;
    private final Tickets tickets;
    private final Slots slots;
    private final Appointments appointments;
    private final MovableClock clock;
    private final JdbcClient database;
    private final ApplicationContext context;

    AppointmentPageTests(MockMvcTester pages, MovableClock clock, JdbcClient database, ApplicationContext context) {
        this.pages = pages;
        this.clock = clock;
        this.database = database;
        this.context = context;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.points = context.getBean(Points.class);
        this.tickets = context.getBean(Tickets.class);
        this.slots = context.getBean(Slots.class);
        this.appointments = context.getBean(Appointments.class);
    }

    @BeforeEach
    void inTheMorning() {
        clock.moveTo(MORNING);
    }

    @Test
    void neverBooksAStretchBeyondWhatItHoldsHoweverManyBookAtOnce() throws Exception {
        Reader head = people.officer("Nguyễn Văn Hẹn", Role.UNIT_HEAD);
        Points.Point point = point(head, 5);
        List<Reader> residents = IntStream.range(0, 24)
                .mapToObj(number -> people.resident("Người Hẹn " + number))
                .toList();
        LocalDate wednesday = TUESDAY.plusDays(1);
        List<String> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            List<Callable<String>> all = residents.stream()
                    .<Callable<String>>map(resident -> () -> {
                        try {
                            appointments.book(
                                    new Appointments.Booking(
                                            point.slug(), SINGLE, wednesday, LocalTime.of(9, 0), UUID.randomUUID()),
                                    resident);
                            return "booked";
                        } catch (ProblemException refused) {
                            return refused.problem().code();
                        }
                    })
                    .toList();
            for (var each : threads.invokeAll(all)) {
                answers.add(each.get());
            }
        }

        assertThat(Collections.frequency(answers, "booked")).isEqualTo(5);
        assertThat(Collections.frequency(answers, "publicservice/slot-full")).isEqualTo(19);
        assertThat(slot(point, wednesday, LocalTime.of(9, 0)).taken()).isEqualTo(5);
    }

    @Test
    void keepsToTheCalendarAndLetsPeopleMoveAndCancel() throws Exception {
        Reader head = people.officer("Nguyễn Văn Lịch", Role.UNIT_HEAD);
        Points.Point point = point(head, 1);
        assertThat(slots.of(point, LocalDate.of(2026, 3, 14))).as("a Saturday").isEmpty();
        assertThat(slots.of(point, TUESDAY.plusDays(1))).hasSize(16);
        Reader one = people.resident("Người Một");
        Reader two = people.resident("Người Hai");
        assertThatThrownBy(() -> book(point, TUESDAY, LocalTime.of(8, 0), one)).hasMessageContaining("no-such-slot");
        assertThatThrownBy(() -> book(point, LocalDate.of(2026, 3, 14), LocalTime.of(9, 0), one))
                .hasMessageContaining("no-such-slot");
        assertThatThrownBy(() -> book(point, TUESDAY.plusDays(60), LocalTime.of(9, 0), one))
                .hasMessageContaining("no-such-slot");
        assertThatThrownBy(() -> book(point, TUESDAY.plusDays(1), LocalTime.of(12, 0), one))
                .hasMessageContaining("no-such-slot");

        UUID first = book(point, TUESDAY.plusDays(1), LocalTime.of(9, 0), one);
        UUID second = book(point, TUESDAY.plusDays(2), LocalTime.of(9, 0), two);
        assertThatThrownBy(() -> appointments.move(second, TUESDAY.plusDays(1), LocalTime.of(9, 0), two))
                .hasMessageContaining("slot-full");
        assertThatThrownBy(() -> appointments.move(first, TUESDAY.plusDays(2), LocalTime.of(10, 0), two))
                .hasMessageContaining("no-such-appointment");
        appointments.move(first, TUESDAY.plusDays(2), LocalTime.of(10, 0), one);
        appointments.move(second, TUESDAY.plusDays(1), LocalTime.of(9, 0), two);
        appointments.cancel(first, one);
        assertThat(slot(point, TUESDAY.plusDays(2), LocalTime.of(10, 0)).taken())
                .isZero();
        assertThat(slot(point, TUESDAY.plusDays(1), LocalTime.of(9, 0)).taken()).isEqualTo(1);
        assertThatThrownBy(() -> slots.limit(point, TUESDAY.plusDays(1), LocalTime.of(9, 0), 0, head))
                .hasMessageContaining("fewer-than-booked");
        crossEachOther(point);
    }

    /** Two people who change places with each other at the same moment, again and again: nobody waits for ever. */
    private void crossEachOther(Points.Point point) throws Exception {
        slots.limit(point, TUESDAY.plusDays(3), LocalTime.of(9, 0), 2, head());
        slots.limit(point, TUESDAY.plusDays(3), LocalTime.of(10, 0), 2, head());
        Reader one = people.resident("Người Ba");
        Reader two = people.resident("Người Bốn");
        UUID first = book(point, TUESDAY.plusDays(3), LocalTime.of(9, 0), one);
        UUID second = book(point, TUESDAY.plusDays(3), LocalTime.of(10, 0), two);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int turn = 0; turn < 8; turn++) {
                LocalTime to = turn % 2 == 0 ? LocalTime.of(10, 0) : LocalTime.of(9, 0);
                LocalTime back = turn % 2 == 0 ? LocalTime.of(9, 0) : LocalTime.of(10, 0);
                List<Callable<Void>> both = List.of(
                        () -> {
                            appointments.move(first, TUESDAY.plusDays(3), to, one);
                            return null;
                        },
                        () -> {
                            appointments.move(second, TUESDAY.plusDays(3), back, two);
                            return null;
                        });
                for (var each : threads.invokeAll(both)) {
                    each.get();
                }
            }
        }
        assertThat(slot(point, TUESDAY.plusDays(3), LocalTime.of(9, 0)).taken()).isEqualTo(1);
        assertThat(slot(point, TUESDAY.plusDays(3), LocalTime.of(10, 0)).taken())
                .isEqualTo(1);
    }

    @Test
    void remindsOnceCallsWhoComesOnTimeFirstAndNotesWhoDidNotCome() {
        Reader head = people.officer("Nguyễn Văn Nhắc", Role.UNIT_HEAD);
        Reader officer = people.officer("Trần Thị Nhắc", Role.ONE_STOP_OFFICER);
        Points.Point point = point(head, 3);
        Reader comes = people.resident("Người Đến");
        Reader stays = people.resident("Người Không Đến");
        UUID key = UUID.randomUUID();
        String path = "/appointments/" + point.slug();
        assertThatPage(get(path, comes)).contains("Giờ").hasNoDuplicateIds();
        assertThat(post(path + "?day=2026-03-11&starts=09:00&service=" + SINGLE + "&key=" + key, comes))
                .hasStatus3xxRedirection();
        assertThat(post(path + "?day=2026-03-11&starts=09:00&service=" + SINGLE + "&key=" + key, comes))
                .hasStatus3xxRedirection();
        book(point, TUESDAY.plusDays(1), LocalTime.of(9, 0), stays);
        assertThatPage(get("/my/appointments", comes)).contains("Đã đặt").hasNoDuplicateIds();
        assertThat(slot(point, TUESDAY.plusDays(1), LocalTime.of(9, 0)).taken()).isEqualTo(2);

        assertThat(jobs("remind")).isGreaterThanOrEqualTo(2);
        assertThat(jobs("remind")).isZero();
        assertThat(told(comes, "publicservice.notice.appointment-soon")).isEqualTo(1);
        assertThatPage(get("/my/notifications", comes)).contains("Nhắc hẹn: 09:00 ngày 11/3/2026");

        clock.moveTo(Instant.parse("2026-03-11T01:50:00Z"));
        tickets.take(point, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS);
        String code = appointments.mine(comes).getFirst().code();
        assertThatThrownBy(() -> appointments.arrive(point, "x", UUID.randomUUID(), Actor.ANONYMOUS))
                .hasMessageContaining("no-such-appointment");
        Tickets.Ticket mine = appointments.arrive(point, code, UUID.randomUUID(), Actor.ANONYMOUS);
        assertThat(mine.first()).isTrue();
        assertThat(appointments
                        .arrive(point, code, UUID.randomUUID(), Actor.ANONYMOUS)
                        .id())
                .as("whoever presses again sees the number they have")
                .isEqualTo(mine.id());
        assertThat(tickets.next(point, 1, officer).orElseThrow().id()).isEqualTo(mine.id());
        tickets.served(mine.id(), 1, officer);
        assertThat(appointments.mine(comes).getFirst().state()).isEqualTo("kept");
        assertThatPage(get("/desk/appointments?point=" + point.slug(), officer))
                .contains("Người Không Đến")
                .hasNoDuplicateIds();

        clock.moveTo(Instant.parse("2026-03-12T01:00:00Z"));
        assertThat(jobs("close")).isGreaterThanOrEqualTo(1);
        assertThat(appointments.mine(stays).getFirst().state()).isEqualTo("missed");
        assertThat(told(stays, "publicservice.notice.appointment-not-kept")).isEqualTo(1);
        assertThatThrownBy(() ->
                        appointments.cancel(appointments.mine(stays).getFirst().id(), stays))
                .hasMessageContaining("appointment-over");
    }

    @Test
    void callsFirstWhoeverComesFromAQuarterOfAnHourBeforeTheirTimeUntilHalfAnHourAfterIt() {
        Points.Point point = point(people.officer("Nguyễn Văn Giờ", Role.UNIT_HEAD), 9);
        Map<String, Boolean> first = new LinkedHashMap<>();
        first.put("2026-03-11T01:44:30Z", false);
        first.put("2026-03-11T01:45:00Z", true);
        first.put("2026-03-11T02:29:30Z", true);
        first.put("2026-03-11T02:30:01Z", false);
        Map<String, String> codes = new LinkedHashMap<>();
        first.keySet().forEach(moment -> {
            Reader resident = people.resident("Người Đúng Giờ");
            book(point, TUESDAY.plusDays(1), LocalTime.of(9, 0), resident);
            codes.put(moment, appointments.mine(resident).getFirst().code());
        });

        codes.forEach((moment, code) -> {
            clock.moveTo(Instant.parse(moment));
            assertThat(appointments
                            .arrive(point, code, UUID.randomUUID(), Actor.ANONYMOUS)
                            .first())
                    .as(moment)
                    .isEqualTo(first.get(moment));
        });
    }

    @Test
    void remindsOfTheNewDayWhoeverMovedAfterTheReminder() {
        Points.Point point = point(people.officer("Nguyễn Văn Dời", Role.UNIT_HEAD), 9);
        Reader resident = people.resident("Người Dời Hẹn");
        UUID id = book(point, TUESDAY.plusDays(1), LocalTime.of(9, 0), resident);
        jobs("remind");
        assertThat(told(resident, "publicservice.notice.appointment-soon")).isEqualTo(1);

        appointments.move(id, TUESDAY.plusDays(2), LocalTime.of(9, 0), resident);
        jobs("remind");
        assertThat(told(resident, "publicservice.notice.appointment-soon")).isEqualTo(1);
        clock.moveTo(Instant.parse("2026-03-11T01:30:00Z"));
        jobs("remind");

        assertThat(told(resident, "publicservice.notice.appointment-soon")).isEqualTo(2);
    }

    @Test
    void aChangeOfTheCalendarTellsWhichBookedDaysItWouldClose() {
        Points.Point point = point(head(), 9);
        Reader one = people.resident("Người Hẹn Thứ Sáu");
        LocalDate friday = TUESDAY.plusDays(17);
        book(point, friday, LocalTime.of(9, 0), one);
        book(point, friday, LocalTime.of(14, 0), people.resident("Người Hẹn Chiều"));
        book(point, friday.minusDays(1), LocalTime.of(9, 0), one);
        appointments.cancel(book(point, friday, LocalTime.of(10, 0), one), one);

        var shown = pages.post()
                .uri("/admin/calendar/day")
                .param("date", friday.toString())
                .param("kind", "swap-off")
                .param("name", "Nghỉ thử")
                .param("confirmed", "yes")
                .param("source", "Thông báo thử")
                .param("confidence", "H")
                .with(SignedIn.withForm(account(people.officer("Quản trị lịch", Role.ADMINISTRATOR))))
                .exchange();

        assertThatPage(shown)
                .contains("Lịch hẹn rơi vào lúc nơi tiếp nhận không mở cửa")
                .contains("Điểm thử, thứ Sáu, 27/03/2026: 2 lượt hẹn")
                .doesNotContain("thứ Năm, 26/03/2026: ")
                .doesNotContain("Người Hẹn");
    }

    @Test
    void letsNobodyHoldMoreThanThree() {
        Reader head = people.officer("Nguyễn Văn Ba", Role.UNIT_HEAD);
        Points.Point point = point(head, 9);
        Reader greedy = people.resident("Người Tham");
        for (int hour = 8; hour < 11; hour++) {
            book(point, TUESDAY.plusDays(1), LocalTime.of(hour, 30), greedy);
        }
        assertThatThrownBy(() -> book(point, TUESDAY.plusDays(2), LocalTime.of(9, 0), greedy))
                .hasMessageContaining("too-many-appointments");
    }

    private Reader head() {
        return people.officer("Nguyễn Văn Trưởng Khác", Role.UNIT_HEAD);
    }

    private UUID book(Points.Point point, LocalDate day, LocalTime starts, Reader resident) {
        return appointments.book(
                new Appointments.Booking(point.slug(), SINGLE, day, starts, UUID.randomUUID()), resident);
    }

    private Slots.Slot slot(Points.Point point, LocalDate day, LocalTime starts) {
        return slots.of(point, day).stream()
                .filter(slot -> slot.starts().equals(starts))
                .findFirst()
                .orElseThrow();
    }

    /** What the nightly and hourly work does, as the jobs call it. */
    private int jobs(String what) {
        AppointmentJobs jobs = context.getBean(AppointmentJobs.class);
        return what.equals("remind") ? jobs.remind() : jobs.close();
    }

    private long told(Reader reader, String key) {
        return database.sql("select count(*) from notification.message where account = :account and message_key = :key")
                .param("account", account(reader).value())
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private Points.Point point(Reader head, int capacity) {
        String slug = "p-" + UUID.randomUUID();
        points.open(slug, people.commune(), new Points.Terms("Điểm thử", "Test point", 4, 30, capacity), head);
        return points.bySlug(slug);
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get().uri(path).with(SignedIn.as(account(reader))).exchange();
    }

    private MvcTestResult post(String path, Reader reader) {
        return pages.post().uri(path).with(SignedIn.withForm(account(reader))).exchange();
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
