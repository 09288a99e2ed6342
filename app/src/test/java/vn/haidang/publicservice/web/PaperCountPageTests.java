package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.WebTest;
import vn.haidang.casework.Channel;
import vn.haidang.form.Upload;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.EvidenceWalk;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.internal.HandingOver;
import vn.haidang.publicservice.internal.ReceptionPapers;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.registry.Persons;

/** Papers as figures: each that came, whether on paper, whether digitised, whether replaced by data, and the dossiers behind them. */
@WebTest
class PaperCountPageTests {

    private static final MeasureCode CODE = new MeasureCode("publicservice/papers");
    private static final DayRange EVER = new DayRange(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));

    private final MockMvcTester pages;
    private final ApplicationContext context;
    private final Applicant people;
    private final Indicators indicators;

    PaperCountPageTests(MockMvcTester pages, ApplicationContext context) {
        this.pages = pages;
        this.context = context;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.indicators = context.getBean(Indicators.class);
    }

    @Test
    void countsEachPaperOfTheDeskAsItCame() {
        Reader officer = people.officer("Trần Thị Giấy", Role.ONE_STOP_OFFICER);
        Figure before = figure();

        Map<Paper.Original, Integer> noted = takenIn(officer);

        Figure after = figure();
        int files = noted.getOrDefault(Paper.Original.SEEN, 0);
        assertThat(noted).containsEntry(Paper.Original.KEPT, 2).containsEntry(Paper.Original.KNOWN, 1);
        assertThat(grown(before, after, "all"))
                .as("what is missing is no paper")
                .isEqualTo(files + 3);
        assertThat(grown(before, after, "on-paper")).isEqualTo(files + 2);
        assertThat(grown(before, after, "digitised"))
                .as("one of the two that were kept")
                .isEqualTo(files + 1);
        assertThat(grown(before, after, "replaced")).isEqualTo(1);
        theRecordsSayTheSame(after);
    }

    @Test
    void countsEachQuestionThatIsAnsweredOnlineWithAFile() {
        Reader resident = people.resident("Lý Thị Mạng");
        Figure before = figure();

        ApplicationId id = people.submitted("1.001193", resident, Device.PHONE);

        Application application = context.getBean(Applications.class).get(id, resident);
        long fields = application.files().stream()
                .map(Application.HandedIn::field)
                .distinct()
                .count();
        Figure after = figure();
        assertThat(fields).isPositive();
        assertThat(grown(before, after, "all")).isEqualTo(fields);
        assertThat(grown(before, after, "on-paper")).isZero();
        theRecordsSayTheSame(after);
        assertThat(labels(resident)).contains(application.dossierCode());
        assertThat(labels(people.resident("Người Lạ"))).isEmpty();
        assertThatPage(pages.get()
                        .uri("/figures/publicservice/papers?component=all&from=2026-01-01&to=2026-12-31")
                        .with(SignedIn.as(Objects.requireNonNull(resident.account())))
                        .exchange())
                .isVietnamese()
                .contains(application.dossierCode())
                .contains("Chỉ gồm những hồ sơ bạn được xem");
    }

    /** Files of the form seen, two papers kept of which one is scanned, one that an agency knows, the others missing. */
    private Map<Paper.Original, Integer> takenIn(Reader officer) {
        Receptions receptions = context.getBean(Receptions.class);
        ReceptionPapers papers = context.getBean(ReceptionPapers.class);
        UUID id = receptions.begin(
                new Receptions.Start(
                        Channel.COUNTER,
                        Reception.Represented.oneself(person(), "Hà Thị Giấy"),
                        "identity-card",
                        "1.001193",
                        people.commune(),
                        people.commune(),
                        null,
                        null,
                        null,
                        "counter",
                        null,
                        UUID.randomUUID()),
                officer);
        var draft = receptions.prepare(id, people.commune(), officer);
        people.answered(draft, receptions.get(id, officer).by(officer));
        Map<Paper.Original, Integer> noted = new HashMap<>();
        int item = 0;
        for (Paper paper : papers.of(receptions.get(id, officer), officer)) {
            boolean field = paper.part().startsWith("field-");
            item += field ? 0 : 1;
            Paper.Original original = field
                    ? Paper.Original.SEEN
                    : switch (item) {
                        case 1, 2 -> Paper.Original.KEPT;
                        case 3 -> Paper.Original.KNOWN;
                        default -> Paper.Original.ABSENT;
                    };
            papers.note(id, paper.part(), original, item == 1 && !field ? scan() : null, officer);
            noted.merge(original, 1, Integer::sum);
        }
        context.getBean(HandingOver.class).handIn(id, officer);
        return noted;
    }

    private static Upload scan() {
        byte[] bytes = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        return new Upload("scan", "giay.pdf", () -> new ByteArrayInputStream(bytes));
    }

    private PartyId person() {
        String number =
                "%012d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000L));
        return new PartyId(context.getBean(Persons.class)
                .record(
                        new Persons.NewPerson(
                                number,
                                "Hà Thị Giấy",
                                LocalDate.of(1960, 4, 30),
                                "female",
                                null,
                                null,
                                people.commune(),
                                "Số 1",
                                "population-register"),
                        Actor.SYSTEM)
                .value());
    }

    private void theRecordsSayTheSame(Figure figure) {
        Map<String, Long> observed = new HashMap<>();
        indicators.definition(CODE).observe(EVER).rows().stream()
                .filter(row -> row.unit().equals(people.commune()))
                .forEach(row -> observed.merge(row.component(), row.amount(), Long::sum));
        assertThat(observed)
                .allSatisfy((component, amount) ->
                        assertThat(figure.component(component)).as(component).isEqualTo(amount));
        assertThat(observed).containsKey("all");
        Reader auditor = people.officer("Lê Thị Soát", Role.AUDITOR);
        assertThat(EvidenceWalk.all(2, page -> indicators.evidence(question(), "digitised", page, auditor)))
                .hasSize((int) figure.component("digitised"));
    }

    private List<String> labels(Reader reader) {
        return EvidenceWalk.all(100, page -> indicators.evidence(question(), "all", page, reader)).stream()
                .map(row -> row.label())
                .toList();
    }

    private static long grown(Figure before, Figure after, String component) {
        return after.component(component) - before.component(component);
    }

    private Figure figure() {
        return indicators.read(List.of(question())).getFirst();
    }

    private Question question() {
        return new Question("papers", CODE, new UnitScope(people.commune(), null, Tree.AS_IT_WAS), EVER, null);
    }
}
