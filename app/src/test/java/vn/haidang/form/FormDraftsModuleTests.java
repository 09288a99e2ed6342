package vn.haidang.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.form.internal.DefinitionRefused;
import vn.haidang.form.internal.Definitions;
import vn.haidang.form.internal.build.FormDraft;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.form.spi.AttributeSource;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.ui.ProblemException;

@ModuleTest
@Import(FormDraftsModuleTests.WhatShippedFormsName.class)
class FormDraftsModuleTests {

    /** The modules that know attributes are not started here. */
    @TestConfiguration
    static class WhatShippedFormsName implements AttributeSource {

        @Override
        public List<String> attributes() {
            return List.of();
        }

        @Override
        public boolean offers(String attribute) {
            return attribute.matches("(person|business|paper)\\..+");
        }
    }

    private final FormDrafts desk;
    private final Forms forms;
    private final Drafts drafts;
    private final Definitions definitions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final Reader administrator;

    FormDraftsModuleTests(
            FormDrafts desk,
            Forms forms,
            Drafts drafts,
            Definitions definitions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MovableClock clock) {
        this.desk = desk;
        this.forms = forms;
        this.drafts = drafts;
        this.definitions = definitions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.administrator = new Reader(AccountId.next(clock), "Vũ Thị Biểu", Set.of());
    }

    /** Other tests of forms begin with what is shipped. */
    @AfterEach
    void forget() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    delete from form.draft f using form.definition d
                    where d.code = f.form and d.version = f.version and d.published_at is not null
                    """).update();
            jdbc.sql("delete from form.definition where published_at is not null")
                    .update();
            jdbc.sql("delete from form.definition_draft").update();
            definitions.changed();
        });
    }

    @Test
    void whoeverBeganAVersionEndsItAndWhoeverBeginsLaterBeginsTheNext() {
        String code = written();
        publish(code);
        Reader hoa = new Reader(AccountId.next(clock), "Hoa", Set.of());
        DraftId early = drafts.start(code, "test", hoa, Map.of());

        desk.begin(code, 1, administrator);
        FormDraft draft = desk.get(code).draft();
        int page = draft.pages().getFirst().id();
        desk.change(
                code,
                each -> each.withoutField(
                        page, draft.pages().getFirst().fields().getLast().id()),
                administrator);
        FormDrafts.Proposal proposal = desk.propose(code, new MockHttpServletRequest());
        assertThat(proposal.versions())
                .singleElement()
                .satisfies(each -> assertThat(each.openDrafts()).isEqualTo(1));
        publish(code);

        assertThat(forms.current(code).version()).isEqualTo(2);
        assertThat(forms.current(code).fields()).hasSize(1);
        assertThat(drafts.get(early, hoa).form().version()).isEqualTo(1);
        assertThat(drafts.get(early, hoa).form().fields()).hasSize(2);
        assertThat(drafts.get(drafts.start(code, "test", hoa, Map.of()), hoa)
                        .form()
                        .version())
                .isEqualTo(2);
        assertThat(forms.codes()).contains(code);
        assertThat(desk.find(code)).isEmpty();
        assertThat(acts(code)).contains("form/definition-draft-begun", "form/definition-published");
    }

    @Test
    void whatWasPublishedHereStandsBeforeWhatIsShippedAlsoAfterAnotherStart() {
        desk.begin("will-certification", 1, administrator);
        desk.change(
                "will-certification",
                draft -> draft.saying(Map.of("title.vi", "Đơn", "title.en", "Our request")),
                administrator);
        publish("will-certification");

        definitions.initialize();

        assertThat(forms.current("will-certification").title().en()).isEqualTo("Our request");
        assertThat(forms.current("will-certification").version()).isEqualTo(2);
        assertThat(forms.version("will-certification", 1).title().en()).isNotEqualTo("Our request");
    }

    @Test
    void aDraftThatIsWrongIsKeptAndNotPublished() {
        String code = written();
        desk.change(code, draft -> draft.withNewPage(Map.of()), administrator);

        assertThat(desk.tried(desk.get(code).draft()).refusals()).isNotEmpty();
        assertThatThrownBy(() -> desk.propose(code, new MockHttpServletRequest()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("form/definition-refused"));
        assertThat(definitions.current(code)).isEmpty();
    }

    @Test
    void publishesOnlyWhatWasShown() {
        String code = written();
        String token = desk.propose(code, new MockHttpServletRequest()).token();
        desk.change(code, draft -> draft.saying(Map.of("title.vi", "Khác", "title.en", "Another")), administrator);

        assertThat(desk.publish(code, token, administrator, new MockHttpServletRequest()))
                .isPresent();
        assertThat(definitions.current(code)).isEmpty();
        publish(code);
        desk.begin(code, 1, administrator);
        assertThatThrownBy(() -> publish(code)).isInstanceOf(ProblemException.class);
    }

    @Test
    void takesAFileWholeOrNotAtAll() {
        String code = "file-" + letters();
        String yaml = YAML.replace("<code>", code);

        assertThatThrownBy(() -> desk.take(yaml.replace("kind: text", "kind: dance"), administrator))
                .isInstanceOfSatisfying(
                        DefinitionRefused.class,
                        refused -> assertThat(refused.place()).isEqualTo("form.pages[0].fields[0].kind"));
        assertThat(desk.find(code)).isEmpty();

        desk.take(yaml, administrator);
        assertThat(desk.document(desk.get(code).draft())).contains("one.text");
        assertThatThrownBy(() -> desk.take(yaml, administrator)).isInstanceOf(ProblemException.class);
        desk.discard(code, administrator);
        assertThat(desk.find(code)).isEmpty();
    }

    @Test
    void refusesACodeThatIsTakenOrMalformed() {
        for (String code : new String[] {"general-request", "import", "Đơn", "a b", "", "-x", "a".repeat(61)}) {
            assertThatThrownBy(() -> desk.create(code, Map.of(), administrator))
                    .as(code)
                    .isInstanceOf(ProblemException.class);
        }
    }

    private static final String YAML = """
            form: <code>
            version: 7
            title: 'Thử | Trial'
            pages:
              - page: one
                title: 'Một | One'
                fields:
                  - {name: one.text, kind: text, label: 'Chữ | Text'}
                  - {name: one.more, kind: yes-no, label: 'Nữa? | More?'}
            """;

    private String written() {
        String code = "form-" + letters();
        desk.take(YAML.replace("<code>", code), administrator);
        return code;
    }

    private void publish(String code) {
        var request = new MockHttpServletRequest();
        assertThat(desk.publish(code, desk.propose(code, request).token(), administrator, request))
                .isEmpty();
    }

    private List<String> acts(String code) {
        return jdbc.sql("select e.verb from journal.entry e where e.subject_ids @> array[:id]::uuid[] order by e.id")
                .param("id", FormDrafts.subject(code).id())
                .query((row, number) -> row.getString("verb"))
                .list();
    }

    private static String letters() {
        return UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "x");
    }
}
