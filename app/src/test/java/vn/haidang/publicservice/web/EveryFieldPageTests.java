package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.Forms;
import vn.haidang.form.RandomAnswers;
import vn.haidang.form.Repeats;
import vn.haidang.identity.Reader;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.ui.FieldError;

/**
 * Every field of every shipped form, sent in every wrong way through the web: nothing breaks, what was typed is kept and shown again, and
 * what is wrong is said beside the field.
 */
@WebTest
@Tag("long")
class EveryFieldPageTests {

    private static final long SEED = 20261123;
    private static final int COMPLETIONS = 60;

    /** Ways to spoil a field that another form asks in the same words. */
    private static final int AGAIN = 2;

    private static final Set<Kind> WRITTEN =
            Set.of(Kind.TEXT, Kind.LONG_TEXT, Kind.NUMBER, Kind.MONEY, Kind.PERSONAL_NUMBER, Kind.PHONE, Kind.EMAIL);

    private final MockMvcTester pages;
    private final Forms forms;
    private final Drafts drafts;
    private final Clock clock;
    private final Applicant people;
    private final Reader reader;
    private final BegunDrafts begun;
    private final Random random = new Random(SEED);
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int sent;
    private int refused;

    EveryFieldPageTests(MockMvcTester pages, Forms forms, Drafts drafts, Clock clock, ApplicationContext context) {
        this.pages = pages;
        this.forms = forms;
        this.drafts = drafts;
        this.clock = clock;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.reader = people.resident("Bùi Thị Thử");
        this.begun = new BegunDrafts(pages, context, people, reader);
    }

