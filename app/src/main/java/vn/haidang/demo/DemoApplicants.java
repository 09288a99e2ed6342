package vn.haidang.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
import vn.haidang.demo.DemoCast.Resident;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Upload;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;

/** Hands in applications as residents do: page by page, what is known left as it is. */
@Component
class DemoApplicants {

    private static final int SECONDS_TO_ANSWER = 420;

    private final Applications applications;
    private final Drafts drafts;
    private final DemoReaders readers;
    private final DemoAnswers answering;
    private final DemoPapers papers;
    private final DemoWords words;

    DemoApplicants(
            Applications applications,
            Drafts drafts,
            DemoReaders readers,
            DemoAnswers answering,
            DemoPapers papers,
            DemoWords words) {
        this.applications = applications;
        this.drafts = drafts;
        this.readers = readers;
        this.answering = answering;
        this.papers = papers;
        this.words = words;
    }

    /**
     * From the first question some minutes before the moment at which it is handed in.
     *
     * @param pool from which the papers are
     */
    ApplicationId handIn(DemoStory story, Resident resident, int pool) {
        Reader reader = readers.get(resident.account());
        Instant began = story.filedAt().minusSeconds(SECONDS_TO_ANSWER);
        DraftId draft = begin(story, reader, began);
        Draft known = drafts.get(draft, reader);
        Map<String, String> values = new HashMap<>(known.values());
        List<FormDefinition.Page> pages = known.form().asked(values);
        for (int page = 0; page < pages.size(); page++) {
            FormDefinition.Page asked = pages.get(page);
            MovableClock.at(
                    began.plusSeconds((page + 1L) * SECONDS_TO_ANSWER / (pages.size() + 1)),
                    () -> values.putAll(fill(draft, asked, values, story, pool, reader)));
            pages = known.form().asked(values);
        }
        return applications.submit(new Applications.Submission(
                draft,
                UUID.nameUUIDFromBytes(story.code().getBytes(StandardCharsets.UTF_8)),
                story.entry() == DemoStory.Entry.PHONE ? Device.PHONE : Device.DESKTOP,
                reader));
    }

    private DraftId begin(DemoStory story, Reader reader, Instant at) {
        List<DraftId> begun = new ArrayList<>();
        MovableClock.at(
                at, () -> begun.add(applications.prepare(story.service(), UnitId.ofKey(story.unitKey()), reader)));
        return begun.getFirst();
    }

    CaseId caseOf(ApplicationId application, Resident resident) {
        return applications.get(application, readers.get(resident.account())).caseId();
    }

    void supplement(DemoStory story, ApplicationId application, Resident resident, int pool) {
        byte[] paper = DemoPapers.of(pool, story.code().hashCode() + 1).bytes();
        applications.supplement(new Applications.Supplement(
                application,
                UUID.nameUUIDFromBytes((story.code() + "/supplement").getBytes(StandardCharsets.UTF_8)),
                words.say("say.supplement"),
                List.of(new Upload("papers", "giay-to-ro-hon.pdf", () -> new ByteArrayInputStream(paper))),
                readers.get(resident.account())));
    }

    void withdraw(DemoStory story, ApplicationId application, Resident resident) {
        applications.withdraw(
                application,
                words.sayOne("say.withdrawn", 2, story.code().hashCode()),
                readers.get(resident.account()));
    }

    void rate(DemoStory story, ApplicationId application, Resident resident) {
        applications.rate(application, story.stars(), null, readers.get(resident.account()));
    }

    /** Saves a page as it was answered, and says what was typed; what is known is left as it is, and a page of known answers is passed by. */
    private Map<String, String> fill(
            DraftId draft,
            FormDefinition.Page page,
            Map<String, String> values,
            DemoStory story,
            int pool,
            Reader reader) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (FormDefinition.Field field : page.fields()) {
            if (field.kind() == FormDefinition.Kind.FILE) {
                if (field.required() || Math.floorMod(story.code().hashCode(), 3) == 0) {
                    drafts.attach(
                            draft,
                            field.name(),
                            papers.upload(pool, story.code().hashCode(), reader.actor()),
                            reader);
                }
            } else if (!answering.stands(field, values.getOrDefault(field.name(), ""), story)) {
                answers.put(field.name(), answering.to(field, story));
            }
        }
        if (!answers.isEmpty()) {
            drafts.save(draft, page.code(), answers, reader);
        }
        return answers;
    }
}
