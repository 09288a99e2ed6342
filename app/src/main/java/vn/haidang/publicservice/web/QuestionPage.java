package vn.haidang.publicservice.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.ui.Fragment;

/**
 * One question of an application.
 *
 * @param name of the service, or of the life event whose services it is all for
 * @param draft the draft it belongs to
 * @param pages the addresses of all its pages as far as they are called for now, and of the check at their end, by blanks
 * @param offers papers of the reader that may be used again here
 * @param number which question this is, of {@code of}
 * @param back the question before, else the start
 * @param unsent whether it holds what was typed before a session ended and is not saved
 */
public record QuestionPage(
        Bilingual name,
        String path,
        String draft,
        String pages,
        FormDefinition.Text title,
        Fragment question,
        List<Offer> offers,
        int number,
        int of,
        String back,
        boolean wrong,
        boolean unsent) {

    public QuestionPage {
        offers = List.copyOf(offers);
    }

    /**
     * A result from the reader's own store that may stand in the place of an upload.
     *
     * @param choice what its button sends
     * @param service whose result it is, null where none of ours gave it
     * @param used whether it stands there already
     */
    public record Offer(
            String choice,
            String kind,
            @Nullable Bilingual service,
            String number,
            LocalDate issuedOn,
            String source,
            String sha256,
            boolean used) {}
}
