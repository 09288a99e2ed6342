package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.WebTest;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.publicservice.internal.once.PaperMatter;
import vn.haidang.publicservice.internal.own.CopyWork;
import vn.haidang.publicservice.internal.own.DataCopies;

/**
 * The copy of everything is of everything: each table that speaks of residents is in it, or is named here with why it is not. A new
 * table that speaks of them fails until somebody has said which.
 */
@WebTest
class OwnCopyCompleteTests {

    /** What a column is called that says whose a row is, or of what that is somebody's. Who of the officials did it ends in _by. */
    private static final String SPEAKS = """
            ^(account|person|party|owner|applicant|child|guardian|principal|delegate|holder|spokesperson|case_id|case_file|application|
            reception|feedback|shadow|bundle|draft|copy|request|message|subject_id|actor_id|business|household|full_name|display_name|
            person_name|sender_name|other_name|applicant_name|submitter_name|personal_number|delegate_number|address|phone|email)$
            """.replaceAll("\\s", "");

    private static final String WORK = "how officials worked on it; the dossier's page shows its steps";
    private static final String SIGN_IN = "a means of signing in, a secret";
    private static final String OFFICIAL = "speaks of officials at their work";
    private static final String WITH_DOCUMENT = "the documents themselves are files of the copy";
    private static final String COPIED = "the same is in the copy with what it belongs to";
    private static final String CATALOGUE = "speaks of services and of imported lists, of nobody";
    private static final String OF_BUSINESS = "data of a business, not of a person";

    /** The part of data.json in which the rows of a table are. */
    private static final Map<String, String> IN_COPY = Map.ofEntries(
            Map.entry("publicservice.application", "/applications"),
            Map.entry("publicservice.application_file", "/applications"),
            Map.entry("publicservice.supplement", "/supplements"),
            Map.entry("publicservice.result", "/results"),
            Map.entry("publicservice.paper", "/givenPapers"),
            Map.entry("publicservice.rating", "/ratings"),
            Map.entry("publicservice.reused_paper", "/reusedPapers"),
            Map.entry("publicservice.paper_lookup", "/lookups"),
            Map.entry("publicservice.parcel", "/parcels"),
            Map.entry("publicservice.reception", "/receptions"),
            Map.entry("publicservice.component", "/receptions"),
            Map.entry("publicservice.bundle", "/lifeEvents"),
            Map.entry("publicservice.bundle_part", "/lifeEvents"),
            Map.entry("publicservice.shadow", "/elsewhere"),
            Map.entry("publicservice.shadow_report", "/elsewhere"),
            Map.entry("publicservice.correction", "/corrections"),
            Map.entry("publicservice.data_request", "/requests"),
            Map.entry("publicservice.erasure", "/erased"),
            Map.entry("publicservice.consent", "/consentsAsGiven"),
            Map.entry("publicservice.kept_answer", "/remembered"),
            Map.entry("publicservice.data_copy", "/copies"),
            Map.entry("publicservice.feedback", "/feedback"),
            Map.entry("publicservice.feedback_more", "/feedback"),
            Map.entry("publicservice.appointment", "/appointments"),
            Map.entry("form.draft", "/drafts"),
            Map.entry("form.draft_answer", "/drafts"),
            Map.entry("registry.person", "/register/numbers"),
            Map.entry("registry.person_record", "/register/records"),
            Map.entry("registry.address", "/register/residences"),
            Map.entry("registry.household_member", "/register/households"),
            Map.entry("registry.guardianship", "/register/guardianships"),
            Map.entry("registry.business_representative", "/register/businesses"),
            Map.entry("registry.issued_result", "/papers"),
            Map.entry("registry.authorisation", "/authorisationsGiven"),
            Map.entry("identity.account", "/account"),
            Map.entry("notification.message", "/messages"),
            Map.entry("journal.entry", "/readings"));

