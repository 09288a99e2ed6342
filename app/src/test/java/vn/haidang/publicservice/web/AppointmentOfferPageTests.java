package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.internal.queue.AppointmentJobs;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Slots;

/** P4: where appointments are offered, that only what is offered can be chosen, and what the figures say of who came. */
@WebTest
class AppointmentOfferPageTests {

    /** A Tuesday, half past eight. */
    private static final Instant MORNING = Instant.parse("2026-03-10T01:30:00Z");

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);
    private static final String AT_COMMUNES = "1.004873";

    private final MockMvcTester pages;
    private final Applicant people;
    private final Points points;
    private final Slots slots;
    private final Appointments appointments;
    private final MovableClock clock;
    private final JdbcClient database;
    private final ApplicationContext context;
    private final Measure measure;

    AppointmentOfferPageTests(
            MockMvcTester pages, MovableClock clock, JdbcClient database, ApplicationContext context) {
        this.pages = pages;
        this.clock = clock;
        this.database = database;
        this.context = context;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.points = context.getBean(Points.class);
        this.slots = context.getBean(Slots.class);
        this.appointments = context.getBean(Appointments.class);
        this.measure = context.getBeansOfType(Measure.class).values().stream()
                .filter(each -> each.code().value().equals("publicservice/appointments"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void inTheMorning() {
        clock.moveTo(MORNING);
    }

    @Test
    void offersAppointmentsWhereTheUnitsOfTheServiceTakeThemAndNowhereElse() {
        Reader head = people.officer("Nguyễn Văn Mở", Role.UNIT_HEAD);
        Points.Point open = point(head, "Nơi nhận hẹn", 3);
        Points.Point shut = point(head, "Nơi không nhận hẹn", 0);

        assertThatPage(pages.get().uri("/services/" + AT_COMMUNES).exchange())
                .hasLink("Đặt lịch hẹn để đến làm trực tiếp", "/appointments?service=" + AT_COMMUNES);
        assertThatPage(pages.get().uri("/appointments?service=" + AT_COMMUNES).exchange())
                .has("a[href='/appointments/" + open.slug() + "?service=" + AT_COMMUNES + "']")
                .hasNo("a[href^='/appointments/" + shut.slug() + "']")
                .hasNoDuplicateIds();
        String ofTheCity = database.sql("""
                        select code from publicservice.service_version
                        where tier = 'CITY' and upper_inf(validity) order by code limit 1
                        """).query(String.class).single();
        assertThatPage(pages.get().uri("/services/" + ofTheCity).exchange())
                .doesNotContain("Đặt lịch hẹn để đến làm trực tiếp");
        assertThatPage(pages.get().uri("/appointments?service=" + ofTheCity).exchange())
                .hasNo("a[href^='/appointments/" + open.slug() + "']");
        assertThatPage(pages.get().uri("/kiosk/" + open.slug()).exchange())
                .hasLink("Đặt lịch hẹn", "/appointments/" + open.slug());
        assertThatPage(pages.get().uri("/kiosk/" + shut.slug()).exchange()).hasNo("a[href^='/appointments']");

        slots.limit(shut, TUESDAY.plusDays(1), LocalTime.of(9, 0), 2, head);
        assertThatPage(pages.get().uri("/appointments").exchange()).has("a[href='/appointments/" + shut.slug() + "']");
    }

    @Test
    void booksAtAPlaceOnlyWhatItsUnitReceives() {
        Points.Point point = point(people.officer("Nguyễn Văn Nhận", Role.UNIT_HEAD), "Nơi của xã", 3);
        Reader resident = people.resident("Người Có Tàu Cá");
        String ofTheCity = database.sql("""
                        select code from publicservice.service_version
                        where tier = 'CITY' and upper_inf(validity) order by code limit 1
                        """).query(String.class).single();

        assertThatPage(get("/appointments/" + point.slug() + "?day=2026-03-11", resident))
                .has("select[name=service] option[value='" + AT_COMMUNES + "']")
                .hasNo("select[name=service] option[value='" + ofTheCity + "']");
        MvcTestResult refused = post(point, ofTheCity, resident);
        assertThat(refused).hasStatus(422);
        assertThatPage(refused).contains("Nơi này không nhận thủ tục đã chọn");
        assertThatThrownBy(() -> appointments.book(
                        new Appointments.Booking(
                                point.slug(), ofTheCity, TUESDAY.plusDays(1), LocalTime.of(9, 0), UUID.randomUUID()),
                        resident))
                .hasMessage("publicservice/not-received-here");
        assertThat(appointments.mine(resident)).isEmpty();
        assertThat(post(point, AT_COMMUNES, resident)).hasStatus3xxRedirection();
        assertThat(appointments.mine(resident)).hasSize(1);
    }

    @Test
    void saysThatADayCannotBeBookedInsteadOfShowingAnotherInSilence() {
        Points.Point point = point(people.officer("Nguyễn Văn Ngày", Role.UNIT_HEAD), "Nơi chọn ngày", 3);
        for (String wrong : List.of("2020-01-01", "abc", "2026-03-14")) {
            assertThatPage(pages.get()
                            .uri("/appointments/" + point.slug() + "?day=" + wrong)
                            .exchange())
                    .contains("Ngày đã chọn không đặt hẹn được");
        }
        for (String right : List.of("", "2026-03-11")) {
            assertThatPage(pages.get()
                            .uri("/appointments/" + point.slug() + "?day=" + right)
                            .exchange())
                    .doesNotContain("Ngày đã chọn không đặt hẹn được");
        }
    }

    @Test
    void saysAtTheDeskThatADayIsNoneAndShowsOneThatIsOver() {
        Points.Point point = point(people.officer("Nguyễn Văn Sổ", Role.UNIT_HEAD), "Nơi xem ngày", 3);
        Reader officer = people.officer("Trần Thị Sổ", Role.ONE_STOP_OFFICER);
        String path = "/desk/appointments?point=" + point.slug() + "&day=";
        assertThatPage(get(path + "nonsense", officer)).contains("Không có ngày như đã ghi");
        for (String day : List.of("", "2026-03-11", "2026-03-09")) {
            assertThatPage(get(path + day, officer))
                    .has("option[value='" + (day.isEmpty() ? TUESDAY : day) + "'][selected]")
                    .doesNotContain("Không có ngày như đã ghi");
        }
    }

    private MvcTestResult post(Points.Point point, String service, Reader resident) {
        return pages.post()
                .uri("/appointments/" + point.slug())
                .param("day", "2026-03-11")
                .param("starts", "09:00")
                .param("service", service)
                .param("key", UUID.randomUUID().toString())
                .with(SignedIn.withForm(Objects.requireNonNull(resident.account())))
                .exchange();
    }

    @Test
    void bringsWhoeverSignsInBackToTheDayAndTheService() {
        Reader head = people.officer("Nguyễn Văn Nhớ", Role.UNIT_HEAD);
        Points.Point point = point(head, "Nơi nhận hẹn", 3);

        assertThatPage(pages.get()
                        .uri("/appointments/" + point.slug() + "?service=" + AT_COMMUNES + "&day=2026-03-12")
                        .exchange())
                .has("a[href='/sign-in?next=%2Fappointments%2F" + point.slug() + "%3Fday%3D2026-03-12%26service%3D"
                        + AT_COMMUNES + "']")
                .has("form[method=get] input[name=service][value='" + AT_COMMUNES + "']");
    }

    @Test
    void offersNoMoreAStretchThatThePlaceGaveUpButKeepsWhoeverBookedIt() {
        Reader head = people.officer("Nguyễn Văn Đổi", Role.UNIT_HEAD);
        Points.Point point = point(head, "Nơi đổi khung", 3);
        Reader resident = people.resident("Người Đặt Trước");
        book(point, TUESDAY.plusDays(1), LocalTime.of(9, 30), resident);
        points.change(point.id(), new Points.Terms("Nơi đổi khung", "Changed", 2, 20, 3), head);
        Points.Point changed = points.bySlug(point.slug());

        assertThat(slots.of(changed, TUESDAY.plusDays(1)))
                .filteredOn(slot -> slot.starts().equals(LocalTime.of(9, 30)))
                .singleElement()
                .satisfies(slot -> assertThat(slot.left()).isZero());
        assertThatPage(get("/appointments/" + point.slug() + "?day=2026-03-11", resident))
                .has("input[name=starts][value='09:40']")
                .hasNo("input[name=starts][value='09:30']");
    }

    @Test
    void offersTheNextDayInTheEveningAndNoChangeOfWhatHasBegun() {
        Points.Point point = point(people.officer("Nguyễn Văn Tối", Role.UNIT_HEAD), "Nơi buổi tối", 3);
        Reader resident = people.resident("Người Buổi Tối");
        book(point, TUESDAY.plusDays(1), LocalTime.of(9, 0), resident);
        assertThatPage(get("/my/appointments", resident)).has("form[action$='/cancel']");

        clock.moveTo(Instant.parse("2026-03-10T12:00:00Z"));
        assertThatPage(get("/appointments/" + point.slug(), resident))
                .has("option[value='2026-03-11'][selected]")
                .has("input[name=starts][value='09:30']");
        assertThatPage(get("/appointments/" + point.slug() + "?day=2026-03-10", resident))
                .contains("Ngày này đã hết giờ hẹn")
                .hasNo("input[name=starts]");
        clock.moveTo(Instant.parse("2026-03-11T03:00:00Z"));
        assertThatPage(get("/my/appointments", resident))
                .contains("Mã hẹn:")
                .hasNo("form[action$='/cancel']")
                .hasNo("a[href*='?move=']");
        clock.moveTo(Instant.parse("2026-03-12T01:00:00Z"));
        assertThatPage(get("/my/appointments", resident)).doesNotContain("Mã hẹn:");
    }

    @Test
    void callsOffWhatWasBookedAtAPlaceThatClosesAndTellsWhoeverBooked() {
        Reader head = people.officer("Nguyễn Văn Đóng", Role.UNIT_HEAD);
        Points.Point point = point(head, "Nơi sắp đóng", 3);
        Reader resident = people.resident("Người Được Báo");
        book(point, TUESDAY.plusDays(1), LocalTime.of(9, 30), resident);

        assertThat(pages.post()
                        .uri("/desk/points/" + point.id() + "?do=close")
                        .with(SignedIn.withForm(Objects.requireNonNull(head.account())))
                        .exchange())
                .hasStatus3xxRedirection();

        assertThat(appointments.mine(resident).getFirst().state()).isEqualTo("cancelled");
        assertThatPage(get("/my/notifications", resident))
                .contains("lịch hẹn 09:30 ngày 11/3/2026 tại Nơi sắp đóng không còn nữa");
    }

    @Test
    void countsWhoBookedWhoCameAndWhoDidNotAsTheRecordsDo() {
        clock.moveTo(Instant.parse("2026-03-17T01:30:00Z"));
        close();
        Reader head = people.officer("Nguyễn Văn Số", Role.UNIT_HEAD);
        Reader officer = people.officer("Trần Thị Số", Role.ONE_STOP_OFFICER);
        Points.Point point = point(head, "Nơi đếm", 9);
        LocalDate wednesday = TUESDAY.plusDays(8);
        DayRange week = new DayRange(TUESDAY.plusDays(7), TUESDAY.plusDays(13));
        Map<String, Long> before = observed(week);
        Map<String, Long> factsBefore = facts();
        Reader comes = people.resident("Người Giữ Hẹn");
        book(point, wednesday, LocalTime.of(9, 0), comes);
        UUID moved = book(point, wednesday, LocalTime.of(9, 0), people.resident("Người Lỡ Hẹn"));
        Reader gone = people.resident("Người Hủy Hẹn");
        appointments.cancel(book(point, wednesday, LocalTime.of(10, 0), gone), gone);
        Reader other = people.resident("Người Đổi Hẹn");
        UUID later = book(point, wednesday, LocalTime.of(10, 0), other);
        appointments.move(later, wednesday.plusDays(1), LocalTime.of(10, 0), other);
        clock.moveTo(Instant.parse("2026-03-18T02:00:00Z"));
        appointments.arrive(point, appointments.mine(comes).getFirst().code(), UUID.randomUUID(), Actor.ANONYMOUS);
        clock.moveTo(Instant.parse("2026-03-19T01:00:00Z"));
        close();

        Map<String, Long> counted = difference(observed(week), before);
        assertThat(difference(facts(), factsBefore)).isEqualTo(counted);
        assertThat(counted).containsAllEntriesOf(Map.of("booked", 3L, "came", 1L, "missed", 1L, "due", 2L));
        assertThat(moved).isNotNull();
        var ground = new Ground(List.of(new Ground.Plot(people.commune(), null, null)));
        var seen = measure.behind("came", ground, week, null, EvidencePage.first(50), officer)
                .rows();
        assertThat(seen).anySatisfy(row -> {
            assertThat(row.label()).startsWith("Nơi đếm · 09:00");
            assertThat(row.path()).contains("/desk/appointments?point=" + point.slug());
        });
        assertThat(seen).noneMatch(row -> row.label().contains("Người"));
        assertThat(measure.behind("came", ground, week, null, EvidencePage.first(50), comes)
                        .rows())
                .isEmpty();
        assertThatPage(get("/figures/publicservice/appointments?from=2026-03-17&to=2026-03-23", officer))
                .contains("Lịch hẹn tại điểm tiếp dân");
    }

    private Map<String, Long> observed(DayRange days) {
        return measure.observe(days).rows().stream()
                .collect(Collectors.groupingBy(
                        Observations.Row::component, Collectors.summingLong(Observations.Row::amount)));
    }

    private Map<String, Long> facts() {
        return database
                .sql("""
                        select component, sum(amount) as amount from (
                          select component, amount, day from indicator.delta where measure = 'publicservice/appointments'
                          union all
                          select component, amount, day from indicator.cell where measure = 'publicservice/appointments') f
                        where day between '2026-03-17' and '2026-03-23'
                        group by component
                        """)
                .query((row, number) -> Map.entry(row.getString("component"), row.getLong("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Long> difference(Map<String, Long> after, Map<String, Long> before) {
        return after.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0L)));
    }

    private void close() {
        context.getBean(AppointmentJobs.class).close();
    }

    private UUID book(Points.Point point, LocalDate day, LocalTime starts, Reader resident) {
        return appointments.book(
                new Appointments.Booking(point.slug(), AT_COMMUNES, day, starts, UUID.randomUUID()), resident);
    }

    private Points.Point point(Reader head, String name, int capacity) {
        String slug = "p-" + UUID.randomUUID();
        points.open(slug, people.commune(), new Points.Terms(name, "Test point", 4, 30, capacity), head);
        return points.bySlug(slug);
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get()
                .uri(path)
                .with(SignedIn.as(Objects.requireNonNull(reader.account())))
                .exchange();
    }
}
