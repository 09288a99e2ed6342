package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.casework.NextAct;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.internal.CounterSupplements;
import vn.haidang.publicservice.internal.HandingOver;
import vn.haidang.publicservice.internal.Parcels;
import vn.haidang.publicservice.internal.ReceptionPapers;
import vn.haidang.publicservice.internal.Receptions;

/** P4: what came by post counts from its arrival, what went by post says where it is, and more papers come to the desk. */
@WebTest
class PostPageTests {

    private static final Instant MORNING = Instant.parse("2026-03-10T03:00:00Z");
    private static final String SINGLE = "1.004873";

    private final MockMvcTester pages;
    private final Applicant people;
    private final Receptions receptions;
    private final HandingOver handingOver;
    private final ReceptionPapers papers;
    private final Parcels parcels;
    private final CounterSupplements supplements;
    private final Cases cases;
    private final JdbcClient database;
    private final MovableClock clock;

    PostPageTests(MockMvcTester pages, ApplicationContext context) {
        this.pages = pages;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.receptions = context.getBean(Receptions.class);
        this.handingOver = context.getBean(HandingOver.class);
        this.papers = context.getBean(ReceptionPapers.class);
        this.parcels = context.getBean(Parcels.class);
        this.supplements = context.getBean(CounterSupplements.class);
        this.cases = context.getBean(Cases.class);
        this.database = context.getBean(JdbcClient.class);
        this.clock = context.getBean(MovableClock.class);
    }

    @BeforeEach
    void inTheMorning() {
        clock.moveTo(MORNING);
    }

    @Test
    void countsFromTheArrivalOfTheParcelAndTakesMorePapersAtTheDesk() {
        Reader officer = people.officer("Trần Thị Thư", Role.ONE_STOP_OFFICER);
        Reader resident = people.resident("Nguyễn Thị Gửi");
        Reader elsewhere = people.officer("Người Không Quầy", Role.SPECIALIST);
        String tracking = "EA" + UUID.randomUUID();
        UUID key = UUID.randomUUID();
        assertThat(arrive(officer, tracking, "09:15", key)).hasStatus3xxRedirection();
        assertThat(arrive(officer, tracking, "09:15", key)).hasStatus3xxRedirection();
        assertThatPage(arrive(officer, tracking, "09:15", UUID.randomUUID())).hasErrorSummary("in-tracking");
        assertThatPage(arrive(officer, "X", "23:59", UUID.randomUUID())).hasErrorSummary("arrived");
        assertThat(get("/desk/post", elsewhere)).hasStatus(403);
        String receive = assertThatPage(get("/desk/post", officer))
                .contains(tracking)
                .hasNoDuplicateIds()
                .document()
                .select("tr:contains(" + tracking + ") a[href*=parcel=]")
                .attr("href");
        assertThatPage(get(receive, officer)).hasField("arrived-at", "09:15");
        UUID parcel = UUID.fromString(receive.replaceAll(".*parcel=([0-9a-f-]{36}).*", "$1"));

        Reception reception = handedIn(officer, resident, parcel);
        CaseSummary opened = cases.of(
                        "publicservice/application",
                        Objects.requireNonNull(reception.application()).value())
                .orElseThrow();
        assertThatPage(get("/desk/post", officer)).contains(opened.code());
        assertThat(opened.channel()).isEqualTo(Channel.POST);
        assertThat(opened.filedAt()).isEqualTo("2026-03-10T02:15:00Z");
        assertThatPage(get("/my/applications/" + opened.subjectId(), resident)).contains(tracking);

        take(opened, "ask-supplement", officer);
        String path = "/desk/reception/" + reception.id();
        assertThatPage(get(path + "/supplement", officer))
                .contains("Thiếu giấy")
                .hasNoDuplicateIds();
        assertThat(post(
                        path + "/supplement",
                        officer,
                        Map.of("key", UUID.randomUUID().toString())))
                .hasStatus(422);
        assertThat(post(
                        path + "/supplement",
                        officer,
                        Map.of("key", UUID.randomUUID().toString(), "note", "Đã mang đến")))
                .hasStatus3xxRedirection();
        assertThat(cases.of("publicservice/application", opened.subjectId())
                        .orElseThrow()
                        .status())
                .isEqualTo(CaseStatus.OPEN);
        assertThatThrownBy(() -> supplements.asked(reception.id(), officer)).hasMessageContaining("nothing-asked");
    }

