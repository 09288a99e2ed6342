package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.files.Files;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Forms;
import vn.haidang.form.Found;
import vn.haidang.form.Turn;
import vn.haidang.form.internal.DefinitionReader;
import vn.haidang.form.internal.DefinitionWriter;
import vn.haidang.form.internal.Lookups;
import vn.haidang.form.spi.LookupSource;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.reference.ReferenceData;
import vn.haidang.registry.BusinessId;
import vn.haidang.registry.Businesses;
import vn.haidang.registry.Parties;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;
import vn.haidang.ui.FieldError;

/** A typed key is looked up while a form is filled in: what is public, or one's own, is told and marked; anything else is nothing. */
@ModuleTest
@Import(Applicant.class)
class LookupModuleTests {

    private static final AtomicInteger NUMBER = new AtomicInteger(31_000_000);
    private static final String KEY = "business.number";
    private static final String NAME = "business.name";

    private final Applicant people;
    private final Drafts drafts;
    private final Businesses businesses;
    private final JdbcClient jdbc;
    private final ApplicationContext beans;
    private final LocalDate today;

    LookupModuleTests(
            Applicant people, Drafts drafts, Businesses businesses, JdbcClient jdbc, ApplicationContext beans) {
        this.people = people;
        this.drafts = drafts;
        this.businesses = businesses;
        this.jdbc = jdbc;
        this.beans = beans;
        this.today = LocalDate.now(beans.getBean(Clock.class));
    }

    @Test
    void fillsWhatStandsBehindTheKeyMarkedWithSourceAndDayAndShowsItBeforeGoingOn() {
        Reader reader = people.resident("Đỗ Thị Tra");
        String number = number();
        BusinessId firm = business(number, "Công ty Đèn Biển", "company");
        DraftId draft = begun(reader);

        assertThat(send(draft, reader, KEY, number.substring(0, 4) + " " + number.substring(4)))
                .isEqualTo(new Turn.Stay(List.of()));

        Map<String, Answer> answers = drafts.get(draft, reader).answers();
        assertThat(answers.get(NAME))
                .isEqualTo(new Answer("Công ty Đèn Biển", "Công ty Đèn Biển", "business-register", since()))
                .returns(Answer.Origin.KNOWN, Answer::origin);
        assertThat(drafts.get(draft, reader).values().get("business.unit"))
                .isEqualTo(people.commune().value().toString());
        assertThat(found(draft, reader))
                .returns(
                        "Công ty Đèn Biển",
                        found -> requireNonNull(found.what()).vi());
        assertThat(readings(reader)).containsExactly(firm.value());

        assertThat(send(draft, reader, NAME, "Công ty Khác")).isEqualTo(new Turn.Next("what"));
        assertThat(drafts.get(draft, reader).values()).containsEntry(NAME, "Công ty Đèn Biển");
        assertThat(readings(reader)).as("the same key is not looked up again").hasSize(1);
        send(draft, reader, NAME, "Công ty Khác", Drafts.CORRECT, NAME);
        assertThat(drafts.get(draft, reader).answers().get(NAME))
                .returns("Công ty Khác", Answer::value)
                .returns(Answer.Origin.CORRECTED, Answer::origin);
    }

    @Test
    void losesNothingThatWasTypedAndTakesBackOnlyWhatAnEarlierKeyFilled() {
        Reader reader = people.resident("Đỗ Thị Giữ");
        String number = number();
        business(number, "Công ty Phao Tiêu", "company");
        DraftId draft = begun(reader);
        send(draft, reader, NAME, "Tên tự gõ");

        send(draft, reader, KEY, number);
        assertThat(drafts.get(draft, reader).answers().get(NAME))
                .returns("Tên tự gõ", Answer::value)
                .returns("Công ty Phao Tiêu", Answer::known);
        assertThat(drafts.get(draft, reader).values()).containsEntry("business.street", "Số 9 Bến Bính");

        send(draft, reader, KEY, number());
        assertThat(found(draft, reader).what()).isNull();
        assertThat(drafts.get(draft, reader).answers().get(NAME)).isEqualTo(Answer.typed("Tên tự gõ"));
        assertThat(drafts.get(draft, reader).values())
                .containsEntry("business.street", "")
                .containsEntry("business.unit", "");
    }