    /** Why the rows of a table are not in the copy. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("casework.answered_key", "answers to repeated requests, thirty days"),
            Map.entry("casework.apology", WORK),
            Map.entry("casework.apology_draft", WORK),
            Map.entry("casework.barred", OFFICIAL),
            Map.entry("casework.bulk_run", OFFICIAL),
            Map.entry("casework.case_file", COPIED),
            Map.entry("casework.consult", WORK),
            Map.entry("casework.event", WORK),
            Map.entry("casework.pause", WORK),
            Map.entry("casework.saved_view", OFFICIAL),
            Map.entry("casework.timer", WORK),
            Map.entry("casework.visit", WORK),
            Map.entry("casework.warning", WORK),
            Map.entry("casework.work_item", WORK),
            Map.entry("document.issued", WITH_DOCUMENT),
            Map.entry("document.signature", OFFICIAL),
            Map.entry("document.signing_key", OFFICIAL),
            Map.entry("document.signing_run", OFFICIAL),
            Map.entry("identity.access_key", SIGN_IN),
            Map.entry("identity.authenticator", SIGN_IN),
            Map.entry("identity.holding", OFFICIAL),
            Map.entry("identity.passkey", SIGN_IN),
            Map.entry("identity.provider_account", SIGN_IN),
            Map.entry("identity.recovery_code", SIGN_IN),
            Map.entry("identity.session", SIGN_IN),
            Map.entry("identity.substitute", OFFICIAL),
            Map.entry("notification.delivery", "whether a message in the copy arrived"),
            Map.entry("notification.device", "where a browser is told, a secret"),
            Map.entry("publicservice.asked", "what an agency asked again, counted"),
            Map.entry("publicservice.bundle_preparation", COPIED),
            Map.entry("publicservice.data_copy_part", "the bytes of earlier copies"),
            Map.entry("publicservice.dossier_move", WORK),
            Map.entry("publicservice.feedback_publication", "what the city answered in public"),
            Map.entry("publicservice.front_door", CATALOGUE),
            Map.entry("publicservice.listed_procedure", CATALOGUE),
            Map.entry("publicservice.preparation", COPIED),
            Map.entry("publicservice.register", OFFICIAL),
            Map.entry("publicservice.told", "which of the messages in the copy were sent"),
            Map.entry("reference.import_remark", CATALOGUE),
            Map.entry("registry.account_link", "that the account is the person's; both are in the copy"),
            Map.entry("registry.business_record", OF_BUSINESS));

    private final Applicant people;
    private final ApplicationContext beans;
    private final JdbcClient jdbc;

    OwnCopyCompleteTests(ApplicationContext beans, JdbcClient jdbc) {
        this.people = beans.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.beans = beans;
        this.jdbc = jdbc;
    }

    @Test
    void everyTableThatSpeaksOfResidentsIsInTheCopyOrNamedWithItsReason() {
        Set<String> speaking = new TreeSet<>(
                jdbc.sql("""
                        select distinct format('%s.%s', n.nspname, c.relname)
                        from pg_attribute a
                        join pg_class c on c.oid = a.attrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
                          and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
                          and a.attname ~ :speaks
                        """).param("speaks", SPEAKS).query(String.class).list());
        speaking.removeIf(table -> table.startsWith("journal.retired_"));

        Set<String> unsaid = new TreeSet<>(speaking);
        unsaid.removeAll(IN_COPY.keySet());
        unsaid.removeAll(LEFT_OUT.keySet());
        assertThat(unsaid)
                .as("tables that speak of somebody, neither in the copy nor left out with a reason")
                .isEmpty();
        Set<String> both = new HashSet<>(IN_COPY.keySet());
        both.retainAll(LEFT_OUT.keySet());
        assertThat(both).isEmpty();
        assertThat(speaking).as("named here and still there").containsAll(LEFT_OUT.keySet());
    }

    @Test
    void theCopyHasEveryPartOfIt() throws IOException {
        Reader reader = people.resident("Phan Thi Copy");
        Application application =
                beans.getBean(Applications.class).get(people.submitted("1.004873", reader, Device.PHONE), reader);
        jdbc.sql("""
                        update registry.person_record set valid = daterange('2020-01-01', lower(valid))
                        where person = :person
                        """).param("person", requireNonNull(reader.person()).value()).update();
        jdbc.sql("""
                        insert into registry.person_record (id, person, full_name, birth_date, sex, source, valid, recorded_at)
                        select gen_random_uuid(), person, 'Phan Thi Copy Moi', birth_date, sex, source, daterange(upper(valid), null), now()
                        from registry.person_record where person = :person
                        """).param("person", requireNonNull(reader.person()).value()).update();
        jdbc.sql("""
                        insert into publicservice.rating (application, stars, comment, unit, rated_on, rated_at)
                        values (:id, 4, 'said it', :id, '2026-03-02', now())
                        """).param("id", application.id().value()).update();
        Feedbacks feedbacks = beans.getBean(Feedbacks.class);
        Feedback feedback = feedbacks.mine(
                feedbacks.send(new Feedbacks.Sending(
                        Feedback.Kind.COMPLAINT,
                        Feedback.About.UNIT,
                        "",
                        "",
                        people.commune(),
                        "",
                        "waited",
                        false,
                        null,
                        UUID.randomUUID(),
                        reader)),
                reader);
        PaperLookups lookups = beans.getBean(PaperLookups.class);
        Reader officer = people.officer("Looks Up", Role.ONE_STOP_OFFICER);
        for (PaperMatter matter : List.of(PaperMatter.of(application), PaperMatter.of(feedback))) {
            lookups.look(matter, "residence-confirmation", officer);
        }

        beans.getBean(Notifications.class)
                .send(new Message(
                        requireNonNull(reader.account()),
                        "publicservice.notice.document-withdrawn",
                        List.of(application.dossierCode()),
                        "/my"));

        JsonNode data = copy(reader);

        List<String> missing = new ArrayList<>();
        IN_COPY.values().forEach(part -> {
            if (data.at(part).isMissingNode()) {
                missing.add(part);
            }
        });
        assertThat(missing).isEmpty();
        assertThat(data.at("/register/records").toString())
                .contains("Phan Thi Copy\"")
                .contains("Phan Thi Copy Moi");
        assertThat(data.at("/ratings").toString()).contains("said it").contains(application.dossierCode());
        assertThat(data.at("/lookups").toString())
                .contains("\"dossier\":\"" + application.dossierCode() + "\"")
                .contains("\"feedback\":\"" + feedback.code() + "\"");
        assertThat(data.at("/messages").toString()).contains(application.dossierCode());
        assertThat(data.at("/account/username").asString()).startsWith("applicant-");
        assertThat(data.at("/register/numbers").toString()).contains("0311900");
        String all = data.toString();
        assertThat(all).doesNotContain(application.secret());
    }

    private JsonNode copy(Reader reader) throws IOException {
        DataCopies copies = beans.getBean(DataCopies.class);
        UUID id = copies.ask(UUID.randomUUID(), reader);
        beans.getBean(CopyWork.class).begin(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> copies.mine(id, reader).orElseThrow().finished());
        var bytes = new ByteArrayOutputStream();
        copies.send(copies.mine(id, reader).orElseThrow(), reader, bytes);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(requireNonNull(zip.getNextEntry()).getName()).isEqualTo("data.json");
            return beans.getBean(JsonMapper.class).readTree(zip.readAllBytes());
        }
    }
}
