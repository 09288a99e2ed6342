package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.Cases;
import vn.haidang.casework.NextAct;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.publicservice.internal.once.CorrectionRows;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.publicservice.internal.once.PaperMatter;
import vn.haidang.registry.Persons;
import vn.haidang.ui.ProblemException;

/** Asked once: what is known is not typed over, a mistake goes to whoever keeps it, and what was asked all the same is counted. */
@ModuleTest
@Import(Applicant.class)
class AskedOnceModuleTests {

    private static final String SINGLE = "1.004873";

    private final Applications applications;
    private final Applicant people;
    private final Drafts drafts;
    private final Persons persons;
    private final JdbcClient jdbc;
    private final ApplicationContext beans;
    private final MovableClock clock;

    AskedOnceModuleTests(
            Applications applications,
            Applicant people,
            Drafts drafts,
            Persons persons,
            JdbcClient jdbc,
            ApplicationContext beans) {
        this.applications = applications;
        this.people = people;
        this.drafts = drafts;
        this.persons = persons;
        this.jdbc = jdbc;
        this.beans = beans;
        this.clock = beans.getBean(MovableClock.class);
    }

    @Test
    void whatIsKnownIsNotTypedOverWithoutSayingSo() {
        Reader reader = people.resident("Nguyen Thi Na");
        DraftId draft = applications.prepare(SINGLE, people.commune(), reader);
        String page = page(draft, "requester.full-name", reader);

        drafts.take(draft, page, Map.of("requester.full-name", new String[] {"Nguyen Thi Khac"}), List.of(), reader);
        assertThat(answer(draft, "requester.full-name", reader).value()).isEqualTo("Nguyen Thi Na");

        drafts.take(
                draft,
                page,
                Map.of("requester.full-name", new String[] {"Nguyen Thi Khac"}, Drafts.CORRECT, new String[] {
                    "requester.full-name"
                }),
                List.of(),
                reader);
        assertThat(answer(draft, "requester.full-name", reader))
                .returns("Nguyen Thi Khac", Answer::value)
                .returns("Nguyen Thi Na", Answer::known)
                .returns(Answer.Origin.CORRECTED, Answer::origin);
    }

