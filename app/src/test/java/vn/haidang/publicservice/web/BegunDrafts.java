package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.identity.Reader;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;

/** Drafts of any form, begun with good answers, whose pages are sent as a browser does. */
final class BegunDrafts {

    private final MockMvcTester pages;
    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Files files;
    private final Applicant people;
    private final Reader reader;

    BegunDrafts(MockMvcTester pages, ApplicationContext context, Applicant people, Reader reader) {
        this.pages = pages;
        this.drafts = context.getBean(Drafts.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.clock = context.getBean(Clock.class);
        this.files = context.getBean(Files.class);
        this.people = people;
        this.reader = reader;
    }

    /** A draft with these answers, as an application somewhere. */
    DraftId begun(FormDefinition form, Map<String, String> good) {
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

    private FileId paper() {
        return files.store(
                        "don.pdf",
                        new ByteArrayInputStream(bytes("%PDF-1.4\nx\n%%EOF")),
                        1000,
                        Set.of("application/pdf"),
                        reader.actor())
                .id();
    }

    MvcTestResult post(DraftId draft, Page page, Map<String, String[]> parameters) {
        var request = pages.post().uri(path(draft, page)).with(SignedIn.withForm(requireNonNull(reader.account())));
        for (var parameter : parameters.entrySet()) {
            request = request.param(parameter.getKey(), parameter.getValue());
        }
        return request.exchange();
    }

    static String path(DraftId draft, Page page) {
        return "/apply/1.004873/" + draft.value() + "/" + page.code();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
