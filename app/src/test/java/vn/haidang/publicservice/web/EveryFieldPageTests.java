package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
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
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Files files;
    private final Applicant people;
    private final Reader reader;
    private final Random random = new Random(SEED);
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int sent;
    private int refused;

    EveryFieldPageTests(
            MockMvcTester pages, Forms forms, Drafts drafts, JdbcClient jdbc, Clock clock, ApplicationContext context) {
        this.pages = pages;
        this.forms = forms;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.files = context.getBean(Files.class);
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.reader = people.resident("Bùi Thị Thử");
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
            FormDefinition form = forms.current(code);
            Map<String, String> good = answers(1).complete(form);
            for (Page page : form.course(good).pages()) {
                for (Field field : form.course(good).fields(page)) {
                    if (field.kind() == Kind.FILE) {
                        upload(begun(form, good), page, field);
                        fields++;
                    }
                }
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(fields).isGreaterThan(20);
    }

    private void fuzz(FormDefinition form, Map<String, String> good, Set<String> open) {
        DraftId draft = begun(form, good);
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
            post(draft, page, clean.clean());
        }
    }

    private void judge(DraftId draft, Page page, Field field, Map<String, String[]> parameters) {
        String said = page.code() + " " + field.name() + " " + shown(parameters, field);
        MvcTestResult answer = post(draft, page, parameters);
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
                new MockMultipartFile(field.name(), "don.pdf", "application/pdf", bytes("MZ not a paper")),
                new MockMultipartFile(field.name(), "a\u0001b\u202e.exe", "application/pdf", bytes("MZ")),
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

    /** A draft with these answers, as an application somewhere. */
    private DraftId begun(FormDefinition form, Map<String, String> good) {
        DraftId draft = drafts.start(form.code(), "fuzz", reader, Map.of());
        jdbc.sql("""
                insert into publicservice.preparation (draft, account, party, service_code, service_version, unit, begun_at)
                values (:draft, :account, :party, '1.004873', 1, :unit, :now)
                """)
                .param("draft", draft.value())
                .param("account", requireNonNull(reader.account()).value())
                .param("party", requireNonNull(reader.party()).value())
                .param("unit", people.commune().value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        for (Page page : form.course(good).pages()) {
            if (page.repeat() != null) {
                int more = Integer.parseInt(good.getOrDefault(page.code(), "0"))
                        - page.repeat().least();
                for (int i = 0; i < more; i++) {
                    drafts.take(draft, page.code(), Map.of(Drafts.ADD, new String[] {"1"}), List.of(), reader);
                }
            }
        }
        for (Page page : form.course(good).pages()) {
            Map<String, String> typed = new HashMap<>(good);
            typed.keySet().retainAll(page.fields().stream().map(Field::name).toList());
            drafts.save(draft, page.code(), typed, reader);
            page.fields().stream()
                    .filter(field -> field.kind() == Kind.FILE
                            && form.course(good).fields(page).contains(field))
                    .forEach(field -> drafts.attach(draft, field.name(), paper(), reader));
        }
        return draft;
    }

    /** Something the field takes. */
    private static byte[] paper(Field field) {
        if (field.rules().accept().isEmpty() || field.rules().accept().contains("application/pdf")) {
            return bytes("%PDF-1.4\nx\n%%EOF");
        }
        var picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", picture);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return picture.toByteArray();
    }

    private FileId paper() {
        return files.store(
                        "don.pdf",
                        new ByteArrayInputStream(bytes("%PDF-1.4\nx\n%%EOF")),
                        1000,
                        Set.of("application/pdf"),
                        reader.actor())
                .id();
    }

    private MvcTestResult post(DraftId draft, Page page, Map<String, String[]> parameters) {
        var request = pages.post().uri(path(draft, page)).with(SignedIn.withForm(requireNonNull(reader.account())));
        for (var parameter : parameters.entrySet()) {
            request = request.param(parameter.getKey(), parameter.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult upload(DraftId draft, Page page, MockMultipartFile file) {
        return pages.post()
                .uri(path(draft, page))
                .multipart()
                .file(file)
                .param(Drafts.TURN, Drafts.STAY)
                .with(SignedIn.withForm(requireNonNull(reader.account())))
                .exchange();
    }

    private static String path(DraftId draft, Page page) {
        return "/apply/1.004873/" + draft.value() + "/" + page.code();
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
