package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.NextAct;
import vn.haidang.casework.internal.SilentApplicants;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.internal.Traces;

/** A stop notice and a refusal say on what basis, and where none is established or named it says so. */
@WebTest
class StopNoticePageTests {

    private static final String SINGLE = "1.004873";

    private final MockMvcTester pages;
    private final Applications applications;
    private final Cases cases;
    private final SilentApplicants silent;
    private final JdbcClient database;
    private final MovableClock clock;
    private final Applicant people;

    StopNoticePageTests(
            MockMvcTester pages,
            Applications applications,
            Cases cases,
            SilentApplicants silent,
            JdbcClient database,
            MovableClock clock,
            ApplicationContext context) {
        this.pages = pages;
        this.applications = applications;
        this.cases = cases;
        this.silent = silent;
        this.database = database;
        this.clock = clock;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void saysThatNoBasisIsEstablishedForOneThatWasWithdrawn() throws IOException {
        Reader reader = people.resident("Vũ Thị Rút");
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        applications.withdraw(id, "Đổi ý", reader);

        assertThat(paper("05", id, reader))
                .contains("vì: Đổi ý")
                .contains("Căn cứ: chưa nêu; điều khoản về dừng giải quyết chưa xác lập trong hệ thống")
                .contains("trả lại như sau: chưa nêu; hãy hỏi nơi nhận hồ sơ")
                .doesNotContain("Căn cứ: \u2014");
    }

    @Test
    void namesTheRuleBySilenceOfTheApplicantItWasEnded() throws IOException {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        Reader reader = people.resident("Vũ Thị Lặng");
        Reader officer = people.officer("Trần Văn Hỏi", Role.ONE_STOP_OFFICER);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        CaseSummary seen = cases.of(Traces.APPLICATION, id.value()).orElseThrow();
        cases.act(NextAct.of(seen, "ask-supplement", "Thiếu trang hai", officer));
        database.sql("""
                        insert into casework.clock_rule (rule, validity, duration, notice, source, confidence)
                        values ('silence', '[2026-01-01,)', '10wd', 'Quá thời gian bổ sung', 'Quy chế thử', 'I')
                        """).update();
        try {
            clock.moveTo(clock.instant().plus(Duration.ofDays(9)));
            silent.endThoseTooLong();
            clock.moveTo(clock.instant().plus(Duration.ofDays(7)));
            silent.endThoseTooLong();

            assertThat(paper("05", id, reader)).contains("Căn cứ: Quá thời gian bổ sung (Quy chế thử)");
        } finally {
            database.sql("delete from casework.clock_rule where rule = 'silence'")
                    .update();
        }
    }

    @Test
    void saysThatNoBasisIsEstablishedForARefusal() throws IOException {
        Reader reader = people.resident("Vũ Thị Khước");
        Reader officer = people.officer("Trần Văn Từ", Role.ONE_STOP_OFFICER);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        CaseSummary seen = cases.of(Traces.APPLICATION, id.value()).orElseThrow();
        cases.act(NextAct.of(seen, "refuse", "Không đúng thẩm quyền", officer));

        assertThat(paper("03", id, reader))
                .contains("không được tiếp nhận vì: Không đúng thẩm quyền")
                .contains("Căn cứ: chưa nêu; điều khoản về từ chối tiếp nhận chưa xác lập trong hệ thống");
    }

    private String paper(String form, ApplicationId id, Reader reader) throws IOException {
        MvcTestResult result = pages.get()
                .uri("/my/applications/" + id.value() + "/papers/" + form + "/1")
                .with(SignedIn.as(Objects.requireNonNull(reader.account())))
                .exchange();
        assertThat(result).hasStatusOk();
        try (PDDocument pdf = Loader.loadPDF(result.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
