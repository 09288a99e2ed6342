package vn.haidang.publicservice.web;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.form.FormDefinition;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.Fragment;

/**
 * One question of an application.
 *
 * @param offers papers of the reader that may be used again here
 * @param number which question this is, of {@code of}
 * @param back the question before, else the start
 */
public record QuestionPage(
        Service service,
        String path,
        FormDefinition.Text title,
        Fragment question,
        List<Offer> offers,
        int number,
        int of,
        String back,
        boolean wrong) {

    public QuestionPage {
        offers = List.copyOf(offers);
    }

    /**
     * A result from the reader's own store that may stand in the place of an upload.
     *
     * @param choice what its button sends
     * @param used whether it stands there already
     */
    public record Offer(
            String choice,
            String kind,
            String number,
            LocalDate issuedOn,
            String source,
            String sha256,
            boolean used) {}
}