    @Test
    void saysBesideTheKeyThatItIsNoneAndGoesOnWhereItFindsNothing() {
        Reader reader = people.resident("Đỗ Thị Sai");
        DraftId draft = begun(reader);

        assertThat(send(draft, reader, KEY, "hộ nhà tôi", Drafts.LOOK_UP, KEY))
                .isEqualTo(new Turn.Stay(List.of(FieldError.of(
                        KEY,
                        "publicservice.by-key.business.shape",
                        drafts.get(draft, reader)
                                .form()
                                .field(KEY)
                                .orElseThrow()
                                .label()))));
        assertThat(drafts.get(draft, reader).values()).containsEntry(KEY, "hộ nhà tôi");
        assertThat(send(draft, reader, KEY, "", Drafts.LOOK_UP, KEY))
                .isInstanceOfSatisfying(
                        Turn.Stay.class,
                        stay -> assertThat(stay.errors())
                                .extracting(FieldError::messageKey)
                                .containsExactly("form.error.missing"));

        String unknown = number();
        assertThat(send(draft, reader, KEY, unknown, Drafts.LOOK_UP, KEY)).isEqualTo(new Turn.Stay(List.of()));
        send(draft, reader, NAME, "Quán Bến");
        send(draft, reader, "business.unit", people.commune().value().toString());
        assertThat(send(draft, reader, "business.street", "Số 1")).isEqualTo(new Turn.Next("what"));
        assertThat(readings(reader)).isEmpty();
    }

    @Test
    void tellsOfAHouseholdBusinessOrAPersonsNumberOnlyWhoRepresentsItAndOfOneThatEndedNobody() {
        Reader owner = people.resident("Vũ Thị Chủ");
        Reader stranger = people.resident("Vũ Văn Đoán");
        String household = number();
        represented(business(household, "Hộ kinh doanh Cô Chủ", "household"), owner);
        String personal = "0311" + number().substring(2);
        represented(business(personal, "Công ty một người", "company"), owner);
        String ended = number();
        BusinessId gone = business(ended, "Công ty Đã Tắt", "company");
        represented(gone, owner);
        jdbc.sql("update registry.business_record set valid = daterange(lower(valid), :today) where business = :gone")
                .param("today", today)
                .param("gone", gone.value())
                .update();

        assertThat(told("business", household, owner)).contains("Hộ kinh doanh Cô Chủ");
        assertThat(told("business", personal, owner)).contains("Công ty một người");
        for (String key : List.of(household, personal, ended)) {
            DraftId draft = begun(stranger);
            send(draft, stranger, KEY, key);
            assertThat(found(draft, stranger)).isEqualTo(new Found(key, null, "business-register", today));
            assertThat(drafts.get(draft, stranger).answers()).doesNotContainKey(NAME);
        }
        assertThat(told("business", ended, owner)).isEmpty();
        assertThat(readings(stranger)).isEmpty();
    }

    @Test
    void tellsADossierAndAResultToWhomTheyBelongAndToNobodyElse() {
        Reader reader = people.resident("Bùi Thị Của");
        Reader stranger = people.resident("Bùi Văn Mò");
        ApplicationId id = people.submitted("1.004873", reader, Device.PHONE);
        String code = beans.getBean(Applications.class).get(id, reader).dossierCode();
        String permit = NUMBER.incrementAndGet() + "/GPXD";
        kept(permit, reader);

        assertThat(told("dossier", code.toLowerCase(java.util.Locale.ROOT), reader))
                .isPresent();
        assertThat(told("dossier", code, stranger))
                .isEqualTo(told("dossier", code + "9", stranger))
                .isEmpty();
        assertThat(told("result", permit, stranger)).isEmpty();

        DraftId draft = beans.getBean(Drafts.class).start("building-permit-extension", "test", reader, Map.of());
        drafts.take(
                draft, "permit", Map.of("permit.number", new String[] {permit.replace("/", " /")}), List.of(), reader);
        assertThat(drafts.get(draft, reader).answers().get("permit.date"))
                .isEqualTo(new Answer(today.toString(), today.toString(), "city-results", today));
        DraftId theirs = drafts.start("building-permit-extension", "test", stranger, Map.of());
        drafts.take(theirs, "permit", Map.of("permit.number", new String[] {permit}), List.of(), stranger);
        assertThat(drafts.get(theirs, stranger).answers()).doesNotContainKey("permit.date");
    }

    @Test
    void handsOverWhatWasFilledWithItsMarksAndNothingOfTheLookingItself() {
        Reader reader = people.resident("Lê Thị Trọn");
        String number = number();
        business(number, "Công ty Hải Đăng Nhỏ", "company");
        DraftId draft = beans.getBean(Applications.class).prepare("2.000575", people.commune(), reader);
        send(draft, reader, KEY, number);
        people.answered(draft, reader);

        Map<String, Answer> handed = drafts.finish(draft, reader).answers();

        assertThat(handed.get(NAME)).returns(Answer.Origin.KNOWN, Answer::origin);
        assertThat(handed.keySet()).allMatch(name -> !name.contains(":"));
    }