    @Test
    void aCorrectionOpensACaseAtTheKeeperAndItsAcceptanceCorrectsTheRecord() {
        Reader reader = people.resident("Tran Thi Binh");
        ApplicationId application = submitted(reader, Map.of("requester.full-name", "Tran Thi Binh An"));

        var asked = beans.getBean(CorrectionRows.class).mine(reader);
        assertThat(asked).hasSize(1);
        var correction = asked.getFirst().correction();
        assertThat(correction)
                .returns("person.full-name", CorrectionRows.Correction::attribute)
                .returns("Tran Thi Binh", CorrectionRows.Correction::known)
                .returns("Tran Thi Binh An", CorrectionRows.Correction::wanted)
                .returns(application.value(), CorrectionRows.Correction::application)
                .returns(people.commune(), CorrectionRows.Correction::unit);
        assertThat(asked.getFirst().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(asked.getFirst().code()).matches("DC-[0-9]{6}-[2-9A-Z]{8}");
        assertThat(known(reader, "person.full-name")).isEqualTo("Tran Thi Binh");

        act(correction.caseId(), "correct", null);
        assertThat(known(reader, "person.full-name")).as("one official alone").isEqualTo("Tran Thi Binh");
        confirm(correction.caseId());

        assertThat(known(reader, "person.full-name")).isEqualTo("Tran Thi Binh An");
        assertThat(beans.getBean(CorrectionRows.class).mine(reader).getFirst())
                .returns(CaseStatus.CLOSED, CorrectionRows.Standing::status)
                .returns("done", CorrectionRows.Standing::outcome);
    }

    @Test
    void aRefusedCorrectionLeavesTheRecordAsItIs() {
        Reader reader = people.resident("Le Thi Cuc");
        submitted(reader, Map.of("requester.full-name", "Le Thi Cuc Hoa"));
        var correction =
                beans.getBean(CorrectionRows.class).mine(reader).getFirst().correction();

        act(correction.caseId(), "refuse", "the civil-status book says so");

        assertThat(known(reader, "person.full-name")).isEqualTo("Le Thi Cuc");
    }

    @Test
    void aCorrectedRecordKeepsTheOldOneForItsTime() {
        Reader reader = people.resident("Vu Thi Dao");
        submitted(reader, Map.of("requester.full-name", "Vu Thi Dao Mai"));
        LocalDate recorded = LocalDate.now(clock);
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        LocalDate corrected = LocalDate.now(clock);
        act(
                beans.getBean(CorrectionRows.class)
                        .mine(reader)
                        .getFirst()
                        .correction()
                        .caseId(),
                "correct",
                null);
        confirm(beans.getBean(CorrectionRows.class)
                .mine(reader)
                .getFirst()
                .correction()
                .caseId());

        assertThat(jdbc.sql("""
                        select r.full_name || ' ' || r.valid from registry.person_record r
                        join registry.account_link l on l.person = r.person
                        where l.account = :account order by r.valid
                        """)
                        .param("account", requireNonNull(reader.account()).value())
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly(
                        "Vu Thi Dao [" + recorded + "," + corrected + ")", "Vu Thi Dao Mai [" + corrected + ",)");
    }

    @Test
    void onesOwnPhoneNumberNeedsNobodysDecision() {
        Reader reader = people.resident("Pham Thi Em");
        submitted(reader, Map.of("requester.phone", "0987654321"));

        assertThat(known(reader, "person.phone")).isEqualTo("0987654321");
        assertThat(beans.getBean(CorrectionRows.class).mine(reader)).isEmpty();
    }

    @Test
    void whatIsTypedAlthoughKnownIsCountedAtTheReceivingUnitAndRecountsTheSame() {
        Reader reader = people.resident("Hoang Thi Gam");
        long before = sum("again");
        long known = sum("known");
        ApplicationId plain = submitted(reader, Map.of());
        long filled = sum("known") - known;
        assertThat(filled).isPositive();
        assertThat(sum("again")).isEqualTo(before);
        assertThat(again(plain)).isEmpty();

        ApplicationId asked = submitted(reader, Map.of("request.text", "Hoang Thi Gam"));
        assertThat(again(asked)).hasSize(1);
        assertThat(sum("again")).isEqualTo(before + 1);
        assertThat(sum("known")).isEqualTo(known + 2 * filled + 1);
        assertThat(stored("again")).isEqualTo(sum("again"));
        assertThat(stored("known")).isEqualTo(sum("known"));
    }

    @Test
    void eachDossierOfOneDeclarationCountsAtItsOwnAgency() {
        Reader reader = people.resident("Hoang Thi Kep");
        long known = sum("known");
        Bundles bundles = beans.getBean(Bundles.class);
        DraftId draft = people.filled(bundles, "marriage", Set.of(1, 3), reader);

        Bundle bundle = bundles.get(
                bundles.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader)), reader);

        List<Long> counted = bundle.dossiers().stream()
                .map(dossier -> jdbc.sql("select known from publicservice.asked where application = :id")
                        .param("id", requireNonNull(dossier.application()))
                        .query(Long.class)
                        .optional()
                        .orElse(0L))
                .toList();
        assertThat(counted).hasSize(2).allMatch(fields -> fields > 0);
        assertThat(sum("known"))
                .isEqualTo(known + counted.stream().mapToLong(Long::longValue).sum());
        assertThat(stored("known")).isEqualTo(sum("known"));
    }

    @Test
    void aPaperTheCityHoldsIsAskedForOnlyAfterALookUpThatFailedAndWithAReason() {
        Reader reader = people.resident("Phan Thi Loan");
        ApplicationId id = submitted(reader, Map.of());
        Application application = applications.get(id, reader);
        Reader officer = people.officer("Officer", Role.ONE_STOP_OFFICER);
        var lookups = beans.getBean(PaperLookups.class);
        String words = "B\u1ed5 sung s\u1ed5 h\u1ed9 kh\u1ea9u";

        assertThatThrownBy(() -> supplement(application, officer, words))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("publicservice/paper-known"));

