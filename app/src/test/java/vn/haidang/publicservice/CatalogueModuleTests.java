package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.casework.Channel;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.reference.ReferenceData;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.LegalDuration;

@ModuleTest
class CatalogueModuleTests {

    private static final PageRequest FIRST = PageRequest.first(20);

    private final Catalogue catalogue;
    private final ReferenceData reference;
    private final JdbcClient jdbc;
    private final Measure measure;

    CatalogueModuleTests(
            Catalogue catalogue, ReferenceData reference, JdbcClient jdbc, java.util.List<Measure> measures) {
        this.catalogue = catalogue;
        this.reference = reference;
        this.jdbc = jdbc;
        this.measure = measures.stream()
                .filter(each -> each.code().value().equals("publicservice/multi-device"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void load() {
        reference.load();
    }

    @ParameterizedTest
    @CsvSource({
        "dang ky khai sinh, 1.001193, 1",
        "Đăng ký khai sinh, 1.001193, 1",
        "ĐĂNG KÝ KHAI SINH, 1.001193, 1",
        "giấy khai sinh cho con, 1.001193, 1",
        "giay khai sinh cho con, 1.001193, 1",
        "dang ki khai sinh, 1.001193, 2",
        "khai sihn, 1.001193, 3",
        "làm giấy khai sinh cho em bé mới sinh, 1.001193, 2",
        "đặt tên cho con, 1.001193, 1",
        "sổ đỏ, 1.013978, 3",
        "so do, 1.013978, 3",
        "mở quán ăn, 1.001612, 1",
        "toi muon mo quan an o hai phong, 1.001612, 3",
        "mat bang lai xe, 3.000348, 1",
        "cuoi, 1.000894, 1",
        "ket hom, 1.000894, 3",
        "lấy chồng nước ngoài, 2.000806, 1",
        "lam can cuoc cong dan, 1.014061, 2",
        "passpot, 1.001456, 1",
        "hộ chiêu, 1.001456, 1",
        "sao y ban chinh, 2.000815, 1",
        "xây nhà, 1.013225, 2",
        "birth registration, 1.001193, 2",
        "giấy độc thân, 1.004873, 1",
        "thuê trọ, 1.004194, 2",
        "1.001193, 1.001193, 1",
        "lam khai sinh, 1.001193, 1",
        "khai snih, 1.001193, 2",
        "birth certificate, 1.001193, 1",
        "xay nha, 1.013225, 1",
        "xay nah, 1.013225, 1",
        "mo quan pho, 1.001612, 1",
        "open a shop, 1.001612, 1",
        "dang ki ket hon, 1.000894, 1",
        "nhap khau, 1.004222, 1",
        "chuyen nha, 1.004222, 1",
        "move house, 1.004222, 1",
        "tro cap, 1.001776, 1",
        "giay chung tu, 1.000656, 1",
        "bo mat, 1.000656, 2",
        "dam ma, 1.000656, 2",
        "death certificate, 1.000656, 1",
        "so ho khau, 1.010041, 2",
        "tam chu, 1.004194, 1",
        "nha tro, 1.004194, 2",
        "chia dat cho con, 1.013831, 2",
        "sang ten xe, 1.013080, 1",
        "rap cuoi, 1.013274, 1",
        "cho con di hoc, 3.000182, 1",
        "cap lai giay phep kinh doanh, 2.000575, 1",
        "mat giay khai sinh, 1.004884, 1",
        "nguoi khuyet tat, 1.001699, 1",
        "tien nguoi gia, 1.014027, 1",
        "nghi ban hang, 1.001570, 1",
        "tam ngung ban hang, 1.001570, 1",
        "dat vuon len tho cu, 1.013949, 1"
    })
    void findsServicesByWhatPeopleType(String words, String code, int within) {
        var found = catalogue.find(ServiceQuestion.words(words), FIRST);

        assertThat(found.rows().stream().map(ServiceSummary::code).limit(within))
                .as(
                        "found for %s: %s",
                        words,
                        found.rows().stream()
                                .map(ServiceSummary::shortName)
                                .limit(5)
                                .toList())
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy", "qqqq wwww", "%%%", "'; drop table x; --", "____", "\\", "(((", "<script>"})
    void findsNothingForNonsenseAndBreaksOnNothing(String words) {
        assertThat(catalogue.find(ServiceQuestion.words(words), FIRST).rows().size())
                .isLessThanOrEqualTo(20);
        if (words.startsWith("x") || words.startsWith("q")) {
            assertThat(catalogue.find(ServiceQuestion.words(words), FIRST).total())
                    .isZero();
        }
    }

    @Test
    void narrowsByFieldLifeEventAndAudience() {
        assertThat(catalogue.find(question("Hộ tịch", null, null), FIRST).total())
                .isEqualTo(16);
        assertThat(catalogue.find(question(null, "birth", null), FIRST).rows())
                .extracting(ServiceSummary::code)
                .contains("1.001193", "1.014062");
        assertThat(catalogue.find(question(null, null, "business"), FIRST).total())
                .isEqualTo(32);
        assertThat(catalogue.find(question("Không có", null, null), FIRST).total())
                .isZero();
    }

    @Test
    void turnsPagesWithoutLosingOrRepeatingServices() {
        long total = catalogue.find(ServiceQuestion.words(""), FIRST).total();
        var codes = new java.util.ArrayList<String>();
        for (int page = 1; page <= 5; page++) {
            catalogue.find(ServiceQuestion.words(""), new PageRequest(page, 20)).rows().stream()
                    .map(ServiceSummary::code)
                    .forEach(codes::add);
        }

        assertThat(total).isEqualTo(87);
        assertThat(codes).hasSize(87).doesNotHaveDuplicates();
    }

    @Test
    void showsWhatSourcesSayAndNothingElse() {
        Service birth = catalogue.get("1.001193");
        assertThat(birth.version()).isEqualTo(1);
        assertThat(birth.duration()).isEqualTo(LegalDuration.parse("same-day@15:00"));
        assertThat(birth.startsHere()).isTrue();
        assertThat(birth.items()).hasSize(7);
        assertThat(birth.legalBasis()).hasSize(10);
        assertThat(birth.confidence()).isEqualTo("I");

        Service unknownTime = catalogue.get("2.002516");
        assertThat(unknownTime.duration()).isNull();
        assertThat(unknownTime.startsHere()).isFalse();

        assertThatThrownBy(() -> catalogue.get("9.999999"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo("publicservice/no-such-service"));
    }

    /** What each way in takes and costs; a nought beside words that the city decides the amount is no amount. */
    @Test
    void knowsWhatEachWayInTakesAndCosts() {
        Service permit = catalogue.get("1.013225");
        assertThat(permit.duration(Channel.COUNTER)).isEqualTo(new LegalDuration.CalendarDays(15));
        assertThat(permit.duration(Channel.ONLINE))
                .isEqualTo(permit.duration())
                .isEqualTo(new LegalDuration.CalendarDays(20));
        assertThat(permit.fee(Channel.COUNTER)).isNull();

        Service residence = catalogue.get("1.004222");
        assertThat(residence.fee(Channel.COUNTER)).isEqualTo(20_000);
        assertThat(residence.fee(Channel.ONLINE)).isEqualTo(10_000);
        assertThat(catalogue.get("1.001612").fee(Channel.COUNTER)).isEqualTo(50_000);
        assertThat(catalogue.get("1.001193").fee(Channel.POST)).isZero();
    }

    @Test
    void countsPublishedServicesAsFactsEqualToItsRecords() {
        var observed = measure.observe(new DayRange(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1))).rows().stream()
                .filter(row -> row.component().equals("denominator"))
                .mapToLong(row -> row.amount())
                .sum();
        Long facts = jdbc.sql("""
                        select coalesce(sum(amount), 0) from (
                          select amount from indicator.delta where measure = :measure and component = 'denominator'
                          union all
                          select amount from indicator.cell where measure = :measure and component = 'denominator') f
                        """)
                .param("measure", "publicservice/multi-device")
                .query(Long.class)
                .single();

        assertThat(observed).isEqualTo(87);
        assertThat(facts).isEqualTo(observed);
    }

    private static ServiceQuestion question(@Nullable String field, @Nullable String event, @Nullable String audience) {
        return new ServiceQuestion(null, field, event, audience, null);
    }
}
