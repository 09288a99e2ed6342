package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.ServicePoints;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.Kiosks;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Slots;

/** P4: outside the office hours of its unit a kiosk gives out no number and says when the office opens. */
@WebTest
class KioskHoursPageTests {

    /** A Tuesday, half past eight. */
    private static final Instant MORNING = Instant.parse("2026-03-10T01:30:00Z");

    private final MockMvcTester pages;
    private final Applicant people;
    private final Points points;
    private final Kiosks kiosks;
    private final Appointments appointments;
    private final Slots slots;
    private final ServicePoints doors;
    private final MovableClock clock;
    private final JdbcClient database;

    KioskHoursPageTests(MockMvcTester pages, MovableClock clock, JdbcClient database, ApplicationContext context) {
        this.pages = pages;
        this.clock = clock;
        this.database = database;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.points = context.getBean(Points.class);
        this.kiosks = context.getBean(Kiosks.class);
        this.slots = context.getBean(Slots.class);
        this.doors = context.getBean(ServicePoints.class);
        this.appointments = context.getBean(Appointments.class);
    }

    @BeforeEach
    void inTheMorning() {
        clock.moveTo(MORNING);
    }

    @Test
    void givesOutNoNumberWhileTheOfficeIsClosedAndSaysWhenItOpens() {
        Points.Point point = point();
        String secret = paired(point);

        moveTo("2026-03-11T20:43:00Z");
        MvcTestResult refused = take(point, "number", "", secret);
        assertThat(refused).hasStatus(422);
        assertThatPage(refused)
                .contains("Đang ngoài giờ làm việc, chưa phát số")
                .contains("12/03/2026. Ai có hẹn")
                .hasNo(".hd-kiosk__take")
                .hasNoDuplicateIds();
        assertThatPage(show(point, secret, "en"))
                .contains("The office is closed; no numbers are given out")
                .hasNo(".hd-kiosk__take");
        moveTo("2026-03-14T03:00:00Z");
        assertThatPage(show(point, secret, "vi"))
                .contains("16/03/2026. Ai có hẹn")
                .hasNo(".hd-kiosk__take");
        assertThatThrownBy(() -> doors.take(point.slug(), UUID.randomUUID())).hasMessage("publicservice/office-closed");
        assertThat(numbers(point)).isZero();

        moveTo("2026-03-16T02:00:00Z");
        assertThatPage(show(point, secret, "vi"))
                .doesNotContain("Đang ngoài giờ làm việc")
                .has(".hd-kiosk__take");
        assertThat(take(point, "number", "", secret)).hasStatus3xxRedirection();
        assertThat(numbers(point)).isOne();
    }

    @Test
    void letsWhoeverHasAnAppointmentArriveALittleBeforeTheOfficeOpens() {
        Points.Point point = point();
        String secret = paired(point);
        Reader resident = people.resident("Người Đến Sớm");
        LocalTime opens = slots.of(point, LocalDate.of(2026, 3, 11)).getFirst().starts();
        UUID booked = appointments.book(
                new Appointments.Booking(point.slug(), "1.004873", LocalDate.of(2026, 3, 11), opens, UUID.randomUUID()),
                resident);
        clock.moveTo(LocalDate.of(2026, 3, 11)
                .atTime(opens.minusMinutes(10))
                .atZone(clock.getZone())
                .toInstant());

        assertThat(take(point, "number", "", secret)).hasStatus(422);
        assertThat(take(point, "appointment", appointments.get(booked, resident).code(), secret))
                .hasStatus3xxRedirection();
        assertThat(numbers(point)).isOne();
    }

    private Points.Point point() {
        String slug = "p-" + UUID.randomUUID();
        points.open(
                slug,
                people.commune(),
                new Points.Terms("Điểm thử", "Test point", 4, 30, 3),
                people.officer("Nguyễn Văn Giờ", Role.UNIT_HEAD));
        return points.bySlug(slug);
    }

    private String paired(Points.Point point) {
        String code = kiosks.register(point.id(), "Sảnh", people.officer("Nguyễn Văn Máy", Role.UNIT_HEAD));
        return kiosks.pair(point.slug(), code);
    }

    private MvcTestResult show(Points.Point point, String secret, String language) {
        return pages.get()
                .uri("/kiosk/" + point.slug())
                .cookie(new Cookie("language", language))
                .cookie(new Cookie("hd-kiosk", secret))
                .exchange();
    }

    private MvcTestResult take(Points.Point point, String way, String code, String secret) {
        return pages.post()
                .uri("/kiosk/" + point.slug() + "/ticket")
                .param("way", way)
                .param("code", code)
                .param("key", UUID.randomUUID().toString())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .cookie(new Cookie("hd-kiosk", secret))
                .exchange();
    }

    private long numbers(Points.Point point) {
        return database.sql("select count(*) from publicservice.ticket where point = :point")
                .param("point", point.id())
                .query(Long.class)
                .single();
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }
}
