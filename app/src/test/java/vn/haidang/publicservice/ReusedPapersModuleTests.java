package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.Forms;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.SupplementRows;
import vn.haidang.publicservice.internal.once.ReusedPapers;
import vn.haidang.registry.Parties;
import vn.haidang.registry.Persons;
import vn.haidang.ui.ProblemException;

/** Results of one's own in the place of uploads: offered to their owner alone, where a file is that paper, and used with their hash. */
@ModuleTest
@Import(Applicant.class)
class ReusedPapersModuleTests {

    private static final String SINGLE = "1.004873";

    private final Applications applications;
    private final Applicant people;
    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final ApplicationContext beans;
    private final ReusedPapers papers;
    private final Clock clock;

    ReusedPapersModuleTests(
            Applications applications, Applicant people, Drafts drafts, JdbcClient jdbc, ApplicationContext beans) {
        this.applications = applications;
        this.people = people;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.beans = beans;
        this.papers = beans.getBean(ReusedPapers.class);
        this.clock = beans.getBean(Clock.class);
    }

    @Test
    void aFinishedResultIsOfferedToItsOwnerAloneAndUsedWithHashAndSource() {
        Reader reader = people.resident("Dinh Thi Hoa");
        Reader stranger = people.resident("Do Van Ich");
        StoredFile file = kept("TBKQ", "12/TBKQ", reader);
        DraftId theirs = people.filled(SINGLE, stranger);
        String field = fileField(theirs, stranger);
        var asking = drafts.get(theirs, stranger).form().field(field).orElseThrow();
        assertThat(papers.offered(asking, stranger)).isEmpty();
        assertThat(papers.offered(asking, reader)).hasSize(1);
        UUID offered = papers.offered(asking, reader).getFirst().held().result().id();

        papers.use(theirs, page(theirs, field, stranger), field, offered, stranger);
        assertThat(drafts.get(theirs, stranger).files(field)).doesNotContain(file.id());

        DraftId draft = people.filled(SINGLE, reader);
        papers.use(draft, page(draft, field, reader), field, offered, reader);
        papers.use(draft, page(draft, field, reader), field, offered, reader);
        ApplicationId application = submit(draft, reader);
        assertThat(beans.getBean(SupplementRows.class).reused(application))
                .singleElement()
                .satisfies(reused -> {
                    assertThat(reused.number()).isEqualTo("12/TBKQ");
                    assertThat(reused.source()).isEqualTo("city-results");
                    assertThat(reused.sha256()).isEqualTo(file.sha256());
                });
        assertThat(applications.get(application, reader).files())
                .filteredOn(each -> each.file().equals(file.id()))
                .hasSize(1);

        withdraw(file);
        assertThat(papers.offered(asking, reader)).as("withdrawn").isEmpty();
        DraftId later = people.filled(SINGLE, reader);
        papers.use(later, page(later, field, reader), field, offered, reader);
        assertThat(drafts.get(later, reader).files(field)).doesNotContain(file.id());
    }

    @Test
    void aPaperThatWasWithdrawnSinceItWasTakenIsNotHandedInAndNothingTypedIsLost() {
        Reader reader = people.resident("Do Thi Uyen");
        StoredFile file = kept("TBKQ", "13/TBKQ", reader);
        DraftId draft = people.filled(SINGLE, reader);
        String field = fileField(draft, reader);
        var asking = drafts.get(draft, reader).form().field(field).orElseThrow();
        UUID result = papers.offered(asking, reader).getFirst().held().result().id();
        papers.use(draft, page(draft, field, reader), field, result, reader);
        var before = drafts.get(draft, reader).answers();
        withdraw(file);

        assertThatThrownBy(() -> submit(draft, reader))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("publicservice/paper-withdrawn"));
        assertThat(drafts.get(draft, reader).finishedAt()).isNull();
        assertThat(drafts.get(draft, reader).answers()).isEqualTo(before);
        drafts.detach(draft, field, file.id(), reader);
        assertThat(submit(draft, reader)).isNotNull();
    }

    private void withdraw(StoredFile file) {
        jdbc.sql("""
                        with wrong as (
                          insert into document.issued (id, issuer, kind, year, number, template, template_version,
                            subject_type, subject_id, file, issued_at)
                          values (gen_random_uuid(), gen_random_uuid(), 'TBKQ', 2026, 12, 'notice-of-result', 2,
                            'document/test', gen_random_uuid(), :file, now())
                          returning id)
                        insert into document.withdrawn (document, reason, withdrawn_at, withdrawn_by)
                        select id, 'wrong', now(), gen_random_uuid() from wrong
                        """).param("file", file.id().value()).update();
    }

    @Test
    void aResultIsOfferedWhereAFileIsThatPaperAndNowhereElse() {
        Reader reader = people.resident("Mai Thi Oanh");
        ApplicationId single = submit(people.filled(SINGLE, reader), reader);
        kept("GKS", "3/GKS", reader);
        jdbc.sql("""
                        insert into publicservice.result (application, document, number, file, issued_on)
                        values (:id, gen_random_uuid(), '7/TBKQ', :file, :day)
                        """)
                .param("id", single.value())
                .param("file", kept("TBKQ", "7/TBKQ", reader).id().value())
                .param("day", LocalDate.now(clock))
                .update();

        assertThat(offered("marriage-registration", "papers.files", reader)).containsExactly("7/TBKQ 1.004873");
        assertThat(offered("birth-re-registration", "papers.files", reader)).containsExactly("3/GKS null");
        assertThat(offered("funeral-support", "papers.files", reader)).isEmpty();
        assertThat(offered("general-request", "papers.files", reader)).hasSize(2);
        assertThat(offered("repair-permit", "photographs.files", reader))
                .as("of any kind, but no pictures")
                .isEmpty();
    }

    private List<String> offered(String form, String field, Reader reader) {
        var asked = beans.getBean(Forms.class).current(form).field(field).orElseThrow();
        return papers.offered(asked, reader).stream()
                .map(offered ->
                        offered.held().result().number() + " " + offered.held().service())
                .toList();
    }

    private StoredFile kept(String kind, String number, Reader reader) {
        StoredFile file = beans.getBean(Files.class)
                .store(
                        "result.pdf",
                        new ByteArrayInputStream(
                                ("%PDF-1.4\n" + number + "\n%%EOF").getBytes(StandardCharsets.US_ASCII)),
                        1000,
                        Set.of("application/pdf"),
                        reader.actor());
        beans.getBean(Parties.class)
                .keepResult(
                        new Persons.NewResult(
                                requireNonNull(reader.party()),
                                kind,
                                number,
                                LocalDate.now(clock),
                                file.id().value(),
                                "city-results"),
                        reader.actor());
        return file;
    }

    private ApplicationId submit(DraftId draft, Reader reader) {
        return applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
    }

    private String page(DraftId draft, String field, Reader reader) {
        return drafts.get(draft, reader).form().pages().stream()
                .filter(page -> page.field(field).isPresent())
                .findFirst()
                .map(Page::code)
                .orElseThrow();
    }

    private String fileField(DraftId draft, Reader reader) {
        return drafts.get(draft, reader)
                .form()
                .fields()
                .filter(field -> field.kind() == Kind.FILE)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
