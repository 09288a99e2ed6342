package vn.haidang.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
import vn.haidang.demo.DemoCast.Resident;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Upload;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;

/** Hands in applications as residents do: page by page, what is known left as it is. */
@Component
class DemoApplicants {

    private static final long LARGEST = 1024 * 1024;

    private final Applications applications;
    private final Drafts drafts;
    private final Files files;
    private final Accounts accounts;
    private final DemoWords words;
    private final Units units;

    DemoApplicants(
            Applications applications, Drafts drafts, Files files, Accounts accounts, DemoWords words, Units units) {
        this.applications = applications;
        this.drafts = drafts;
        this.files = files;
        this.accounts = accounts;
        this.words = words;
        this.units = units;
    }

    ApplicationId handIn(DemoStory story, Resident resident) {
        Reader reader = accounts.reader(resident.account());
        DraftId draft = applications.prepare(story.service(), UnitId.ofKey(story.unitKey()), reader);
        FormDefinition form = drafts.get(draft, reader).form();
        for (FormDefinition.Page page : form.pages()) {
            fill(draft, page, story, reader);
        }
        return applications.submit(new Applications.Submission(
                draft,
                UUID.nameUUIDFromBytes(story.code().getBytes(StandardCharsets.UTF_8)),
                story.phone() ? Device.PHONE : Device.DESKTOP,
                reader));
    }

    CaseId caseOf(ApplicationId application, Resident resident) {
        return applications
                .get(application, accounts.reader(resident.account()))
                .caseId();
    }

    void supplement(ApplicationId application, Resident resident) {
        byte[] paper = DemoPapers.paper(application.value().hashCode());
        applications.supplement(new Applications.Supplement(
                application,
                UUID.randomUUID(),
                words.say("say.supplement"),
                List.of(new Upload("papers", "giay-to-ro-hon.pdf", () -> new ByteArrayInputStream(paper))),
                accounts.reader(resident.account())));
    }

    private void fill(DraftId draft, FormDefinition.Page page, DemoStory story, Reader reader) {
        Draft before = drafts.get(draft, reader);
        Map<String, String> answers = new HashMap<>();
        for (FormDefinition.Field field : page.fields()) {
            if (field.kind() == FormDefinition.Kind.FILE) {
                if (field.required()) {
                    drafts.attach(draft, field.name(), paper(story, reader), reader);
                }
            } else if (field.kind() == FormDefinition.Kind.UNIT
                    || before.values().getOrDefault(field.name(), "").isEmpty()) {
                answers.put(field.name(), answer(field, story));
            } else {
                answers.put(field.name(), before.values().getOrDefault(field.name(), ""));
            }
        }
        drafts.save(draft, page.code(), answers, reader);
    }

    private FileId paper(DemoStory story, Reader reader) {
        return files.store(
                        "giay-to.pdf",
                        new ByteArrayInputStream(DemoPapers.paper(story.code().hashCode())),
                        LARGEST,
                        Set.of("application/pdf"),
                        reader.actor())
                .id();
    }

    private String answer(FormDefinition.Field field, DemoStory story) {
        int number = Math.abs(story.code().hashCode());
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> text(field.name(), number);
            case DATE ->
                filedOn(story)
                        .minusDays(field.name().startsWith("child.") ? 9 : 11_000)
                        .toString();
            case CHOICE, SELECT -> field.choices().getFirst().value();
            case PERSONAL_NUMBER -> "82018%07d".formatted(number % 10_000_000);
            case PHONE -> "0912345678";
            case EMAIL -> "";
            case UNIT -> commune(story).value().toString();
            case DECLARATION -> "yes";
            case FILE -> "";
        };
    }

    private static LocalDate filedOn(DemoStory story) {
        return LocalDate.ofInstant(story.filedAt(), MovableClock.VIETNAM);
    }

    /** A commune that lived on the day: the one that receives, or one of the district. */
    private UnitId commune(DemoStory story) {
        Unit receiving = units.get(UnitId.ofKey(story.unitKey()));
        return receiving.tier() == Tier.COMMUNE
                ? receiving.id()
                : units.children(receiving.id(), filedOn(story)).getFirst().id();
    }

    private String text(String field, int number) {
        if (field.endsWith("name")) {
            return DemoNames.resident(2_000 + number % 500);
        }
        if (field.equals("birth.facility")) {
            return words.say("say.facility");
        }
        return words.say("say.place");
    }
}
