package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.internal.queue.Kiosks;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;

/** P4: numbers without gaps, the kiosk and its credential, the board, and how long people wait. */
@WebTest
class WaitingPageTests {

    /** A Tuesday, half past eight. */
    private static final Instant MORNING = Instant.parse("2026-03-10T01:30:00Z");

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

    private final MockMvcTester pages;
    private final Applicant people;
    private final Points points;
    private final Tickets tickets;
    private final Kiosks kiosks;
    private final MovableClock clock;
    private final JdbcClient database;
    private final Measure waiting;

    WaitingPageTests(MockMvcTester pages, MovableClock clock, JdbcClient database, ApplicationContext context) {
        this.pages = pages;
        this.clock = clock;
        this.database = database;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.points = context.getBean(Points.class);
        this.tickets = context.getBean(Tickets.class);
        this.kiosks = context.getBean(Kiosks.class);
        this.waiting = context.getBeansOfType(Measure.class).values().stream()
                .filter(each -> each.code().value().equals("publicservice/waiting"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void inTheMorning() {
        clock.moveTo(MORNING);
    }

    @Test
    void givesOutNumbersOnAPairedDeviceOnlyUntilItIsRevoked() {
        Reader head = people.officer("Nguyễn Văn Trưởng", Role.UNIT_HEAD);
        Points.Point point = point(head, 4);
        String kiosk = "/kiosk/" + point.slug();
        assertThatPage(pages.get().uri(kiosk).exchange())
                .contains("chưa được ghép")
                .hasNo(".hd-kiosk__take");
        assertThat(post(kiosk + "/ticket?key=" + UUID.randomUUID(), null)).hasStatus(403);
        assertThat(post(kiosk + "/pair?code=AAAAAAAAAA", null)).hasStatus(422);

        MvcTestResult registered = post("/desk/points/" + point.id() + "/kiosks?kiosk=Sanh", head);
        String code = assertThatPage(registered).document().select("code").text();
        MvcTestResult paired = post(kiosk + "/pair?code=" + code.toLowerCase(java.util.Locale.ROOT), null);
        assertThat(paired).hasStatus3xxRedirection();
        String secret = Objects.requireNonNull(paired.getResponse().getCookie("hd-kiosk"))
                .getValue();
        assertThat(paired.getResponse().getHeader("Set-Cookie"))
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=" + kiosk);
        assertThat(post(kiosk + "/pair?code=" + code, null)).hasStatus(422);

        UUID key = UUID.randomUUID();
        String ticket = redirect(kiosk(kiosk, key, secret));
        assertThat(redirect(kiosk(kiosk, key, secret))).isEqualTo(ticket);
        assertThatPage(pages.get().uri(ticket).exchange())
                .contains("Số của bạn")
                .hasNoDuplicateIds();
        assertThatPage(pages.get().uri(kiosk + "/board").exchange())
                .contains("Đang chờ: 1")
                .hasNoDuplicateIds();
        Points.Point other = point(head, 4);
        assertThat(kiosk("/kiosk/" + other.slug(), UUID.randomUUID(), secret)).hasStatus(403);

        String page = assertThatPage(get("/desk/points/" + point.id(), head))
                .document()
                .select("form[action$=/revoke]")
                .attr("action");
        assertThat(post(page, head)).hasStatus3xxRedirection();
        assertThat(kiosk(kiosk, UUID.randomUUID(), secret)).hasStatus(403);
    }

    @Test
    void callsEverybodyOnceHoweverManyDesksCallAtOnceAndNumbersWithoutGaps() throws Exception {
        Reader head = people.officer("Nguyễn Văn Gọi", Role.UNIT_HEAD);
        Points.Point point = point(head, 4);
        List<Reader> officers = IntStream.range(0, 4)
                .mapToObj(number -> people.officer("Quầy " + number, Role.ONE_STOP_OFFICER))
                .toList();
        Set<Integer> taken = new HashSet<>();
        Set<UUID> called = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> people = Collections.nCopies(
                    40,
                    () -> tickets.take(point, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS)
                            .number());
            for (var each : threads.invokeAll(people)) {
                taken.add(each.get());
            }
            List<Callable<List<UUID>>> desks = new ArrayList<>();
            for (int desk = 0; desk < 4; desk++) {
                int at = desk;
                desks.add(() -> {
                    List<UUID> mine = new ArrayList<>();
                    for (var next = tickets.next(point, at + 1, officers.get(at));
                            next.isPresent();
                            next = tickets.next(point, at + 1, officers.get(at))) {
                        mine.add(next.get().id());
                    }
                    return mine;
                });
            }
            int calls = 0;
            for (var each : threads.invokeAll(desks)) {
                called.addAll(each.get());
                calls += each.get().size();
            }
            assertThat(calls).isEqualTo(40);
        }

        assertThat(taken).isEqualTo(IntStream.rangeClosed(1, 40).boxed().collect(java.util.stream.Collectors.toSet()));
        assertThat(called).hasSize(40);
    }

    @Test
    void measuresTheMinutesToTheFirstCallAndTheRecordsSayTheSame() {
        Reader head = people.officer("Nguyễn Văn Đo", Role.UNIT_HEAD);
        Reader officer = people.officer("Trần Thị Đo", Role.ONE_STOP_OFFICER);
        Points.Point point = point(head, 4);
        Observations before = waiting.observe(new DayRange(TUESDAY, TUESDAY));
        long facts = facts();
        UUID slow = tickets.take(point, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS)
                .id();
        clock.moveBy(Duration.ofSeconds(12 * 60 + 20));
        UUID quick = tickets.take(point, "desk", false, UUID.randomUUID(), Actor.ANONYMOUS)
                .id();

        String queue = "/desk/queue/" + point.slug();
        assertThat(post(queue + "/next?desk=2", officer)).hasStatus3xxRedirection();
        assertThatPage(get("/desk/queue?point=" + point.slug() + "&desk=2", officer))
                .contains("Ở quầy 2")
                .hasNoDuplicateIds();
        assertThat(post(queue + "/tickets/" + slow + "?do=missed&desk=2", officer))
                .hasStatus3xxRedirection();
        clock.moveBy(Duration.ofMinutes(30));
        assertThat(post(queue + "/tickets/" + slow + "?do=again&desk=2", officer))
                .hasStatus3xxRedirection();
        assertThat(post(queue + "/next?desk=2", officer)).hasStatus3xxRedirection();

        assertThat(sum(waiting.observe(new DayRange(TUESDAY, TUESDAY)), "minutes") - sum(before, "minutes"))
                .isEqualTo(12 + 30);
        assertThat(sum(waiting.observe(new DayRange(TUESDAY, TUESDAY)), "called") - sum(before, "called"))
                .isEqualTo(2);
        assertThat(facts() - facts).isEqualTo(2 + 2 + 12 + 30);
        assertThat(database.sql("select state from publicservice.ticket where id = :id")
                        .param("id", slow)
                        .query(String.class)
                        .single())
                .isEqualTo("served");
        assertThat(tickets.place(point, quick).ticket().state()).isEqualTo(Tickets.State.CALLED);
        Reader stranger = people.officer("Người Không Ở Quầy", Role.SPECIALIST);
        assertThat(post(queue + "/tickets/" + quick + "?do=served&desk=2", stranger))
                .hasStatus(403);
    }

    @Test
    void showsEachDeskWhoStandsThereHoweverManyDesksCalledAfterIt() {
        Reader head = people.officer("Nguyễn Văn Nhiều", Role.UNIT_HEAD);
        Reader officer = people.officer("Trần Thị Nhiều", Role.ONE_STOP_OFFICER);
        Points.Point point = point(head, 4);
        points.change(point.id(), new Points.Terms("Sảnh lớn", "Large hall", 12, 30, 4), head);
        Points.Point hall = points.bySlug(point.slug());
        for (int desk = 1; desk <= 10; desk++) {
            tickets.take(hall, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS);
            clock.moveBy(Duration.ofMinutes(1));
            assertThat(tickets.next(hall, desk, officer)).isPresent();
        }

        assertThatPage(get("/desk/queue?point=" + hall.slug() + "&desk=1", officer))
                .contains("Số 1")
                .doesNotContain("Chưa có ai.");
    }

    @Test
    void letsWhoeverTakesADeskOverEndWhatItsLastOfficerCalled() {
        Reader head = people.officer("Nguyễn Văn Ca", Role.UNIT_HEAD);
        Reader morning = people.officer("Trần Thị Sáng", Role.ONE_STOP_OFFICER);
        Reader afternoon = people.officer("Trần Thị Chiều", Role.ONE_STOP_OFFICER);
        Points.Point point = point(head, 4);
        UUID id = tickets.take(point, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS)
                .id();
        assertThat(tickets.next(point, 3, morning)).isPresent();

        String act = "/desk/queue/" + point.slug() + "/tickets/" + id + "?do=served&desk=";
        assertThat(post(act + 2, afternoon)).hasStatus(409);
        assertThat(post(act + 3, afternoon)).hasStatus3xxRedirection();
        assertThat(tickets.place(point, id).ticket().state()).isEqualTo(Tickets.State.SERVED);
    }

    @Test
    void givesOneNumberForOneKeyHoweverOftenItIsSentAtOnce() throws Exception {
        Reader head = people.officer("Nguyễn Văn Khóa", Role.UNIT_HEAD);
        Points.Point point = point(head, 4);
        UUID key = UUID.randomUUID();
        Set<UUID> taken = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<UUID> press = () ->
                    tickets.take(point, "kiosk", false, key, Actor.ANONYMOUS).id();
            for (var each : threads.invokeAll(Collections.nCopies(12, press))) {
                taken.add(each.get());
            }
        }

        assertThat(taken).hasSize(1);
        assertThat(tickets.take(point, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS)
                        .number())
                .as("no number is lost")
                .isEqualTo(2);
    }

    @Test
    void printsANumberWithThePlaceTheTimeAndAnAddressToFollowItAt() {
        Reader head = people.officer("Nguyễn Văn In", Role.UNIT_HEAD);
        Reader officer = people.officer("Trần Thị In", Role.ONE_STOP_OFFICER);
        Points.Point point = point(head, 4);
        tickets.take(point, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS);

        String queue = redirect(post("/desk/queue/" + point.slug() + "/ticket?key=" + UUID.randomUUID(), officer));
        String follow = "/kiosk/" + point.slug() + "/number/2";
        assertThatPage(get(queue, officer)).contains("Đã phát số 2").hasLink("In phiếu", follow + "/print");
        assertThatPage(pages.get().uri(follow + "/print").exchange())
                .contains("Điểm thử")
                .contains("08:30")
                .contains("Còn 1 người trước bạn.")
                .contains("localhost" + follow)
                .has(".hd-slip svg path")
                .hasNoDuplicateIds();
        MvcTestResult followed = pages.get().uri(follow).exchange();
        assertThatPage(followed).contains("Còn 1 người trước bạn.");
        assertThat(followed.getResponse().getHeader("Refresh")).isEqualTo("20");
        assertThat(tickets.next(point, 1, officer)).isPresent();
        assertThatPage(pages.get().uri(follow).exchange()).contains("Bạn là người tiếp theo.");
        assertThat(pages.get().uri("/kiosk/" + point.slug() + "/number/3").exchange())
                .hasStatus(404);
        assertThat(pages.get().uri("/kiosk/" + point.slug() + "/number/x/print").exchange())
                .hasStatus(404);
        clock.moveBy(Duration.ofDays(1));
        assertThat(pages.get().uri(follow).exchange()).hasStatus(404);
    }

    @Test
    void pairsNoDeviceWithACodeOfAQuarterOfAnHourAgo() {
        Reader head = people.officer("Nguyễn Văn Cũ", Role.UNIT_HEAD);
        Points.Point point = point(head, 4);
        String inTime = kiosks.register(point.id(), "Sảnh", head);
        clock.moveBy(Duration.ofMinutes(14));
        String late = kiosks.register(point.id(), "Cổng", head);
        assertThat(kiosks.pair(point.slug(), inTime)).isNotEmpty();
        clock.moveBy(Duration.ofMinutes(15));

        assertThatThrownBy(() -> kiosks.pair(point.slug(), late)).hasMessageContaining("pairing-refused");
    }

    @Test
    void callsNobodyOfYesterdayAndNobodyAgainWhoWasServed() {
        Reader officer = people.officer("Trần Thị Qua", Role.ONE_STOP_OFFICER);
        Points.Point point = point(people.officer("Nguyễn Văn Qua", Role.UNIT_HEAD), 4);
        UUID served = take(point);
        assertThat(tickets.next(point, 1, officer)).isPresent();
        tickets.served(served, 1, officer);
        assertThatThrownBy(() -> tickets.again(served, 1, officer)).hasMessageContaining("ticket-moved");
        UUID left = take(point);

        clock.moveBy(Duration.ofDays(1));
        assertThat(tickets.next(point, 1, officer)).isEmpty();
        assertThat(tickets.waiting(point)).isEmpty();
        assertThatThrownBy(() -> tickets.missed(left, 1, officer)).hasMessageContaining("ticket-moved");
        assertThat(tickets.place(point, take(point)).ticket().number())
                .as("each day begins with one")
                .isEqualTo(1);
    }

    @Test
    void isRunByTheHeadOfItsOwnUnitAlone() {
        Points.Point point = point(people.officer("Nguyễn Văn Chủ", Role.UNIT_HEAD), 4);
        Reader elsewhere = new Reader(
                new AccountId(UUID.randomUUID()),
                "Nguyễn Văn Khách",
                Set.of(new Reader.Holding(new UnitId(UUID.randomUUID()), Role.UNIT_HEAD)));
        var terms = new Points.Terms("Khác", "Other", 1, 30, 1);

        assertThatThrownBy(() -> points.change(point.id(), terms, elsewhere)).hasMessageContaining("no-such-point");
        assertThatThrownBy(() -> points.close(point.id(), elsewhere)).hasMessageContaining("no-such-point");
        assertThatThrownBy(() -> kiosks.register(point.id(), "Lạ", elsewhere)).hasMessageContaining("no-such-point");
        assertThatThrownBy(() -> points.open("p-" + UUID.randomUUID(), people.commune(), terms, elsewhere))
                .hasMessageContaining("not-your-desk");
        assertThat(points.bySlug(point.slug())).isEqualTo(point);
    }

    private UUID take(Points.Point point) {
        return tickets.take(point, "kiosk", false, UUID.randomUUID(), Actor.ANONYMOUS)
                .id();
    }

    private long facts() {
        return database.sql("""
                        select coalesce((select sum(amount) from indicator.delta where measure = 'publicservice/waiting'), 0)
                          + coalesce((select sum(amount) from indicator.cell where measure = 'publicservice/waiting'), 0)
                        """).query(Long.class).single();
    }

    private static long sum(Observations observations, String component) {
        return observations.rows().stream()
                .filter(row -> row.component().equals(component))
                .mapToLong(row -> row.amount())
                .sum();
    }

    private Points.Point point(Reader head, int capacity) {
        String slug = "p-" + UUID.randomUUID();
        points.open(slug, people.commune(), new Points.Terms("Điểm thử", "Test point", 4, 30, capacity), head);
        return points.bySlug(slug);
    }

    private MvcTestResult kiosk(String kiosk, UUID key, String secret) {
        return pages.post()
                .uri(kiosk + "/ticket?way=number&key=" + key)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .cookie(new Cookie("hd-kiosk", secret))
                .exchange();
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get().uri(path).with(SignedIn.as(account(reader))).exchange();
    }

    private MvcTestResult post(String path, @org.jspecify.annotations.Nullable Reader reader) {
        var request = pages.post().uri(path);
        return (reader == null
                        ? request.with(SecurityMockMvcRequestPostProcessors.csrf())
                        : request.with(SignedIn.withForm(account(reader))))
                .exchange();
    }

    private static String redirect(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