    @Test
    void looksUpInADeclarationForSeveralServicesToo() {
        Reader reader = people.resident("Lê Thị Nhiều");
        String number = number();
        business(number, "Công ty Cửa Biển", "company");
        DraftId draft = drafts.start("job-loss-bundle", "test", reader, Map.of());

        send(draft, reader, KEY, number);

        assertThat(drafts.get(draft, reader).values()).containsEntry(NAME, "Công ty Cửa Biển");
        assertThat(drafts.get(draft, reader)
                        .without(Set.of("business"))
                        .answers()
                        .keySet())
                .noneMatch(name -> name.startsWith("business."));
    }

    @Test
    void everyShippedLookUpNamesASourceThatIsOffered() {
        Forms forms = beans.getBean(Forms.class);
        DefinitionReader strict = new DefinitionReader(beans.getBean(Lookups.class));

        List<String> looking = forms.codes().stream()
                .map(forms::current)
                .filter(form -> form.fields().anyMatch(field -> field.lookup() != null))
                .peek(form ->
                        assertThat(strict.read(DefinitionWriter.write(form))).isEqualTo(form))
                .map(FormDefinition::code)
                .toList();

        assertThat(looking).contains("business-change", "business-certificate-replacement", "building-permit-change");
    }

    @Test
    void everyAttributeAShippedFormNamesIsOffered() {
        beans.getBean(ReferenceData.class).load();
        Forms forms = beans.getBean(Forms.class);
        DefinitionReader strict = new DefinitionReader(beans.getBean(Lookups.class));

        List<String> named = forms.codes().stream()
                .map(forms::current)
                .peek(form ->
                        assertThat(strict.read(DefinitionWriter.write(form))).isEqualTo(form))
                .flatMap(form -> form.sources().stream())
                .toList();

        assertThat(named).contains("person.full-name", "wife.birth-date", "paper.land-certificate/land-decision");
        assertThat(beans.getBean(Lookups.class).attributes()).contains("business.name", "paper.birth-certificate");
    }

    private Optional<String> told(String source, String key, Reader reader) {
        return beans.getBeansOfType(LookupSource.class).values().stream()
                .filter(each -> each.code().equals(source))
                .findFirst()
                .orElseThrow()
                .find(key, reader)
                .map(found -> found.what().vi());
    }

    private DraftId begun(Reader reader) {
        return drafts.start("business-change", "test", reader, Map.of());
    }

    private Turn send(DraftId draft, Reader reader, String... sent) {
        Map<String, String[]> parameters = new java.util.HashMap<>();
        for (int i = 0; i < sent.length; i += 2) {
            parameters.put(sent[i], new String[] {sent[i + 1]});
        }
        return drafts.take(draft, "business", parameters, List.of(), reader);
    }

    private Found found(DraftId draft, Reader reader) {
        return Found.of(KEY, drafts.get(draft, reader).answers()).orElseThrow();
    }

    /** The businesses this reader looked up, as the journal has it. */
    private List<java.util.UUID> readings(Reader reader) {
        return jdbc.sql("""
                        select s.id from journal.entry e
                        cross join unnest(e.subject_types, e.subject_ids) as s (type, id)
                        where e.kind = 'read' and e.reason = 'form/look-up' and e.actor_id = :reader
                          and s.type = 'registry/business'
                        """)
                .param("reader", requireNonNull(reader.account()).value())
                .query((row, index) -> row.getObject("id", java.util.UUID.class))
                .list();
    }

    private static String number() {
        return "07%08d".formatted(NUMBER.incrementAndGet());
    }

    private LocalDate since() {
        return today.minusYears(1);
    }

    private BusinessId business(String number, String name, String kind) {
        return businesses.record(
                new Businesses.NewBusiness(
                        number, name, kind, people.commune(), "Số 9 Bến Bính", "business-register", since()),
                Actor.SYSTEM);
    }

    private void represented(BusinessId business, Reader owner) {
        PersonId person = new PersonId(requireNonNull(owner.person()).value());
        businesses.represent(
                new Businesses.NewRepresentative(business, person, "Chủ hộ", "business-register", since(), null),
                Actor.SYSTEM);
    }

    private void kept(String number, Reader reader) {
        var file = beans.getBean(Files.class)
                .store(
                        "permit.pdf",
                        new ByteArrayInputStream(
                                ("%PDF-1.4\n" + number + "\n%%EOF").getBytes(StandardCharsets.US_ASCII)),
                        1000,
                        Set.of("application/pdf"),
                        reader.actor());
        beans.getBean(Parties.class)
                .keepResult(
                        new Persons.NewResult(
                                requireNonNull(reader.party()),
                                "GPXD",
                                number,
                                today,
                                file.id().value(),
                                "city-results"),
                        reader.actor());
    }
}