    @Test
    void keepsWhatIsTypedAndSaysBesideTheFieldWhatIsWrong() {
        Set<String> fuzzed = new HashSet<>();
        for (String code : forms.codes()) {
            FormDefinition form = forms.current(code);
            Set<String> open = new HashSet<>(form.fields()
                    .filter(field -> field.kind().typed())
                    .map(Field::name)
                    .toList());
            for (int round = 0; round < COMPLETIONS && !open.isEmpty(); round++) {
                Map<String, String> good = answers(round).complete(form);
                if (reaches(form, good, open)) {
                    fuzz(form, good, open);
                }
            }
            assertThat(open).as("fields of %s nobody reached", code).isEmpty();
            form.fields().forEach(field -> fuzzed.add(code + " " + field.name()));
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(fuzzed).hasSizeGreaterThan(500);
        assertThat(refused).as("of %d pages sent", sent).isGreaterThan(1_000);
    }

    @Test
    void takesNoFileThatIsNoneAndLosesNoneThatIs() {
        int fields = 0;
        for (String code : forms.codes()) {
            Set<String> open = names(forms.current(code), Kind.FILE);
            fields += open.size();
            each(code, open, (form, good) -> {
                for (Page page : form.course(good).pages()) {
                    for (Field field : form.course(good).fields(page)) {
                        if (field.kind() == Kind.FILE && open.remove(field.name())) {
                            upload(begun.begun(form, good), page, field);
                        }
                    }
                }
            });
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(fields).isGreaterThan(40);
    }

    @Test
    void addsAsManyOfSeveralAsThereMayBeAndTakesNoneAwayThatIsNotThere() {
        int groups = 0;
        for (String code : forms.codes()) {
            Set<String> open = new HashSet<>();
            forms.current(code).pages().stream()
                    .filter(page -> page.repeat() != null)
                    .forEach(page -> open.add(page.code()));
            groups += open.size();
            each(
                    code,
                    open,
                    (form, good) -> form.course(good).pages().stream()
                            .filter(page -> page.repeat() != null && open.remove(page.code()))
                            .forEach(page -> several(begun.begun(form, good), page)));
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(groups).isGreaterThan(10);
    }

    private void several(DraftId draft, Page page) {
        String before = count(draft, page);
        for (String nonsense : List.of("", "0", "-1", "x", "99", "1 99", "999999999999", "\u0000", "1 x")) {
            int status = begun.post(draft, page, Map.of(Drafts.DROP, new String[] {nonsense}))
                    .getResponse()
                    .getStatus();
            if (status != 302 || !before.equals(count(draft, page))) {
                wrong.add(page.code() + " dropped <" + nonsense + "> and answered " + status);
            }
        }
        int most = requireNonNull(page.repeat()).most();
        for (int count = Integer.parseInt(before); count < most; count++) {
            begun.post(draft, page, Map.of(Drafts.ADD, new String[] {"1"}));
        }
        MvcTestResult over = begun.post(draft, page, Map.of(Drafts.ADD, new String[] {"1"}));
        if (over.getResponse().getStatus() != 422 || !count(draft, page).equals(String.valueOf(most))) {
            wrong.add(page.code() + " has " + count(draft, page) + " of at most " + most);
        } else {
            saidBeside(document(over), FieldError.of(page.code(), "x"), page.code() + " one too many");
        }
    }

    private String count(DraftId draft, Page page) {
        var now = drafts.get(draft, reader);
        return now.form().counting(now.values()).getOrDefault(page.code(), "");
    }

    @Test
    void nobodyTypesWhatIsComputed() {
        int fields = 0;
        for (String code : forms.codes()) {
            Set<String> open = names(forms.current(code), Kind.COMPUTED);
            fields += open.size();
            each(code, open, (form, good) -> {
                DraftId draft = begun.begun(form, good);
                for (Page page : form.course(good).pages()) {
                    Map<String, String[]> sent = new SentPage(page, good).clean();
                    form.course(good).fields(page).stream()
                            .filter(field -> field.kind() == Kind.COMPUTED)
                            .forEach(field -> sent.put(field.name(), new String[] {"424242"}));
                    if (sent.values().stream().anyMatch(values -> values[0].equals("424242"))) {
                        begun.post(draft, page, sent);
                        form.course(good).fields(page).forEach(field -> open.remove(Repeats.base(field.name())));
                    }
                }
                if (drafts.get(draft, reader).values().containsValue("424242")) {
                    wrong.add(code + " keeps what was typed over what is computed");
                }
            });
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(fields).isPositive();
    }

    /** As many good answers of a form as it takes until nothing is open. */
    private void each(String code, Set<String> open, BiConsumer<FormDefinition, Map<String, String>> with) {
        FormDefinition form = forms.current(code);
        for (int round = 0; round < COMPLETIONS && !open.isEmpty(); round++) {
            with.accept(form, answers(round).complete(form));
        }
        assertThat(open).as("of %s nobody reached", code).isEmpty();
    }

    private static Set<String> names(FormDefinition form, Kind kind) {
        return form.fields()
                .filter(field -> field.kind() == kind)
                .map(Field::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void fuzz(FormDefinition form, Map<String, String> good, Set<String> open) {
        DraftId draft = begun.begun(form, good);
        for (Page page : form.course(good).pages()) {
            SentPage clean = new SentPage(page, good);
            for (Field field : form.course(good).fields(page)) {
                if (field.kind().typed() && open.remove(Repeats.base(field.name()))) {
                    var ways = SentPage.spoilt(field, random);
                    ways.stream()
                            .limit(known.add(page.code() + field.rules() + field) ? ways.size() : AGAIN)
                            .forEach(spoilt -> judge(draft, page, field, clean.with(field, spoilt)));
                }
            }
            begun.post(draft, page, clean.clean());
        }
    }

    private void judge(DraftId draft, Page page, Field field, Map<String, String[]> parameters) {
        String said = page.code() + " " + field.name() + " " + shown(parameters, field);
        MvcTestResult answer = begun.post(draft, page, parameters);
        sent++;
        Map<String, String> kept = drafts.get(draft, reader).values();
        String typed = forms.bind(page, parameters).get(field.name());
        if (typed != null && !typed.equals(kept.getOrDefault(field.name(), ""))) {
            wrong.add(said + " was not kept but <" + kept.get(field.name()) + ">");
        }
        FormDefinition form = drafts.get(draft, reader).form();
        List<FieldError> errors = forms.check(form, page, kept);
        int status = answer.getResponse().getStatus();
        if (status != (errors.isEmpty() ? 302 : 422)) {
            wrong.add(said + " was answered " + status + " " + answer.getUnresolvedException() + " for " + errors);
            return;
        }
        if (errors.isEmpty()) {
            return;
        }
        refused++;
        Document drawn = document(answer);
        for (FieldError error : errors) {
            saidBeside(drawn, error, said);
        }
        if (WRITTEN.contains(field.kind()) && typed != null) {
            Element input = drawn.getElementById(field.name());
            String again = input == null ? "" : input.normalName().equals("textarea") ? input.wholeText() : input.val();
            if (!typed.equals(
                    forms.bind(page, Map.of(field.name(), new String[] {again})).get(field.name()))) {
                wrong.add(said + " was shown again as <" + again + ">");
            }
        }
    }

    private void saidBeside(Document drawn, FieldError error, String said) {
        Element link = drawn.selectFirst(".govuk-error-summary__list a[href=#" + error.field() + "]");
        Element at = drawn.getElementById(error.field());
        if (link == null || at == null) {
            wrong.add(said + " has no summary, or nothing it leads to, for " + error);
            return;
        }
        Element beside = drawn.getElementById(error.field() + "-error");
        Element of = beside == null ? drawn.getElementById(error.field() + "-unit-error") : beside;
        if (of == null || !of.text().contains(link.text())) {
            wrong.add(said + " has nothing beside the field for " + error);
        } else if (drawn.select("[aria-describedby~=(^| )" + of.id().replace(".", "\\.") + "( |$)]")
                .isEmpty()) {
            wrong.add(said + " has nothing that a reader of screens is led to for " + error);
        }
    }

    private void upload(DraftId draft, Page page, Field field) {
        int before = drafts.get(draft, reader).files(field.name()).size();
        for (MockMultipartFile bad : List.of(
                new MockMultipartFile(field.name(), "don.pdf", "application/pdf", BegunDrafts.bytes("MZ not a paper")),
                new MockMultipartFile(field.name(), "a\u0001b\u202e.exe", "application/pdf", BegunDrafts.bytes("MZ")),
                new MockMultipartFile(field.name(), "trong.pdf", "application/pdf", new byte[0]))) {
            MvcTestResult answer = upload(draft, page, bad);
            boolean told = answer.getResponse().getStatus() == 422
                    && document(answer)
                            .select(".govuk-error-summary__list a")
                            .eachAttr("href")
                            .contains("#" + field.name());
            if (!told || drafts.get(draft, reader).files(field.name()).size() != before) {
                wrong.add(page.code() + " " + field.name() + " " + bad.getOriginalFilename() + " was answered "
                        + answer.getResponse().getStatus());
            }
        }
        String long_ = "\u0111\u01a1n ".repeat(90) + ".pdf";
        upload(draft, page, new MockMultipartFile(field.name(), long_, "text/plain", paper(field)));
        if (drafts.get(draft, reader).files(field.name()).size()
                != Math.min(before + 1, field.rules().maxLength())) {
            wrong.add(page.code() + " " + field.name() + " lost a paper");
        }
    }

    private boolean reaches(FormDefinition form, Map<String, String> good, Set<String> open) {
        return form.course(good).pages().stream()
                .flatMap(page -> form.course(good).fields(page).stream())
                .anyMatch(field -> open.contains(Repeats.base(field.name())));
    }

    /** Something the field takes. */
    private static byte[] paper(Field field) {
        if (field.rules().accept().isEmpty() || field.rules().accept().contains("application/pdf")) {
            return BegunDrafts.bytes("%PDF-1.4\nx\n%%EOF");
        }
        var picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", picture);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return picture.toByteArray();
    }

    private MvcTestResult upload(DraftId draft, Page page, MockMultipartFile file) {
        return pages.post()
                .uri(BegunDrafts.path(draft, page))
                .multipart()
                .file(file)
                .param(Drafts.TURN, Drafts.STAY)
                .with(SignedIn.withForm(requireNonNull(reader.account())))
                .exchange();
    }

    private RandomAnswers answers(long seed) {
        return new RandomAnswers(forms, people.commune(), LocalDate.now(clock), seed);
    }

    private static String shown(Map<String, String[]> parameters, Field field) {
        StringBuilder shown = new StringBuilder();
        parameters.forEach((name, values) -> {
            if (name.startsWith(field.name())) {
                String all = String.join(",", values);
                shown.append(name)
                        .append("=")
                        .append(all, 0, Math.min(40, all.length()))
                        .append(" ");
            }
        });
        return shown.toString();
    }

    private static Document document(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