    @Test
    void sendsOnlyAResultThatIsThereAndTellsTheDays() {
        Reader officer = people.officer("Trần Thị Gửi Đi", Role.ONE_STOP_OFFICER);
        Reader resident = people.resident("Nguyễn Thị Nhận Thư");
        Reception reception = handedIn(officer, resident, null);
        var application = handingOver.application(reception).orElseThrow();
        assertThatPage(send(officer, application.dossierCode(), "VN1")).hasErrorSummary("dossier");
        assertThatPage(send(officer, "H24.00-000000-0000", "VN1")).hasErrorSummary("dossier");
        database.sql("""
                        insert into publicservice.result (application, document, number, file, issued_on)
                        values (:id, :id, 'x', :id, date '2026-03-10')
                        """).param("id", application.id().value()).update();

        String waiting = "a[href*='send=" + reception.id() + "']";
        assertThatPage(get("/desk/post", officer)).has(waiting);
        assertThatPage(get("/desk/post?send=" + reception.id(), officer))
                .hasField("dossier", application.dossierCode())
                .hasField("to", "Nguyễn Thị Nhận Thư")
                .hasField("address", "Số 1 Lạch Tray");
        String tracking = "VN" + UUID.randomUUID();
        assertThat(send(officer, application.dossierCode(), tracking)).hasStatus3xxRedirection();
        assertThatPage(get("/my/applications/" + application.id().value(), resident))
                .contains(tracking)
                .contains("Đang chuyển");
        assertThatPage(get("/desk/post", officer)).hasNo(waiting);
        UUID parcel = parcels.at(officer).stream()
                .filter(each -> each.tracking().equals(tracking))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> parcels.delivered(parcel, LocalDate.of(2026, 3, 8), officer))
                .hasMessageContaining("delivered-before-posted");
        String field = "delivered-" + parcel;
        assertThat(post(
                        "/desk/post/" + parcel + "/delivered",
                        officer,
                        Map.of(field + "-day", "10", field + "-month", "3", field + "-year", "2026")))
                .hasStatus3xxRedirection();
        assertThatPage(get("/my/applications/" + application.id().value(), resident))
                .contains("Phát ngày 10/03/2026");
    }

    @Test
    void keepsParcelsAndResultsToTheDeskTheyBelongTo() {
        Reader officer = people.officer("Trần Thị Riêng", Role.ONE_STOP_OFFICER);
        Reader resident = people.resident("Nguyễn Thị Riêng");
        UnitId foreign = CommuneDesk.untouched(database, false);
        Reader elsewhere = new Reader(
                new AccountId(UUID.randomUUID()),
                "Trần Thị Nơi Khác",
                Set.of(new Reader.Holding(foreign, Role.ONE_STOP_OFFICER)));
        UUID came = parcels.arrived(
                new Parcels.Arrived(
                        people.commune(),
                        "Nguyễn Thị Riêng",
                        "Bưu điện Việt Nam",
                        "EA" + UUID.randomUUID(),
                        null,
                        clock.instant(),
                        UUID.randomUUID()),
                officer);
        Reception reception = handedIn(officer, resident, null);
        var application = handingOver.application(reception).orElseThrow();
        database.sql("""
                        insert into publicservice.result (application, document, number, file, issued_on)
                        values (:id, :id, 'x', :id, date '2026-03-10')
                        """).param("id", application.id().value()).update();

        assertThatThrownBy(() -> receptions.begin(start(resident, foreign, foreign, came), elsewhere))
                .hasMessageContaining("no-such-parcel");
        assertThatThrownBy(() -> parcels.sent(result(application.dossierCode()), elsewhere))
                .hasMessageContaining("no-such-application");
        UUID gone = parcels.sent(result(application.dossierCode()), officer);
        assertThatThrownBy(() -> parcels.delivered(gone, LocalDate.of(2026, 3, 10), elsewhere))
                .hasMessageContaining("no-such-parcel");
        assertThatThrownBy(() -> parcels.delivered(gone, LocalDate.of(2026, 3, 11), officer))
                .as("tomorrow")
                .hasMessageContaining("delivered-before-posted");
        assertThat(parcels.at(elsewhere)).isEmpty();
        assertThat(parcels.toSend(elsewhere)).isEmpty();
    }

    @Test
    void sendsADossierOnlyToUnitsThatReceiveAndDecideIt() {
        Reader officer = people.officer("Trần Thị Đúng Nơi", Role.ONE_STOP_OFFICER);
        Reader resident = people.resident("Nguyễn Thị Đúng Nơi");
        UnitId nowhere = new UnitId(UUID.randomUUID());

        assertThatThrownBy(() -> receptions.begin(start(resident, people.commune(), nowhere, null), officer))
                .hasMessageContaining("no-such-receiver");
        assertThatThrownBy(() -> receptions.begin(start(resident, nowhere, people.commune(), null), officer))
                .hasMessageContaining("not-your-desk");
        UUID begun = receptions.begin(start(resident, people.commune(), people.commune(), null), officer);
        assertThatThrownBy(() -> receptions.prepare(begun, nowhere, officer)).hasMessageContaining("no-such-receiver");
    }

    private static Receptions.Start start(Reader resident, UnitId help, UnitId receiving, @Nullable UUID parcel) {
        return new Receptions.Start(
                parcel == null ? Channel.COUNTER : Channel.POST,
                Reception.Represented.oneself(Objects.requireNonNull(resident.person()), resident.displayName()),
                "certified-copy",
                SINGLE,
                help,
                receiving,
                null,
                parcel,
                null,
                "post",
                "Số 1 Lạch Tray",
                UUID.randomUUID());
    }

    private static Parcels.Sent result(String dossier) {
        return new Parcels.Sent(
                dossier,
                "Bưu điện Việt Nam",
                "VN" + UUID.randomUUID(),
                "Nguyễn Thị Riêng",
                "Số 1 Lạch Tray",
                LocalDate.of(2026, 3, 9),
                UUID.randomUUID());
    }

    private Reception handedIn(Reader officer, Reader resident, @Nullable UUID parcel) {
        UUID id = receptions.begin(start(resident, people.commune(), people.commune(), parcel), officer);
        DraftId draft = receptions.prepare(id, people.commune(), officer);
        Reception begun = receptions.get(id, officer);
        people.answered(draft, begun.by(officer));
        for (Paper paper : papers.of(begun, officer)) {
            papers.note(id, paper.part(), Paper.Original.COPY, null, officer);
        }
        handingOver.handIn(id, officer);
        return receptions.get(id, officer);
    }

    private void take(CaseSummary opened, String outcome, Reader officer) {
        cases.act(NextAct.of(opened, outcome, "Thiếu giấy", officer));
    }

    private MvcTestResult arrive(Reader officer, String tracking, String time, UUID key) {
        return post(
                "/desk/post/arrived",
                officer,
                Map.of(
                        "unit", people.commune().value().toString(),
                        "sender", "Nguyễn Thị Gửi",
                        "in-carrier", "Bưu điện Việt Nam",
                        "in-tracking", tracking,
                        "arrived-day", "10",
                        "arrived-month", "3",
                        "arrived-year", "2026",
                        "arrived-at", time,
                        "key", key.toString()));
    }

    private MvcTestResult send(Reader officer, String code, String tracking) {
        return post(
                "/desk/post/sent",
                officer,
                Map.of(
                        "dossier", code,
                        "to", "Nguyễn Thị Nhận Thư",
                        "address", "Số 1 Lạch Tray",
                        "out-carrier", "Bưu điện Việt Nam",
                        "out-tracking", tracking,
                        "out-posted-day", "9",
                        "out-posted-month", "3",
                        "out-posted-year", "2026",
                        "key", UUID.randomUUID().toString()));
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get()
                .uri(java.net.URI.create(path))
                .with(SignedIn.as(account(reader)))
                .exchange();
    }

    private MvcTestResult post(String path, Reader reader, Map<String, String> fields) {
        var request = pages.post().uri(path).with(SignedIn.withForm(account(reader)));
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
