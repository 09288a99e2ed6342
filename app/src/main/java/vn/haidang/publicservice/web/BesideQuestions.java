package vn.haidang.publicservice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.form.Answer;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applications.Preparation;
import vn.haidang.publicservice.Bundles;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.internal.once.ReusedPapers;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.Keeping;
import vn.haidang.registry.KeptResult;

/** What stands beside the questions of an application: what they are for, papers that may be used again, what becomes of corrections. */
@Component
class BesideQuestions {

    /** Parameter of a button that uses a paper again; its value is the field and the result with a blank between. */
    static final String USE = "use";

    private final ReusedPapers papers;
    private final Corrections corrections;
    private final ReceiverChoice receivers;
    private final Bundles bundles;

    BesideQuestions(ReusedPapers papers, Corrections corrections, ReceiverChoice receivers, Bundles bundles) {
        this.papers = papers;
        this.corrections = corrections;
        this.receivers = receivers;
        this.bundles = bundles;
    }

    /** What the questions are for, as far as their caption goes: the life event, or the service. */
    Bilingual name(Preparation preparation, Service service) {
        String event = preparation.event();
        return event == null ? service.spoken() : bundles.event(event).name();
    }

    /** Where one goes before the first question: to what is chosen, or to where the service begins. */
    static String before(Preparation preparation) {
        return preparation.event() == null
                ? "/apply/" + preparation.serviceCode()
                : "/life-events/" + preparation.event() + "/"
                        + preparation.draft().value();
    }

    /** The declaration that a draft is; null where it becomes the one application. */
    @Nullable Together together(Preparation preparation, Reader reader) {
        String code = preparation.event();
        if (code == null) {
            return null;
        }
        LifeEvent event = bundles.event(code);
        Set<Integer> chosen = bundles.chosen(preparation.draft(), reader)
                .map(Bundles.Chosen::ordinals)
                .orElse(Set.of());
        List<LifeEvent.Member> living = event.together().stream()
                .filter(member -> chosen.contains(member.ordinal()))
                .toList();
        return new Together(
                event.name(),
                living,
                event.members().stream()
                        .filter(member -> chosen.contains(member.ordinal()) && !living.contains(member))
                        .map(LifeEvent.Member::name)
                        .toList(),
                before(preparation));
    }

    List<QuestionPage.Offer> offers(Draft draft, Page page, Reader reader) {
        List<QuestionPage.Offer> offers = new ArrayList<>();
        for (Field field : page.fields()) {
            if (field.kind() == Kind.FILE) {
                offers.addAll(offers(draft, field, reader));
            }
        }
        return offers;
    }

    private List<QuestionPage.Offer> offers(Draft draft, Field field, Reader reader) {
        List<FileId> here = draft.files(field.name());
        return papers.offered(field, reader).stream()
                .map(offered -> offer(field, offered, here))
                .toList();
    }

    private static QuestionPage.Offer offer(Field field, ReusedPapers.Offered offered, List<FileId> here) {
        KeptResult result = offered.held().result();
        return new QuestionPage.Offer(
                field.name() + " " + result.id(),
                result.kind(),
                offered.held().name(),
                result.number(),
                result.issuedOn(),
                result.source(),
                offered.file().sha256(),
                here.contains(offered.file().id()));
    }

    /** What is no field with a file on the page, or no paper of the reader's own, changes nothing. */
    void use(DraftId draft, String page, String chosen, Reader reader) {
        String[] fieldAndResult = chosen.split(" ", 2);
        if (fieldAndResult.length == 2) {
            Ids.uuid(fieldAndResult[1]).ifPresent(result -> papers.use(draft, page, fieldAndResult[0], result, reader));
        }
    }

    /** What the draft corrects of what the reader may have corrected. */
    List<CheckPage.Corrected> corrections(Draft draft, Reader reader) {
        if (draft.answers().values().stream().noneMatch(answer -> answer.origin() == Answer.Origin.CORRECTED)) {
            return List.of();
        }
        Map<String, Keeping> keepers = corrections.keepers(reader);
        List<CheckPage.Corrected> corrected = new ArrayList<>();
        draft.form().fields().filter(field -> field.source() != null).forEach(field -> {
            Answer answer = draft.answers().get(field.name());
            Keeping keeping = keepers.get(Objects.requireNonNull(field.source()));
            if (answer != null
                    && keeping != null
                    && answer.origin() == Answer.Origin.CORRECTED
                    && !keeping.follows(answer.value())) {
                corrected.add(new CheckPage.Corrected(field.label(), keeping));
            }
        });
        return corrected;
    }

    String unitName(UnitId unit) {
        return receivers.name(unit);
    }
}
