package vn.haidang.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ViewResolver;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.form.Answer;
import vn.haidang.form.Draft;
import vn.haidang.form.Drafts;
import vn.haidang.form.Examples;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.Forms;
import vn.haidang.form.QuestionView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Units;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.Fragment;

@WebTest
class QuestionPageTests {

    private final QuestionView view;
    private final Drafts drafts;
    private final Forms forms;
    private final Units units;
    private final List<ViewResolver> templates;
    private final MovableClock clock;

    QuestionPageTests(
            QuestionView view,
            Drafts drafts,
            Forms forms,
            Units units,
            List<ViewResolver> templates,
            MovableClock clock) {
        this.view = view;
        this.drafts = drafts;
        this.forms = forms;
        this.units = units;
        this.templates = templates;
        this.clock = clock;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void drawsEveryQuestionOfEveryFormEmptyAndWrong(String language) {
        for (String code : forms.codes()) {
            Draft draft = start(code, Map.of());
            for (Page page : asDrawn(draft.form())) {
                var errors = forms.check(draft.form(), page, Map.of());
                Document drawn = draw(view.question(draft, page.code(), errors), language);

                assertThat(drawn.select("h1")).as(page.code()).hasSize(1);
                assertThat(drawn.html()).as(page.code()).doesNotContain("??");
                assertThat(drawn.select(".govuk-error-summary__list a").eachAttr("href"))
                        .as(page.code())
                        .allSatisfy(target -> assertThat(drawn.getElementById(target.substring(1)))
                                .isNotNull());
                assertThat(drawn.select("input:not([type=hidden]), select, textarea"))
                        .as(page.code())
                        .allSatisfy(field -> assertThat(drawn.select("label[for=" + field.id() + "]"))
                                .isNotEmpty());
            }
        }
    }

    @Test
    void listsEachOfSeveralWithButtonsToAddAndRemove() {
        Draft draft = start("estate-division", Map.of());
        Reader owner = new Reader(draft.owner(), "", Set.of());
        drafts.take(draft.id(), "heirs", Map.of(Drafts.ADD, new String[] {"1"}), List.of(), owner);
        drafts.save(draft.id(), "heirs-2", Map.of("heir.full-name.2", "Nguyễn Văn An"), owner);

        Document drawn = draw(view.question(drafts.get(draft.id(), owner), "heirs", List.of()), "vi");

        assertThat(drawn.text()).contains("Người thừa kế 2: Nguyễn Văn An").contains("Thêm: Người thừa kế");
        assertThat(drawn.select("button[name=drop][value='2 2']")).hasSize(1);
        assertThat(drawn.select("a[href=heirs-1]")).hasSize(1);
    }

    @Test
    void tellsAFailedCheckBesideWhatWasComputed() {
        Draft draft = start("marriage-registration", Map.of());
        Reader owner = new Reader(draft.owner(), "", Set.of());
        drafts.save(draft.id(), "wife", Map.of("wife.birth-date", "2010-05-04"), owner);
        Draft saved = drafts.get(draft.id(), owner);
        var wrong = forms.check(saved.form(), saved.form().page("ages").orElseThrow(), saved.values());

        Document drawn = draw(view.question(saved, "ages", wrong), "vi");

        assertThat(drawn.select("[id=wife.age]").text())
                .contains("Bên nữ chưa đủ 18 tuổi", "15 tuổi", "Hệ thống tự tính");
        assertThat(drawn.select(".govuk-error-summary__list a").eachAttr("href"))
                .containsExactly("#wife.age");
    }

    @Test
    void showsWhereAKnownValueComesFrom() {
        Draft draft = start(
                "birth-registration",
                Map.of(
                        "wife.full-name",
                        new KnownValue(
                                "wife.full-name", "Phạm Thị Hoa", "population-register", LocalDate.of(2025, 9, 1))));

        Document drawn = draw(view.question(draft, "mother", List.of()), "vi");

        assertThat(drawn.text()).contains("Lấy từ: Cơ sở dữ liệu quốc gia về dân cư, ngày 01/09/2025");
        assertThat(drawn.select(".hd-locked").text()).contains("Phạm Thị Hoa", "Sai? Đề nghị sửa");
        assertThat(drawn.select("input[value=Phạm Thị Hoa]")).isEmpty();
        Document corrected = draw(view.question(draft, "mother", List.of(), false, Set.of("mother.full-name")), "vi");
        assertThat(corrected.select("input[value=Phạm Thị Hoa]")).hasSize(1);
        assertThat(corrected.select("input[name=correct][value=mother.full-name]"))
                .hasSize(1);
    }

    @Test
    void offersTheHundredAndFourteenCommunes() {
        Document drawn =
                draw(view.question(start("general-request", Map.of()), "requester-residence", List.of()), "vi");

        assertThat(drawn.select("select option")).hasSize(115);
    }

    @Test
    void escapesWhatWasTyped() {
        Draft draft = start("general-request", Map.of());
        Reader owner = new Reader(draft.owner(), "", Set.of());
        Draft saved =
                drafts.save(draft.id(), "request", Map.of("request.text", "</textarea><script>x</script>"), owner);

        assertThat(draw(view.question(saved, "request", List.of()), "vi").select("script"))
                .isEmpty();
        assertThat(draw(view.answers(saved.form(), saved.answers(), null, null), "vi")
                        .select("script"))
                .isEmpty();
    }

    @Test
    void listsTheAnswersInTheirWordsWithLinksToChangeThem() {
        FormDefinition form = forms.current("birth-registration");
        Map<String, Answer> answers = new HashMap<>();
        var residence = units.ofTier(Tier.COMMUNE, LocalDate.now(clock)).getFirst();
        Examples.completeBirth(residence.id()).forEach((field, value) -> answers.put(field, Answer.typed(value)));
        answers.put(
                "mother.full-name",
                new Answer("Phạm Thị Hoà", "Phạm Thị Hoa", "self-declared", LocalDate.of(2025, 9, 1)));

        Document drawn = draw(view.answers(form, answers, "/apply/1.001193/x/", null), "vi");

        assertThat(drawn.text())
                .contains("Nữ")
                .contains("thứ Sáu, 20/02/2026")
                .contains("Giấy chứng sinh")
                .contains(residence.name())
                .contains("Bạn đã sửa. Bạn đã khai trước đây, ngày 01/09/2025 ghi: Phạm Thị Hoa")
                .doesNotContain("Vì sao để trống phần cha?")
                .doesNotContain("??");
        assertThat(drawn.select("a[href=/apply/1.001193/x/child-sex?return=1]")).hasSize(1);
    }

    /** Of a page that repeats the first of them and the list. */
    private static List<Page> asDrawn(FormDefinition form) {
        return form.pages().stream()
                .flatMap(page -> page.repeat() == null
                        ? Stream.of(page)
                        : Stream.of(page.code() + "-1", page.code())
                                .map(each -> form.page(each).orElseThrow()))
                .toList();
    }

    private Draft start(String code, Map<String, KnownValue> known) {
        AccountId owner = AccountId.next(clock);
        return drafts.get(
                drafts.start(code, "test", new Reader(owner, "", Set.of()), known), new Reader(owner, "", Set.of()));
    }

    private Document draw(Fragment fragment, String language) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setCookies(new Cookie("language", language));
        var response = new MockHttpServletResponse();
        response.setCharacterEncoding("UTF-8");
        try {
            for (ViewResolver resolver : templates) {
                var found = resolver.resolveViewName(fragment.template(), Locale.of("vi"));
                if (found != null && resolver.getClass().getName().startsWith("vn.haidang.ui")) {
                    found.render(Map.of("page", fragment.page()), request, response);
                }
            }
            return Jsoup.parse(response.getContentAsString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