        var found = lookups.look(PaperMatter.of(application), "residence-confirmation", officer);
        assertThat(found.lookup().found()).isEqualTo("attribute");
        assertThat(found.values()).extracting(each -> each.attribute()).containsExactly("person.residence");
        assertThatThrownBy(() -> supplement(application, officer, words)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> lookups.mustAsk(
                        PaperMatter.of(application), found.lookup().id(), "wrong", " ", officer))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> lookups.mustAsk(
                        PaperMatter.of(application), found.lookup().id(), "", "because", officer))
                .isInstanceOf(ProblemException.class);

        lookups.mustAsk(PaperMatter.of(application), found.lookup().id(), "wrong", "moved last week", officer);
        supplement(application, officer, words);
        assertThat(beans.getBean(Cases.class)
                        .of("publicservice/application", id.value())
                        .orElseThrow()
                        .status())
                .isEqualTo(CaseStatus.PAUSED);
    }

    @Test
    void aPaperNobodyHoldsIsAskedForAsBefore() {
        Reader reader = people.resident("Quach Thi My");
        Application application = applications.get(submitted(reader, Map.of()), reader);
        supplement(application, people.officer("Officer", Role.ONE_STOP_OFFICER), "a drawing of the house");
    }

    private void supplement(Application application, Reader officer, String reason) {
        var cases = beans.getBean(Cases.class);
        cases.act(NextAct.of(cases.get(application.caseId(), officer), "ask-supplement", reason, officer));
    }

    @Test
    void aDraftGoesOnOnAnotherDevice() {
        Reader phone = people.resident("Bui Thi Khanh");
        DraftId draft = applications.prepare(SINGLE, people.commune(), phone);
        String page = page(draft, "request.text", phone);
        drafts.take(draft, page, Map.of("request.text", new String[] {"half a sentence"}), List.of(), phone);

        Reader laptop = beans.getBean(vn.haidang.identity.Accounts.class).reader(requireNonNull(phone.account()));
        assertThat(drafts.open(laptop)).extracting(each -> each.id()).contains(draft);
        assertThat(answer(draft, "request.text", laptop).value()).isEqualTo("half a sentence");
    }

    private ApplicationId submitted(Reader reader, Map<String, String> typed) {
        DraftId draft = people.filled(SINGLE, reader);
        typed.forEach((field, value) -> drafts.save(draft, page(draft, field, reader), Map.of(field, value), reader));
        return submit(draft, reader);
    }

    private ApplicationId submit(DraftId draft, Reader reader) {
        return applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
    }

    private void act(CaseId id, String outcome, @Nullable String reason) {
        act(id, outcome, reason, people.officer("Specialist", Role.SPECIALIST));
    }

    private void confirm(CaseId id) {
        act(id, "confirm", null, people.officer("Head", Role.UNIT_HEAD));
    }

    private void act(CaseId id, String outcome, @Nullable String reason, Reader by) {
        var cases = beans.getBean(Cases.class);
        cases.act(NextAct.of(cases.get(id, by), outcome, reason, by));
    }

    private String page(DraftId draft, String field, Reader reader) {
        return drafts.get(draft, reader).form().pages().stream()
                .filter(page -> page.field(field).isPresent())
                .findFirst()
                .orElseThrow()
                .code();
    }

    private Answer answer(DraftId draft, String field, Reader reader) {
        return requireNonNull(drafts.get(draft, reader).answers().get(field));
    }

    private String known(Reader reader, String attribute) {
        return requireNonNull(persons.known(reader, List.of(attribute), "test").get(attribute))
                .value();
    }

    private List<String> again(ApplicationId application) {
        return jdbc.sql("select unnest(again) as field from publicservice.asked where application = :id")
                .param("id", application.value())
                .query((row, number) -> row.getString("field"))
                .list();
    }

    /** From the records. */
    private long sum(String component) {
        Measure measure = beans.getBeansOfType(Measure.class).values().stream()
                .filter(each -> each.code().value().equals("publicservice/asked-again"))
                .findFirst()
                .orElseThrow();
        return measure.observe(new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 1, 1))).rows().stream()
                .filter(row -> row.component().equals(component))
                .mapToLong(Observations.Row::amount)
                .sum();
    }

    /** From the facts. */
    private long stored(String component) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from (
                          select amount from indicator.delta where measure = 'publicservice/asked-again' and component = :component
                          union all
                          select amount from indicator.cell where measure = 'publicservice/asked-again' and component = :component) all_of
                        """).param("component", component).query(Long.class).single();
    }
}
